import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { projectFolder } from './project-folder.ts';
import { StartProblem } from './start-problem.ts';

const run = promisify(execFile);
const web = join(projectFolder, 'web');
const stamp = join(web, 'dist', '.built-from');

/** Whether the built client is that of the sources as they are now. */
export function clientIsBuilt(): boolean {
  if (!existsSync(join(web, 'index.html'))) return true;
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesFingerprint();
}

/** Builds the client into web/dist in a process of its own, whose memory is given back. */
export async function buildClient(signal?: AbortSignal): Promise<void> {
  const fingerprint = sourcesFingerprint();
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');
  const args = [vite, 'build', '--config', join(web, 'vite.config.ts'), '--logLevel', 'warn'];
  try {
    await run(process.execPath, args, {
      signal,
      cwd: projectFolder,
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: '0' },
    });
  } catch (error) {
    throw new StartProblem(`The client could not be built: ${complaintOf(error)}`);
  }
  writeFileSync(stamp, fingerprint);
}

/** What the build said, from its first error on, without the places in its own code. */
function complaintOf(error: unknown): string {
  const said = typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr) : String(error);
  const lines = said
    .trim()
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .map(stripVTControlCharacters);
  const first = lines.findIndex((line) => /error/i.test(line));
  return lines.slice(Math.max(first, 0), Math.max(first, 0) + 8).join('\n');
}

/** By content: a fresh checkout gives every file a new date. */
function sourcesFingerprint(): string {
  const hash = createHash('sha256');
  const files = [
    ...sourcesUnder(web),
    join(projectFolder, 'schema/schema.graphql'),
    join(projectFolder, 'package.json'),
  ];
  for (const file of files.filter((path) => existsSync(path)).sort()) {
    hash.update(`${relative(projectFolder, file)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'dist' || entry.name === 'node_modules') return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sourcesUnder(path) : [path];
  });
}
