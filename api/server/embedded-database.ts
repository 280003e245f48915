import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { findPostgresPrograms } from './postgres-programs.ts';
import type { PostgresPrograms } from './postgres-programs.ts';
import { postgresUser } from './postgres-user.ts';
import type { RunAs } from './postgres-user.ts';
import { findRunningPort, isAlive } from './postmaster.ts';
import { StartProblem } from './start-problem.ts';

/** A database that answers at `url`; `stop` ends it when this process was the last to use it. */
export interface RunningDatabase {
  readonly url: string;
  readonly startedHere: boolean;
  stop(): Promise<void>;
}

/** What an embedded server is made with. */
export interface EmbeddedOptions {
  /** Holds the small files: secret, port, who uses the server. */
  readonly dataFolder: string;
  /** Holds the PostgreSQL data; made when missing. */
  readonly cluster: string;
  readonly settings?: Readonly<Record<string, string>>;
}

const OWNER = 'kith_owner';
const DATABASE = 'kith';

/** Settings of every embedded server: reached by TCP from this machine only. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  jit: 'off',
  log_line_prefix: '%m ',
};

/** Finds the embedded PostgreSQL that already runs, or makes and starts one; a killed run's server is used again. */
export async function startEmbeddedDatabase(options: EmbeddedOptions): Promise<RunningDatabase> {
  mkdirSync(options.dataFolder, { recursive: true });
  return oneAtATime(join(options.dataFolder, 'lock'), () => findOrStart(options));
}

async function findOrStart(options: EmbeddedOptions): Promise<RunningDatabase> {
  const { dataFolder, cluster } = options;
  const password = readOrMakeSecret(join(dataFolder, 'secret'), existsSync(cluster));
  const urlAt = (port: number, database = DATABASE) => `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;

  const running = await findRunningPort(cluster, (port) => urlAt(port, 'postgres'));
  const runAs = postgresUser(cluster);
  const programs = await findPostgresPrograms(runAs, join(cluster, '..'));
  if (!existsSync(cluster)) await makeCluster(programs, runAs, cluster, password);
  const port = running ?? (await startServer(programs, runAs, options));
  await makeDatabase(urlAt(port, 'postgres'));

  const leave = enter(join(dataFolder, 'in-use'));
  const stop = () =>
    oneAtATime(join(dataFolder, 'lock'), async () => {
      if (leave()) await execute(programs.pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-w'], runAs, cluster);
    });
  return { url: urlAt(port), startedHere: running === null, stop };
}

function readOrMakeSecret(path: string, clusterExists: boolean): string {
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  if (clusterExists) {
    throw new StartProblem(
      `The password of the database is missing (${path}); put the file back, or remove the data folder to begin afresh.`,
    );
  }
  const secret = randomBytes(24).toString('hex');
  writeFileSync(path, `${secret}\n`, { mode: 0o600 });
  return secret;
}

/** Made beside its place and then renamed, so that an interrupted start leaves nothing half made. */
async function makeCluster(programs: PostgresPrograms, runAs: RunAs, cluster: string, password: string): Promise<void> {
  const fresh = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) {
    for (const path of [fresh, passwordFile]) chownSync(path, runAs.uid, runAs.gid);
  }
  try {
    const log = await execute(programs.initdb, initdbArguments(fresh, passwordFile), runAs, fresh);
    if (log.failed) throw new StartProblem(`The database could not be made in ${cluster}: ${log.lastLine}`);
    renameSync(fresh, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The built-in locale gives the same order of words on every machine. */
function initdbArguments(fresh: string, passwordFile: string): string[] {
  return [
    `--pgdata=${fresh}`, `--username=${OWNER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8',
    '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-sync', '--no-instructions',
  ]; // prettier-ignore
}

async function startServer(programs: PostgresPrograms, runAs: RunAs, options: EmbeddedOptions): Promise<number> {
  const { dataFolder, cluster, settings } = options;
  writeSettings(cluster, runAs, { ...SETTINGS, ...settings });
  const portFile = join(dataFolder, 'port');
  const logFile = join(cluster, 'server.log');
  if (existsSync(logFile) && statSync(logFile).size > 1_000_000) rmSync(logFile);

  const remembered = existsSync(portFile) ? Number.parseInt(readFileSync(portFile, 'utf8'), 10) : 0;
  const port = (await freePort(remembered)) ?? (await freePort(0)) ?? 0;
  const start = ['start', '-D', cluster, '-l', logFile, '-w', '-t', '60', '-o', `-p ${port}`];
  const started = await execute(programs.pgCtl, start, runAs, cluster);
  if (started.failed) throw new StartProblem(`The database in ${cluster} did not start: ${lastLine(logFile)}`);
  writeFileSync(portFile, `${port}\n`);
  return port;
}

function writeSettings(cluster: string, runAs: RunAs, settings: Record<string, string>): void {
  const path = join(cluster, 'kith.conf');
  const main = join(cluster, 'postgresql.conf');
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  writeFileSync(path, `${lines.join('\n')}\n`);
  if (runAs.uid !== undefined && runAs.gid !== undefined) chownSync(path, runAs.uid, runAs.gid);
  const include = "include_if_exists = 'kith.conf'";
  const text = readFileSync(main, 'utf8');
  if (!text.includes(include)) writeFileSync(main, `${text}\n${include}\n`);
}

function lastLine(path: string): string {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
  return lines.findLast((line) => line.includes('FATAL')) ?? lines.at(-1) ?? `its log ${path} is empty`;
}

async function makeDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** Notes that this process uses the server; the function returned takes the note away and says whether nobody is left. */
function enter(folder: string): () => boolean {
  mkdirSync(folder, { recursive: true });
  const note = join(folder, String(process.pid));
  writeFileSync(note, '');
  return () => {
    rmSync(note, { force: true });
    return readdirSync(folder).every((name) => !isAlive(Number(name)));
  };
}

interface Ending {
  readonly failed: boolean;
  readonly lastLine: string;
}

/** Runs a program to its end as the given user; its last line of complaint is kept. */
async function execute(program: string, args: string[], runAs: RunAs, cwd: string): Promise<Ending> {
  const isServer = args[0] === 'start';
  const child = spawn(program, args, {
    ...runAs,
    cwd,
    env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' },
    windowsHide: true,
    // On Windows a server in our console would be ended by our Ctrl-C before its last clients are served.
    detached: isServer && platform() === 'win32',
    // The server inherits what it is given here and would keep a pipe open.
    stdio: ['ignore', 'ignore', isServer ? 'ignore' : 'pipe'],
  });
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve({ failed: code !== 0, lastLine: complaint.trim().split('\n').at(-1) ?? '' }));
  });
}
