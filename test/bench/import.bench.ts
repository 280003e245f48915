import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../support/folders.ts';
import { fedService } from './fed-service.ts';

// How long an import of a whole county may take, and how much memory its own process may hold.
const SERVICES = Number(process.argv.find((each) => /^\d+$/.test(each)) ?? 50_000);
const MOST_SECONDS = 180;
const MOST_MEGABYTES = 512;

interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly databaseSeconds: number;
  readonly megabytes: number;
  readonly account: string;
}

const folder = await mkdtemp(join(tmpdir(), 'kith-bench-import-'));
// The database's own user has to enter it.
await chmod(folder, 0o755);
const data = process.env['KITH_BENCH_DATA'] ?? join(folder, 'data');
try {
  const file = join(folder, 'county.json');
  await writeCounty(file);
  const size = Math.round((await stat(file)).size / 1024 / 1024);
  say(`${SERVICES} services in one file of ${size} MB, taken in by "kith import" on an empty database of its own.`);
  // The database is made first, so that only the import is measured.
  await kith(['migrate']);
  const first = await kith(['import', file]);
  tell('first time', first);
  const again = await kith(['import', file]);
  tell('the same again', again);
  const isSlow = first.seconds > (MOST_SECONDS * SERVICES) / 50_000;
  const isLarge = Math.max(first.megabytes, again.megabytes) > MOST_MEGABYTES;
  say(
    `Limits: ${MOST_SECONDS} s for 50000 services, ${MOST_MEGABYTES} MB. ${isSlow || isLarge ? 'Exceeded.' : 'Kept.'}`,
  );
  process.exitCode = isSlow || isLarge ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function writeCounty(file: string): Promise<void> {
  const out = createWriteStream(file);
  out.write(`{"total_items":${SERVICES},"total_pages":1,"page_number":1,"size":${SERVICES},"contents":[`);
  for (let number = 0; number < SERVICES; number += 1) {
    const text = `${number === 0 ? '' : ','}\n${JSON.stringify(fedService(number))}`;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end(']}');
  await once(out, 'finish');
}

/** Runs a task of the command line and watches how much memory its process holds at most. */
async function kith(task: readonly string[]): Promise<Measured> {
  await mkdir(data, { recursive: true, mode: 0o755 });
  const started = performance.now();
  const program = ['--import', 'tsx', 'api/server/command-line.ts', ...task];
  const child = spawn(process.execPath, program, {
    cwd: projectFolder,
    env: { ...process.env, KITH_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let account = '';
  child.stdout.on('data', (text: Buffer) => (account += text.toString()));
  const watched = watch(child);
  const [code] = (await once(child, 'exit')) as [number];
  const spent = watched.stop();
  if (code !== 0) throw new Error(`"kith ${task.join(' ')}" ended with ${code}. ${account}`);
  return { seconds: (performance.now() - started) / 1000, ...spent, account: account.trim() };
}

function watch(child: ChildProcess) {
  let megabytes = 0;
  let cpuSeconds = 0;
  const database = new Map<string, number>();
  const look = () => {
    const [, peak] = /VmHWM:\s+(\d+)/.exec(textOf(`/proc/${child.pid}/status`)) ?? [];
    megabytes = Math.max(megabytes, Number(peak ?? 0) / 1024);
    cpuSeconds = Math.max(cpuSeconds, cpuOf(String(child.pid)));
    for (const pid of databaseProcesses()) database.set(pid, Math.max(database.get(pid) ?? 0, cpuOf(pid)));
  };
  const timer = setInterval(look, 200);
  return {
    stop: () => {
      clearInterval(timer);
      const databaseSeconds = [...database.values()].reduce((sum, seconds) => sum + seconds, 0);
      return { megabytes, cpuSeconds, databaseSeconds };
    },
  };
}

/** The processes of the database that the import has started for itself. */
function databaseProcesses(): string[] {
  const [postmaster = ''] = textOf(join(data, 'postgres', 'postmaster.pid')).split('\n');
  if (postmaster === '') return [];
  return readdirSync('/proc').filter(
    (pid) => /^\d+$/.test(pid) && textOf(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[1] === postmaster,
  );
}

/** Seconds of processor time that a process has had. */
function cpuOf(pid: string): number {
  return Number(textOf(`/proc/${pid}/schedstat`).split(' ')[0] ?? 0) / 1e9;
}

/** What stands in a file; nothing when it is gone, as that of a process is that has ended. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function tell(what: string, { seconds, cpuSeconds, databaseSeconds, megabytes, account }: Measured): void {
  say(
    `${what}: ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of processor on its main thread, ${databaseSeconds.toFixed(1)} s in the database), ${Math.round(megabytes)} MB at most`,
  );
  for (const line of account.split('\n')) say(`  ${line}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
