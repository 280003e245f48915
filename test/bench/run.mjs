import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// "npm run bench" runs every bench in turn; "npm run bench -- search 50000 500000" runs one, with its sizes.
const folder = dirname(fileURLToPath(import.meta.url));
const parts = readdirSync(folder)
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.slice(0, -'.bench.ts'.length));
const [part, ...sizes] = process.argv.slice(2);

if (part !== undefined && !parts.includes(part)) {
  process.stderr.write(`There is no bench "${part}"; there are ${parts.join(', ')}.\n`);
  process.exitCode = 1;
} else {
  for (const name of part === undefined ? parts : [part]) {
    const program = ['--import', 'tsx', join(folder, `${name}.bench.ts`), ...sizes];
    const { status } = spawnSync(process.execPath, program, { stdio: 'inherit', cwd: join(folder, '..', '..') });
    if (status !== 0) process.exitCode = 1;
  }
}
