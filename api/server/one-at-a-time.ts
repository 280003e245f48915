import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from './postmaster.ts';
import { StartProblem, codeOf } from './start-problem.ts';

const PATIENCE_MS = 90_000;

/** Does the work while no other process on this machine does work under the same file; the file of a dead process does not count. */
export async function oneAtATime<T>(path: string, work: () => Promise<T>): Promise<T> {
  await take(path);
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

async function take(path: string): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (!tryTake(path)) {
    const holder = holderOf(path);
    if (holder !== null && !isAlive(holder)) rmSync(path, { force: true });
    if (performance.now() > until) {
      throw new StartProblem(
        `Another Kith (process ${holder ?? 'unknown'}) has been starting or stopping the database for too long; end it, remove ${path} and start again.`,
      );
    }
    await pause(50);
  }
}

function tryTake(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Null while the other is between making the file and writing its number. */
function holderOf(path: string): number | null {
  try {
    return Number.parseInt(readFileSync(path, 'utf8'), 10) || null;
  } catch {
    return null;
  }
}
