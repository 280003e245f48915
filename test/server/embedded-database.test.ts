import { existsSync, mkdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startEmbeddedDatabase } from '../../api/server/embedded-database.ts';
import { makeRunnable } from '../../api/server/postgres-programs.ts';
import { barredFolder } from '../../api/server/postgres-user.ts';
import { findDatabaseProcess, isAlive } from '../../api/server/postmaster.ts';
import { runKith, runNode, temporaryFolder } from '../support/run-program.ts';
import { admin } from '../support/test-server.ts';

const onUnix = process.platform === 'win32' ? it.skip : it;
const asRoot = process.getuid?.() === 0 ? it : it.skip;

let temporary: ReturnType<typeof temporaryFolder>;
let options: { dataFolder: string; cluster: string };
beforeEach(() => {
  temporary = temporaryFolder();
  const dataFolder = join(temporary.folder, 'data');
  options = { dataFolder, cluster: join(dataFolder, 'postgres') };
});
afterEach(() => temporary.remove());

const serverPid = () => findDatabaseProcess(options.cluster) ?? 0;

/** A process of its own that starts the database, says so and then waits. */
function otherProcess() {
  const script = `
    const { startEmbeddedDatabase } = await import('./api/server/embedded-database.ts');
    await startEmbeddedDatabase(${JSON.stringify(options)});
    console.log('started');
    setInterval(() => undefined, 1000);`;
  return runNode(['--import', 'tsx', '--input-type=module', '--eval', script]);
}

describe('the embedded database', () => {
  it('keeps data, password and port from one start to the next, and ends with its last user', async () => {
    const first = await startEmbeddedDatabase(options);
    await admin(first.url, ['create table kept (a int)']);
    const second = await startEmbeddedDatabase(options);
    expect([first.startedHere, second.startedHere, second.url === first.url]).toEqual([true, false, true]);
    await first.stop();
    expect(serverPid()).toBe(0);

    const again = await startEmbeddedDatabase(options);
    await admin(again.url, ['select * from kept']);
    await again.stop();
    expect(again.url).toBe(first.url);
  }, 30_000);

  onUnix('lets nobody else read its password', async () => {
    const { stop } = await startEmbeddedDatabase(options);
    await stop();
    expect(statSync(join(options.dataFolder, 'secret')).mode & 0o777).toBe(0o600);
  });

  onUnix(
    'is used again after the process that started it was killed',
    async () => {
      const killed = otherProcess();
      await killed.until(/started/);
      killed.kill('SIGKILL');
      await killed.ended;
      const orphan = serverPid();
      const found = await startEmbeddedDatabase(options);
      expect([found.startedHere, serverPid()]).toEqual([false, orphan]);
      await found.stop();
      expect(isAlive(orphan)).toBe(false);
    },
    30_000,
  );

  onUnix(
    'goes on while another process uses it',
    async () => {
      const other = otherProcess();
      await other.until(/started/);
      const mine = await startEmbeddedDatabase(options);
      await mine.stop();
      expect(serverPid()).toBeGreaterThan(0);
      other.kill('SIGKILL');
      await other.ended;
      await (await startEmbeddedDatabase(options)).stop();
      expect(serverPid()).toBe(0);
    },
    30_000,
  );

  onUnix(
    'starts although the lock file of a killed server names a process that is now another',
    async () => {
      const { stop } = await startEmbeddedDatabase(options);
      const lock = readFileSync(join(options.cluster, 'postmaster.pid'), 'utf8');
      await stop();
      writeFileSync(join(options.cluster, 'postmaster.pid'), lock.replace(/^\d+/, String(process.ppid)));
      const again = await startEmbeddedDatabase(options);
      expect(again.startedHere).toBe(true);
      await again.stop();
    },
    30_000,
  );

  it('begins afresh where making it was cut short', async () => {
    mkdirSync(join(options.dataFolder, 'postgres.new', 'base'), { recursive: true });
    const { stop, startedHere } = await startEmbeddedDatabase(options);
    await stop();
    expect([startedHere, existsSync(join(options.dataFolder, 'postgres.new'))]).toEqual([true, false]);
  });

  it('does not open to another secret, and says which process holds it', async () => {
    const { stop } = await startEmbeddedDatabase(options);
    const secret = join(options.dataFolder, 'secret');
    const kept = readFileSync(secret);
    writeFileSync(secret, 'another\n');
    const { code, printed } = await runKith(['db', 'url'], { KITH_DATA: options.dataFolder });
    writeFileSync(secret, kept);
    const pid = serverPid();
    await stop();
    expect(code).toBe(1);
    expect(printed).toContain(`A database process (number ${pid}) holds`);
    expect(printed).toMatch(/end it with "(kill|taskkill)/);
  }, 30_000);
});

describe('its programs', () => {
  onUnix('get the links and modes that an install script would have made', () => {
    const native = join(temporary.folder, 'native');
    for (const folder of ['bin', 'lib']) mkdirSync(join(native, folder), { recursive: true });
    for (const file of ['bin/initdb', 'bin/pg_ctl', 'bin/postgres', 'lib/libpq.so.5.18']) {
      writeFileSync(join(native, file), '', { mode: 0o644 });
    }
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
    writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links));
    makeRunnable(native);
    makeRunnable(native);
    expect(readlinkSync(join(native, 'lib/libpq.so.5'))).toBe('libpq.so.5.18');
    expect(statSync(join(native, 'bin/postgres')).mode & 0o111).toBe(0o111);
  });
});

describe('a private folder on the way', () => {
  onUnix('is found for a user who may not pass it', () => {
    const home = join(temporary.folder, 'home');
    mkdirSync(home, { mode: 0o700 });
    const stranger = { uid: (process.getuid?.() ?? 0) + 1, gid: (process.getgid?.() ?? 0) + 1 };
    expect(barredFolder(join(home, 'kith', '.kith', 'postgres'), stranger)).toBe(home);
    expect(barredFolder(join(home, 'kith'), {})).toBeNull();
  });

  asRoot('is named to root, with the variable that chooses another', async () => {
    const home = join(temporary.folder, 'home');
    mkdirSync(home, { mode: 0o700 });
    const { code, printed } = await runKith(['db', 'url'], { KITH_DATA: join(home, 'data') });
    expect(code).toBe(1);
    expect(printed).toContain(`cannot enter ${home}; set KITH_DATA to a folder`);
  });
});
