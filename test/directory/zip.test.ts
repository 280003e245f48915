import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ZipFile } from 'yazl';
import type { ImportAccount } from '../../api/directory/import-account.ts';
import { importDirectory } from '../../api/offers/import-directory.ts';
import { makeDirectoryWorld, page, rowsOf, service } from './world.ts';
import type { DirectoryWorld } from './world.ts';

let world: DirectoryWorld;
beforeAll(async () => {
  world = await makeDirectoryWorld();
});
afterAll(() => world.close());

async function zipOf(name: string, files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  const path = join(world.folder, name);
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

const take = (source: string): Promise<ImportAccount> =>
  importDirectory(world.system(), source, { fetch: { waits: [0], timeout: 2000 } });
const countsOf = ({ read, created, changed, unchanged, quarantined }: ImportAccount) => [
  read,
  created,
  changed,
  unchanged,
  quarantined,
];
const sentencesOf = ({ problems }: ImportAccount) => problems.map(({ sentence }) => sentence).join('\n');

const tables = {
  'organizations.csv': 'id,name,description\no1,Wool Circle,We knit.\n',
  'services.csv': 'id,organization_id,name,status\ns1,o1,Knit and natter,active\n',
  'service_at_location.csv': 'id,service_id,location_id\np1,s1,l1\n',
  'locations.csv': 'id,name,latitude,longitude\nl1,Mill,52.4,-0.1\n',
};
const within = (folder: string, files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}${name}`, text]));
const described = {
  'datapackage.json': JSON.stringify({
    resources: [
      { name: 'organizations', path: 'data/eins.csv' },
      { name: 'services', path: 'data/services.csv' },
      { name: 'service_at_location', path: 'data/drei.csv' },
    ],
  }),
};

describe('a zip', () => {
  it.each<[string, Record<string, string>, number]>([
    ['tables at its root', tables, 2],
    [
      'tables in a folder, beside what a computer adds',
      {
        ...within('fen-main/data/', tables),
        '__MACOSX/fen-main/data/._services.csv': 'x',
        'fen-main/README.md': 'Hello',
      },
      2,
    ],
    [
      'tables with a description of their names',
      {
        ...described,
        'eins.csv': tables['organizations.csv'],
        'services.csv': tables['services.csv'],
        'locations.csv': tables['locations.csv'],
        'drei.csv': tables['service_at_location.csv'],
      },
      2,
    ],
    ['a page of JSON', { 'services.json': JSON.stringify(page([service(), service()])) }, 2],
    [
      'pages of JSON in a folder',
      {
        'out/fen-page1.json': JSON.stringify([service()]),
        'out/fen-page2.json': JSON.stringify([service()]),
      },
      2,
    ],
    ['entries line by line', { 'fen.ndjson': [service(), service()].map((row) => JSON.stringify(row)).join('\n') }, 2],
    ['a list whose columns are known', { 'clubs.csv': 'Name,Telephone\nTea,01632 960042\nChess,01632 960043\n' }, 2],
  ])('of %s is read as a feed that is known again', async (what, files, rows) => {
    const zip = await zipOf(`${what.replace(/\W+/g, '-')}.zip`, files);
    const first = await take(zip);
    expect(first.problems).toEqual([]);
    expect(countsOf(first)).toEqual([rows, rows, 0, 0, 0]);
    expect(countsOf(await take(zip))).toEqual([rows, 0, 0, rows, 0]);
    const feeds = await rowsOf<{ key: string }>(world, 'select key from feed where key like $1', [
      `%/${what.replace(/\W+/g, '-')}%`,
    ]);
    expect(feeds).toHaveLength(1);
  });

  it('of several lists is as many feeds, which meet no list of the same name elsewhere', async () => {
    await take(await world.file('clubs.csv', 'Name,Telephone\nSwim,01632 960042\n'));
    const zip = await zipOf('both.zip', {
      'clubs.csv': 'Name,Telephone\nTea,01632 960042\n',
      'homes.csv': 'name,cqc_id,postcode,provider\nFen View,1-1,FM1 1AA,Fen Care\n',
    });
    expect(countsOf(await take(zip))).toEqual([2, 2, 0, 0, 0]);
    const feeds = await rowsOf<{ key: string }>(world, "select key from feed where key like '%/both/%' order by key");
    expect(feeds.map(({ key }) => key.replace(/^.*\/both/, 'both'))).toEqual(['both/clubs', 'both/homes']);
    expect(await rowsOf(world, 'select from service where unlisted_on is not null')).toEqual([]);
  });

  it('at an address is fetched and read', async () => {
    const zip = await readFile(await zipOf('served.zip', within('fen/', tables)));
    const server = createServer((_request, response) => response.end(zip));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/export/fen.zip`;
    expect(countsOf(await take(address))).toEqual([2, 2, 0, 0, 0]);
    expect(countsOf(await take(`${address}?token=2`))).toEqual([2, 0, 0, 2, 0]);
    await new Promise((closed) => server.close(closed));
  });

  it('that holds nothing to read, or is none, says so', async () => {
    expect(sentencesOf(await take(await zipOf('words.zip', { 'README.md': 'Hello' })))).toMatch(
      /no JSON file and no table/,
    );
    const whole = await readFile(await zipOf('whole.zip', tables));
    await writeFile(join(world.folder, 'cut.zip'), whole.subarray(0, whole.length - 40));
    expect(sentencesOf(await take(join(world.folder, 'cut.zip')))).toMatch(/not a zip, or it is cut off/);
    expect(sentencesOf(await take(await world.file('fake.zip', 'no zip at all')))).toMatch(/not a zip/);
  });

  it('with a name that leads out of it is refused whole', async () => {
    const zip = await readFile(await zipOf('out.zip', { 'aa/aa/services.json': JSON.stringify([service()]) }));
    const path = join(world.folder, 'escaping.zip');
    await writeFile(path, Buffer.from(zip.toString('latin1').replaceAll('aa/aa/services', '../../services'), 'latin1'));
    const account = await take(path);
    expect([account.read, sentencesOf(account)]).toEqual([0, expect.stringMatching(/leads out of it/)]);
  });

  it('that grows out of all measure is refused before it is read, and one that only shrinks well is not', async () => {
    const blank = Buffer.alloc(12 * 1024 * 1024, ' ');
    const bomb = await take(await zipOf('bomb.zip', { 'services.json': blank }));
    expect([bomb.read, bomb.problems[0]?.code]).toEqual([0, 'TOO_LARGE']);
    const small = Buffer.concat([Buffer.alloc(9 * 1024 * 1024, ' '), Buffer.from(JSON.stringify([service()]))]);
    expect(countsOf(await take(await zipOf('shrunk.zip', { 'services.json': small })))).toEqual([1, 1, 0, 0, 0]);
  });

  it('whose file is not what its list of contents says changes nothing', async () => {
    const zip = await readFile(
      await zipOf('sized.zip', { 'clubs.csv': `Name,Telephone\n${'Tea,01632 960042\n'.repeat(50)}` }),
    );
    // The size of the unpacked file, in the list of contents at the end.
    zip.writeUInt32LE(20, zip.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 24);
    const path = join(world.folder, 'lying.zip');
    await writeFile(path, zip);
    const account = await take(path);
    expect([account.read, account.problems.length]).toEqual([0, 1]);
  });
});
