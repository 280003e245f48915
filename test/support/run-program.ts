import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from './folders.ts';

/** A program of ours under test, in a process of its own. */
export interface RunningProgram {
  readonly pid: number;
  /** All that was printed so far, to both streams. */
  printed(): string;
  /** Resolves with what was printed once it contains the words; rejects when the program ends first. */
  until(words: RegExp): Promise<string>;
  /** Resolves when the program has ended. */
  readonly ended: Promise<{ code: number | null; printed: string }>;
  kill(signal: NodeJS.Signals): void;
}

/** Runs node with these arguments; the variables are added to a bare environment. */
export function runNode(args: string[], variables: Record<string, string> = {}, cwd = projectFolder): RunningProgram {
  const { PATH = '', HOME = '', SystemRoot = '', TEMP = '' } = process.env;
  const env = { PATH, HOME, SystemRoot, TEMP, NO_COLOR: '1', ...variables };
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      heard.forEach((listen) => listen());
    });
  }
  const ended = new Promise<{ code: number | null; printed: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, printed }));
  });
  const until = (words: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const listen = () => {
        if (words.test(printed)) resolve(printed);
      };
      heard.add(listen);
      listen();
      void ended.then(({ code }) => reject(new Error(`It ended with ${code} before saying ${words}:\n${printed}`)));
    });
  return { pid: child.pid ?? 0, printed: () => printed, until, ended, kill: (signal) => child.kill(signal) };
}

/** Runs `npm start`'s own program. */
export function runStart(variables: Record<string, string>): RunningProgram {
  return runNode(['start.mjs'], { PORT: '0', ...variables });
}

/** Runs `npm run kith -- …` to its end. */
export async function runKith(args: string[], variables: Record<string, string>) {
  return runNode(['--import', 'tsx', 'api/server/command-line.ts', ...args], variables).ended;
}

/** A folder of a test's own; the function removes it. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'kith-folder-'));
  // Root's PostgreSQL runs as another user, who has to reach the data below.
  chmodSync(folder, 0o755);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
