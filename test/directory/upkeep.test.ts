import { existsSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RowFate } from '../../api/directory/import-account.ts';
import type { ImportOptions } from '../../api/directory/import-feeds.ts';
import { judgeLink } from '../../api/directory/link.rules.ts';
import type { Candidate, ProposedLink } from '../../api/directory/link.rules.ts';
import { importDirectory } from '../../api/offers/import-directory.ts';
import { projectFolder } from '../support/folders.ts';
import { makeDirectoryWorld, page, placed, rowsOf, service } from './world.ts';
import type { DirectoryWorld } from './world.ts';

let world: DirectoryWorld;
beforeAll(async () => {
  world = await makeDirectoryWorld();
});
afterAll(() => world.close());

const take = (source: string, options: ImportOptions = {}) => importDirectory(world.system(), source, options);

async function upkeepOf(source: string): Promise<number[]> {
  const { unlisted, relisted, proposed } = await take(source);
  return [unlisted, relisted, proposed];
}

async function unlistedIn(key: string): Promise<string[]> {
  const rows = await rowsOf<{ name: string }>(
    world,
    'select s.name from service s join feed f on f.id = s.feed_id where f.key like $1 and unlisted_on is not null order by 1',
    [`%/${key}`],
  );
  return rows.map(({ name }) => name);
}

describe('what a feed lists no longer', () => {
  const [tea, chess] = [service({ name: 'Tea' }), service({ name: 'Chess' })];

  it('is kept and marked once, and loses the mark when it is listed again', async () => {
    expect(await upkeepOf(await world.file('club.json', [tea, chess]))).toEqual([0, 0, 0]);
    const shorter = await world.file('club.json', [tea]);
    expect(await upkeepOf(shorter)).toEqual([1, 0, 0]);
    expect(await unlistedIn('club')).toEqual(['Chess']);
    expect(await upkeepOf(shorter)).toEqual([0, 0, 0]);
    expect(await upkeepOf(await world.file('club.json', [tea, chess]))).toEqual([0, 1, 0]);
    expect(await unlistedIn('club')).toEqual([]);
  });

  it('is not what a feed lacks that was read in part, or empty, or whose row is quarantined', async () => {
    await take(await world.file('part.json', page([tea, chess])));
    for (const part of [
      page([tea], 1, 2),
      page([]),
      tea,
      [
        { ...tea, status: 'resting' },
        { ...chess, name: null },
      ],
    ]) {
      await take(await world.file('part.json', part));
      expect(await unlistedIn('part')).toEqual([]);
    }
  });

  it('is not what stood on a page that is broken', async () => {
    const folder = join(world.folder, 'pages');
    await mkdir(folder);
    await writeFile(join(folder, 'fen-page1.json'), JSON.stringify([tea]));
    await writeFile(join(folder, 'fen-page2.json'), JSON.stringify([chess]));
    await take(folder);
    await writeFile(join(folder, 'fen-page2.json'), '[{"name": "Ch');
    expect((await take(folder)).problems).toHaveLength(1);
    expect(await unlistedIn('fen')).toEqual([]);
  });
});

const one: Candidate = {
  serviceId: '1',
  feedId: 'f',
  name: 'Fen View',
  organisationName: 'Fen Care Ltd',
  phone: '01632 960042',
  website: null,
  postcode: 'FM1 1AA',
  addressLines: ['10 Mill Row'],
  isUnlisted: false,
};

describe('whether two entries may be the same', () => {
  it.each<[string, Partial<Candidate>, Partial<Candidate>, ProposedLink['kind'] | null]>([
    ['the same name at the same place', {}, { feedId: 'g' }, 'DUPLICATE'],
    ['a name with more words', {}, { name: 'The Fen View Care Home Ltd' }, 'DUPLICATE'],
    ['the same name in two towns', {}, { postcode: 'FM9 9ZZ' }, null],
    ['the same name next door', {}, { addressLines: ['12 Mill Row'] }, null],
    ['only the outward postcode', { postcode: 'FM1' }, { postcode: 'FM1' }, null],
    ['two services under one roof', {}, { name: 'Fen Day Club' }, null],
    ['a new identifier for the same home', { isUnlisted: true }, { organisationName: 'Other' }, 'REREGISTRATION'],
    [
      'a new name, a new provider and the old telephone',
      { isUnlisted: true },
      { name: 'Mere Lodge', organisationName: 'Mere' },
      'REREGISTRATION',
    ],
    ['an organisation that ends one thing and begins another', { isUnlisted: true }, { name: 'Day Club' }, null],
    ['two that are both gone', { isUnlisted: true }, { isUnlisted: true }, null],
    ['one that is gone from another feed', { isUnlisted: true }, { feedId: 'g' }, null],
    ['the same entry', {}, { serviceId: '1' }, null],
  ])('judges %s', (_what, a, b, expected) => {
    const other = { ...one, serviceId: '2', ...b };
    expect(judgeLink({ ...one, ...a }, other)?.kind ?? null).toBe(expected);
    expect(judgeLink(other, { ...one, ...a })?.kind ?? null).toBe(expected);
  });

  it('tells the later from the earlier, and why', () => {
    const gone = { ...one, serviceId: '9', isUnlisted: true };
    expect(judgeLink(gone, { ...one, phone: null })).toEqual({
      kind: 'REREGISTRATION',
      serviceId: '1',
      otherServiceId: '9',
      grounds: ['SAME_PLACE', 'SAME_NAME'],
    });
  });
});

