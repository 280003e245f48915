import { createConnection } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { findDatabaseProcess } from '../../api/server/postmaster.ts';
import { runKith, runStart, temporaryFolder } from '../support/run-program.ts';
import type { RunningProgram } from '../support/run-program.ts';

// The first start of all plants the seeds and may build the client.
const FIRST_MS = 120_000;
const NEXT_MS = 60_000;

const temporary = temporaryFolder();
const dataFolder = join(temporary.folder, 'data');
const cluster = join(dataFolder, 'postgres');
afterAll(() => temporary.remove());

async function ready(program: RunningProgram): Promise<string> {
  const printed = await program.until(/Ctrl-C ends it/);
  return /http:\/\/\S+:\d+/.exec(printed)?.[0] ?? '';
}

/** Ends it; answers 0, or what was printed by one that did not end tidily. */
async function end(program: RunningProgram, signal: NodeJS.Signals): Promise<number | string | null> {
  program.kill(signal);
  const { code, printed } = await program.ended;
  return code === 0 || code === null ? code : `${code}: ${printed}`;
}

const onUnix = process.platform === 'win32' ? describe.skip : describe;

onUnix('npm start', () => {
  it(
    'makes everything on the first day, says where it answers and as whom to sign in, and ends tidily',
    async () => {
      const kith = runStart({ KITH_DATA: dataFolder });
      const url = await ready(kith);
      const health = await fetch(`${url}/readyz`);
      const printed = kith.printed();
      expect(await end(kith, 'SIGTERM')).toBe(0);
      expect(health.status).toBe(200);
      expect(printed).toContain(`Kith answers at ${url}`);
      expect(printed).toContain(`GraphiQL:      ${url}/graphiql`);
      expect(printed).toMatch(/without a password:\n {2}\S/);
      expect(findDatabaseProcess(cluster)).toBeNull();
    },
    FIRST_MS,
  );

  it(
    'begins again where it left off, beside command-line tasks, and refuses a second on its port',
    async () => {
      const kith = runStart({ KITH_DATA: dataFolder });
      const url = await ready(kith);
      const { port } = new URL(url);
      const [second, verified] = await Promise.all([
        runStart({ KITH_DATA: dataFolder, PORT: port }).ended,
        runKith(['audit', 'verify'], { KITH_DATA: dataFolder }),
      ]);
      expect(kith.printed()).toContain('There are people already');
      expect([second.code, second.printed]).toEqual([1, expect.stringContaining(`Port ${port} is in use`)]);
      expect([verified.code, verified.printed]).toEqual([
        0,
        expect.stringMatching(/^The record is whole: \d+ events\.$/m),
      ]);
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      expect(await end(kith, 'SIGINT')).toBe(0);
    },
    NEXT_MS,
  );

  it(
    'begins again after it was killed, with the database that was left running',
    async () => {
      const killed = runStart({ KITH_DATA: dataFolder });
      await ready(killed);
      await end(killed, 'SIGKILL');
      const orphan = findDatabaseProcess(cluster);
      expect(orphan).not.toBeNull();

      const kith = runStart({ KITH_DATA: dataFolder });
      const url = await ready(kith);
      expect(findDatabaseProcess(cluster)).toBe(orphan);
      expect(await end(kith, 'SIGTERM')).toBe(0);
      expect(findDatabaseProcess(cluster)).toBeNull();
      await expect(connects(Number(new URL(url).port))).resolves.toBe(false);
    },
    NEXT_MS,
  );
});

function connects(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
