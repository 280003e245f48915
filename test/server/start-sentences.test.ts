import { copyFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectFolder } from '../support/folders.ts';
import { runKith, runNode, runStart, temporaryFolder } from '../support/run-program.ts';
import { testDatabase } from '../support/test-database.ts';
import type { TestDatabase } from '../support/test-database.ts';
import { admin, at } from '../support/test-server.ts';

const temporary = temporaryFolder();
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ empty: true });
});
afterAll(async () => {
  await database.drop();
  temporary.remove();
});

function changed(url: string, change: (url: URL) => void): string {
  const copy = new URL(url);
  change(copy);
  return copy.toString();
}

/** The sentence a start ends with, which is never a stack. */
async function complaint(program: { ended: Promise<{ code: number | null; printed: string }> }): Promise<string> {
  const { code, printed } = await program.ended;
  expect(code).toBe(1);
  expect(printed).not.toMatch(/^\s+at .+:\d+/m);
  return printed.trim().split('\n').at(-1) ?? '';
}

describe('a start that cannot be says in one sentence what to do', () => {
  it('on an old Node', async () => {
    const older = 'Object.defineProperty(process.versions, "node", { value: "18.20.4" })';
    const program = runNode(['--import', `data:text/javascript,${encodeURIComponent(older)}`, 'start.mjs']);
    expect(await complaint(program)).toMatch(/^Kith needs Node 20\.19 or newer, and this is 18\.20\.4; install/);
  });

  it('without the packages', async () => {
    copyFileSync(join(projectFolder, 'start.mjs'), join(temporary.folder, 'start.mjs'));
    const program = runNode(['start.mjs'], {}, temporary.folder);
    expect(await complaint(program)).toBe('The packages are not installed; run "npm ci" first.');
  });

  it('on a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const sentence = await complaint(runStart({ PORT: String(port), KITH_DATA: temporary.folder }));
    other.close();
    expect(sentence).toBe(
      `Port ${port} is in use, perhaps by another Kith: end that one, or choose another port, such as PORT=4000.`,
    );
  });

  it('with a variable that makes no sense', async () => {
    expect(await complaint(runStart({ PORT: 'four thousand' }))).toBe(
      'PORT must be a whole number from 0 to 65535; correct it in the environment or in .env.',
    );
  });

  it('in production without an identity provider', async () => {
    expect(await complaint(runStart({ NODE_ENV: 'production' }))).toMatch(
      /^Nobody could sign in: in production set OIDC_ISSUER/,
    );
  });

  it('in a data folder that cannot be written', async () => {
    const file = join(temporary.folder, 'file');
    writeFileSync(file, '');
    expect(await complaint(runStart({ KITH_DATA: join(file, 'data') }))).toMatch(
      /^Kith cannot write to its data folder .+ \(ENOTDIR\); make it writable, or set KITH_DATA to another folder\.$/,
    );
  });
});

describe('a DATABASE_URL that does not serve is explained', () => {
  const starting = (url: string) => complaint(runStart({ DATABASE_URL: url }));

  it('when nobody answers', async () => {
    const url = changed(database.ownerUrl, (it) => (it.port = '1'));
    expect(await starting(url)).toBe('No database answers at 127.0.0.1:1; start it, or correct DATABASE_URL.');
  });

  it('when the password is wrong, without showing it', async () => {
    const sentence = await starting(changed(database.ownerUrl, (it) => (it.password = 'not-the-password')));
    expect(sentence).toMatch(/does not let ".+" in; correct the user or the password in DATABASE_URL\.$/);
    expect(sentence).not.toContain('not-the-password');
  });

  it('when the database is missing', async () => {
    expect(await starting(at(database.ownerUrl, 'nowhere'))).toMatch(/has no database "nowhere"; make it, or correct/);
  });

  it('when the user may not make roles', async () => {
    const name = `weak_${process.pid}`;
    await admin(database.ownerUrl, [
      `create role ${name} login password 'weak'`,
      `grant all on schema public to ${name}`,
    ]);
    const url = changed(database.ownerUrl, (it) => ([it.username, it.password] = [name, 'weak']));
    const { code, printed } = await runKith(['migrate'], { DATABASE_URL: url });
    await admin(database.ownerUrl, [`drop owned by ${name}`, `drop role ${name}`]);
    expect([code, printed.trim()]).toEqual([
      1,
      `The database user "${name}" may not make Kith's roles; let an administrator run: alter role "${name}" createrole.`,
    ]);
  });
});
