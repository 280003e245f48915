import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { searchForDatabase } from '../../api/directory/service-search.rules.ts';
import { databaseUrls } from '../../api/platform/database-urls.ts';
import { startEmbeddedDatabase } from '../../api/server/embedded-database.ts';
import { migrate } from '../../api/server/migrate.ts';
import { migrationsFolder, projectFolder } from '../support/folders.ts';
import { fillCounty } from './bench-county.ts';

// What a page of search costs beside the least that could answer it, how it grows, and what facets cost.
const given = process.argv.slice(2).filter((each) => /^\d+$/.test(each));
const SIZES = given.length > 0 ? given.map(Number) : [5_000, 50_000];
const ROUNDS = 12;
const REQUESTS = 20;
const MOST = { page: 1.3, growth: 3, facets: 2 };

const WORDS = ['lunch', 'garden club', 'choir', 'home care', 'swimming', 'walking group', 'advice', 'carers'];
const SEARCHES = WORDS.flatMap((text, word) => [3, 17, 29].map((area) => ({ text, near: `FM${area + word} 1AA` })));
const FIELDS = `order pageInfo { hasNextPage } edges { distanceMiles node { id name description organisation { id name }
  locations { id name address { city postcode } } schedules { id days opensAt closesAt } offers { id unit rate { amount } } } }`;
const FACETS = `totalCount facets { kinds { kind count } days { day count } costs { costAtMost count } access { need count }
  languages { language count } terms { count } }`;
const asking = (fields: string) =>
  `query Page($search: ServiceSearch!) { services(search: $search, first: 20) { ${fields} } }`;

interface Side {
  readonly name: string;
  readonly url: string;
  readonly pids: () => string[];
  readonly bodies: readonly string[];
}

const medians = new Map<number, { limit: number; page: number; facets: number }>();
for (const size of SIZES) medians.set(size, await measure(size));
tell();

