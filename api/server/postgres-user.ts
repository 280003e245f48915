import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StartProblem } from './start-problem.ts';

/** The system user that PostgreSQL runs as; empty when it is simply ours. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

/** Who runs PostgreSQL over a data folder: ourselves, unless we are root, which PostgreSQL refuses to be run by. */
export function postgresUser(cluster: string): RunAs {
  if (process.getuid?.() !== 0) return {};
  const owner = existsSync(cluster) ? statSync(cluster) : null;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return lookUp('postgres') ?? createUser();
}

/** The first folder on the way to a path that the user may not pass; null when it can reach the path. */
export function barredFolder(path: string, runAs: RunAs): string | null {
  if (runAs.uid === undefined) return null;
  const bars = (folder: string) => {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === runAs.uid ? 0o100 : gid === runAs.gid ? 0o010 : 0o001;
    return (mode & bit) === 0;
  };
  return parents(path).find((folder) => existsSync(folder) && bars(folder)) ?? null;
}

function parents(path: string): string[] {
  const above = dirname(resolve(path));
  return above === resolve(path) ? [] : [...parents(above), above];
}

function lookUp(name: string): RunAs | null {
  try {
    const id = (flag: string) =>
      Number.parseInt(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }), 10);
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

function createUser(): RunAs {
  const tries: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', 'postgres']],
    ['adduser', ['-S', '-D', '-H', 'postgres']],
  ];
  for (const [program, args] of tries) {
    try {
      execFileSync(program, args, { stdio: 'pipe' });
    } catch {
      continue;
    }
    const made = lookUp('postgres');
    if (made) return made;
  }
  throw new StartProblem(
    'PostgreSQL does not run as root, and no user "postgres" could be made; start Kith as an ordinary user, or set DATABASE_URL.',
  );
}
