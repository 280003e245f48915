import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The folder of the checkout. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** The folder of the migrations. */
export const migrationsFolder = join(projectFolder, 'migrations');