async function measure(size: number) {
  const folder = await mkdtemp(join(tmpdir(), 'kith-bench-search-'));
  // The database's own user has to enter it.
  await chmod(folder, 0o755);
  const cluster = join(folder, 'postgres');
  const settings = { fsync: 'off', shared_buffers: '256MB', max_parallel_workers_per_gather: '0', autovacuum: 'off' };
  const database = await startEmbeddedDatabase({ dataFolder: folder, cluster, settings });
  const children: ChildProcess[] = [];
  try {
    await load(database.url, size);
    const start = (program: readonly string[], env: Record<string, string>) => {
      const child = spawn(process.execPath, program, {
        cwd: projectFolder,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      children.push(child);
      return addressOf(child);
    };
    const ours = await start(['start.mjs'], { DATABASE_URL: database.url, PORT: '0', KITH_DATA: join(folder, 'data') });
    const limitFile = ['--import', 'tsx', 'test/bench/limit-server.ts'];
    const limit = await start(limitFile, { LIMIT_DATABASE_URL: databaseUrls(database.url).app });
    const [server, least] = children.map(({ pid }) => String(pid));
    return await compare(cluster, [
      { name: 'limit', url: limit, pids: () => [least ?? ''], bodies: SEARCHES.map(leastOf) },
      { name: 'page', url: `${ours}/graphql`, pids: () => [server ?? ''], bodies: SEARCHES.map(bodyOf(FIELDS)) },
      {
        name: 'facets',
        url: `${ours}/graphql`,
        pids: () => [server ?? ''],
        bodies: SEARCHES.map(bodyOf(FIELDS + FACETS)),
      },
    ]);
  } finally {
    for (const child of children) child.kill('SIGTERM');
    await Promise.all(children.map(ended));
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function load(url: string, size: number): Promise<void> {
  const started = performance.now();
  await migrate(url, migrationsFolder);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await fillCounty(client, size).finally(() => client.end());
  say(`${size} services loaded in ${Math.round((performance.now() - started) / 1000)} s; load ${load1()}.`);
}

/** Runs the sides in turns; answers the median CPU milliseconds of a request, server and database together. */
async function compare(cluster: string, sides: readonly Side[]) {
  const spent = new Map(sides.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const side of sides) {
      const before = cpuOf([...side.pids(), ...backendsOf(cluster)]);
      for (let turn = 0; turn < REQUESTS; turn += 1) await ask(side, round * REQUESTS + turn);
      const after = cpuOf([...side.pids(), ...backendsOf(cluster)]);
      // The first round warms the plans and the compiler.
      if (round > 0) spent.get(side.name)?.push((after - before) / REQUESTS);
    }
  }
  const of = (name: string) => median(spent.get(name) ?? []);
  return { limit: of('limit'), page: of('page'), facets: of('facets') };
}

async function ask(side: Side, turn: number): Promise<void> {
  const body = side.bodies[turn % side.bodies.length] ?? '';
  const answer = await fetch(side.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const text = await answer.text();
  if (!answer.ok || text.includes('"errors"') || !text.includes('"node"'))
    throw new Error(`${side.name}: ${answer.status} ${text.slice(0, 500)}`);
}

function bodyOf(fields: string) {
  return (search: object) => JSON.stringify({ query: asking(fields), variables: { search } });
}

function leastOf({ text, near }: { readonly text: string; readonly near: string }): string {
  const nothing = { kinds: [], termIds: [], days: [], partsOfDay: [], languages: [], access: [], funding: [] };
  const bounds = { withinMiles: null, domain: null, age: null, mostPence: null, hasCapacity: false };
  return JSON.stringify(
    searchForDatabase({ ...nothing, ...bounds, text, near, leaveOutUnknown: false, today: '2026-01-01' }),
  );
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, fail) => {
    let told = '';
    child.stdout?.on('data', (part: Buffer) => {
      told += part.toString();
      const [address] = /http:\/\/[\w.]+:\d+/.exec(told) ?? [];
      if (address !== undefined) found(address);
    });
    child.once('exit', (code) => fail(new Error(`A server ended with ${code}. ${told}`)));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

function backendsOf(cluster: string): string[] {
  const [postmaster = ''] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  const parentOf = (pid: string) => textOf(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[1];
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && parentOf(pid) === postmaster);
}

/** Milliseconds of processor time that the threads of these processes have had. */
function cpuOf(pids: readonly string[]): number {
  const threads = pids.flatMap((pid) => readdirSync(`/proc/${pid}/task`).map((task) => `/proc/${pid}/task/${task}`));
  return threads.reduce((sum, thread) => sum + Number(textOf(`${thread}/schedstat`).split(' ')[0] ?? 0) / 1e6, 0);
}

/** What stands in a file; nothing when it is gone, as that of a process is that has ended. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function tell(): void {
  const kept: boolean[] = [];
  const judge = (what: string, ratio: number, most: number) => {
    kept.push(ratio <= most);
    say(`${what}: ${ratio.toFixed(2)}, at most ${most}. ${ratio <= most ? 'Kept.' : 'Exceeded.'}`);
  };
  for (const [size, { limit, page, facets }] of medians) {
    say(
      `${size}: limit ${limit.toFixed(2)} ms, page ${page.toFixed(2)} ms, with facets ${facets.toFixed(2)} ms of CPU.`,
    );
    judge('  page beside the limit', page / limit, MOST.page);
    judge('  page with facets beside the page', facets / page, MOST.facets);
  }
  const [first] = medians.values();
  const last = [...medians.values()].at(-1);
  if (first !== undefined && last !== undefined && first !== last)
    judge(`growth of the page from ${SIZES[0]} to ${SIZES.at(-1)}`, last.page / first.page, MOST.growth);
  say(`Load of the machine at the end: ${load1()}.`);
  process.exitCode = kept.every(Boolean) ? 0 : 1;
}

function load1(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