describe('links', () => {
  it('are proposed once between feeds and within them, and nothing is merged', async () => {
    const home = (name: string) => service({ name, ...placed(52.4, -0.05, 'FM7 1AA') });
    const [first, second] = [home('Mere House'), home('Mere House')];
    expect(await upkeepOf(await world.file('homes.json', [first, home('Other')]))).toEqual([0, 0, 0]);
    const copy = await world.file('copies.json', [second]);
    expect(await upkeepOf(copy)).toEqual([0, 0, 1]);
    expect(await upkeepOf(copy)).toEqual([0, 0, 0]);

    const again = await world.file('homes.json', [home('Mere House'), home('Other')]);
    expect((await take(again)).unlisted).toBe(2);
    const links = await rowsOf<{ kind: string; n: number }>(
      world,
      'select kind, count(*) as n from service_link group by 1 order by 1',
    );
    expect(links).toEqual([
      { kind: 'DUPLICATE', n: 2 },
      { kind: 'REREGISTRATION', n: 2 },
    ]);
    expect(await rowsOf(world, "select count(*) as n from service where name = 'Mere House'")).toEqual([{ n: 3 }]);
  });
});

describe('a rehearsal and a report', () => {
  it('tells what would happen, changes nothing, and accounts for every row', async () => {
    const file = await world.file('rehearsed.json', [
      service({ organization: undefined, organization_id: 'later' }),
      service({ id: 'kept', name: null }),
      ...Array.from({ length: 150 }, () => service()),
    ]);
    const rows: RowFate[] = [];
    const would = await take(file, { isRehearsal: true, onRow: (row) => rows.push(row) });
    expect([would.read, would.created, would.quarantined]).toEqual([152, 150, 2]);
    expect(rows).toHaveLength(152);
    expect(rows.find(({ externalId }) => externalId === 'kept')).toMatchObject({
      fate: 'quarantined',
      reason: 'NAME_MISSING',
      sentence: 'The entry has no name.',
      raw: { id: 'kept' },
    });
    expect(await rowsOf(world, "select from feed where key like '%/rehearsed'")).toEqual([]);
    expect((await take(file)).created).toBe(150);
    expect((await take(file, { isRehearsal: true })).unchanged).toBe(150);
  });

  it('keeps licence and attribution, from whoever gives them or from a register that is known to carry them', async () => {
    await take(await world.file('cqc.csv', 'name,cqc_id,postcode,provider\nFen View,1-1,FM1 1AA,Fen Care\n'));
    const told = { licence: 'CC-BY-4.0', attribution: 'Fen Directory', feedName: 'Fen' };
    await take(await world.file('told.json', [service()]), told);
    await take(await world.file('untold.json', [service()]));
    const feeds = await rowsOf(world, "select name, licence from feed where key ~ '/(cqc|told|untold)$' order by key");
    expect(feeds).toMatchObject([{ licence: 'OGL-UK-3.0' }, { name: 'Fen', licence: 'CC-BY-4.0' }, { licence: null }]);
  });
});

const homes = join(projectFolder, '../shared/data/directory/trafford-ogl');
(existsSync(homes) ? describe : describe.skip)('two copies of a real register', () => {
  it('show what closed, and the homes that registered anew', async () => {
    const folder = join(world.folder, 'register');
    await mkdir(folder);
    for (const copy of ['care_homes_2020-04.csv', 'care_homes_2022-06.csv'])
      await copyFile(join(homes, copy), join(folder, copy));
    const first = await take(join(folder, 'care_homes_2020-04.csv'));
    const second = await take(join(folder, 'care_homes_2022-06.csv'));
    expect([first.unlisted, first.read - first.created]).toEqual([0, 0]);
    expect([second.unlisted, second.created]).toEqual([8, 9]);
    const anew = await rowsOf<{ name: string }>(
      world,
      `select distinct s.name from service_link k join service s on s.id = k.service_id join feed f on f.id = s.feed_id
       where k.kind = 'REREGISTRATION' and f.key = 'register/care_homes' order by 1`,
    );
    expect(anew.map(({ name }) => name)).toEqual([
      'Cheshire House',
      'Halecroft Grange',
      'Lady of the Vale Care Home',
      'Our Place',
    ]);
  });
});
