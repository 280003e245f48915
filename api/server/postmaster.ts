import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { StartProblem, codeOf } from './start-problem.ts';

/** A PostgreSQL server process as its lock file describes it. */
interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/**
 * The port of the server that already runs over a data folder, started by another command or left behind by one
 * that was killed; null when there is none, after the lock file of a dead one is removed.
 */
export async function findRunningPort(cluster: string, urlAt: (port: number) => string): Promise<number | null> {
  const until = Date.now() + 10_000;
  for (;;) {
    const found = readPostmaster(cluster);
    if (!found) return null;
    if (!isDatabaseProcess(found.pid)) {
      rmSync(join(cluster, 'postmaster.pid'), { force: true });
      return null;
    }
    const answer = found.port > 0 ? await tryConnect(urlAt(found.port)) : 'starting';
    if (answer === 'ready') return found.port;
    if (answer === 'stranger' || Date.now() > until) throw orphan(found, cluster);
    await pause(100);
  }
}

function orphan({ pid }: Postmaster, cluster: string): StartProblem {
  return new StartProblem(
    `A database process (number ${pid}) holds ${cluster} but does not let Kith in; end it with "${endCommand(pid)}" and start again.`,
  );
}

function endCommand(pid: number): string {
  return platform() === 'win32' ? `taskkill /pid ${pid} /f /t` : `kill ${pid}`;
}

/** Lines: process id, data folder, start time, port, … (PostgreSQL, "postmaster.pid"). */
function readPostmaster(cluster: string): Postmaster | null {
  const path = join(cluster, 'postmaster.pid');
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, 'utf8').split('\n');
  const number = (line: number) => Number.parseInt(lines[line] ?? '', 10) || 0;
  return { pid: number(0), port: number(3) };
}

/** The number of the server process that runs over a data folder; null when none does. */
export function findDatabaseProcess(cluster: string): number | null {
  const found = readPostmaster(cluster);
  return found && isDatabaseProcess(found.pid) ? found.pid : null;
}

/** Whether the process lives and is a PostgreSQL server: the number may since have passed to another program. */
function isDatabaseProcess(pid: number): boolean {
  if (pid <= 0 || !isAlive(pid)) return false;
  const name = programName(pid);
  return name === null || /postgres|postmaster/i.test(name);
}

/** Whether a process with this number lives. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Ended, but not yet buried by its parent: in a container that may take for ever. */
function isZombie(pid: number): boolean {
  if (platform() !== 'linux') return false;
  return / Z [^)]*$/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}

function programName(pid: number): string | null {
  try {
    if (platform() === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    if (platform() === 'win32')
      return execFileSync('tasklist', ['/fi', `pid eq ${pid}`, '/fo', 'csv', '/nh'], { encoding: 'utf8' });
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return null;
  }
}

async function tryConnect(url: string): Promise<'ready' | 'starting' | 'stranger'> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return 'ready';
  } catch (error) {
    // Class 28: the password is not ours, so the server was made with another secret.
    return codeOf(error).startsWith('28') ? 'stranger' : 'starting';
  } finally {
    await client.end().catch(() => undefined);
  }
}
