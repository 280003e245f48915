import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project-folder.ts';

/** Takes the variables of the file `.env`, where there is one; those already set win. */
export function loadDotEnv(): void {
  const path = join(projectFolder, '.env');
  if (existsSync(path)) process.loadEnvFile(path);
}
