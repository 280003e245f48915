import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { exportDirectory } from '../../api/directory/export-directory.ts';
import type { ExportFormat } from '../../api/directory/open-loss.rules.ts';
import { importDirectory } from '../../api/offers/import-directory.ts';
import { projectFolder } from '../support/folders.ts';
import { sharedData } from '../support/open-referral.ts';
import { makeDirectoryWorld, page, placed, rowsOf, service } from './world.ts';
import type { DirectoryWorld } from './world.ts';

let folder: string;
const worlds: DirectoryWorld[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-export-'));
});
afterAll(async () => {
  for (const world of worlds) await world.close();
  await rm(folder, { recursive: true });
});

async function emptyWorld(): Promise<DirectoryWorld> {
  const world = await makeDirectoryWorld();
  worlds.push(world);
  return world;
}

async function take(world: DirectoryWorld, source: string, licence: string | null = 'OGL-UK-3.0') {
  return importDirectory(world.system(), source, licence === null ? {} : { licence, attribution: 'Us' });
}

async function written(name: string): Promise<Record<string, unknown>> {
  const files = (await readdir(join(folder, name))).filter((file) => file.endsWith('.json')).sort();
  const read = files.map(async (file) => [file, JSON.parse(await readFile(join(folder, name, file), 'utf8'))] as const);
  return Object.fromEntries(await Promise.all(read));
}

interface Described {
  readonly licenses: unknown;
  readonly resources: { path: string; schema: { fields: { name: string }[] } }[];
}

/** The lines of every table of a package under their headings, in no order. */
async function tablesIn(name: string): Promise<Record<string, string[][]>> {
  const files = (await readdir(join(folder, name))).filter((file) => file.endsWith('.csv'));
  const read = files.map(async (file) => {
    const [, ...lines] = parse(await readFile(join(folder, name, file), 'utf8'));
    return [file.replace('.csv', ''), lines.sort()] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

function servicesIn(pages: Record<string, unknown>): unknown[] {
  const named = Object.entries(pages).filter(([file]) => file.startsWith('services'));
  const all = named.flatMap(([, read]) => (read as { contents: { id: string }[] }).contents);
  return all.sort((a, b) => a.id.localeCompare(b.id));
}

const real = ['v3-page1', 'v3-page2', 'v3-DIRTY-page1', 'v3-DIRTY-page2'].map((name) =>
  join(sharedData, `directory/bucks2021/bucks2021-oruk-${name}.json`),
);
const sources: [string, string[]][] = [
  ['the borough of Fenmoor', [join(projectFolder, 'seeds/fenmoor/directory.json')]],
  ['Buckinghamshire, clean and dirty', real],
  ['Bristol', [join(sharedData, 'directory/bristol-oruk-v3-real/bristol-services-page1.json')]],
];

describe('writing the directory to files', () => {
  // Feeds of others lie beside the project and may be absent.
  const present = sources.filter(([, files]) => files.every(existsSync));
  it.each(present)(
    'gives of %s, taken in again elsewhere, the same export',
    async (name, files) => {
      const [first, second] = ['first', 'second'].map((turn) => `${basename(name)}-${turn}`) as [string, string];
      const here = await emptyWorld();
      for (const file of files) await take(here, file);
      const account = await exportDirectory(here.stranger(), 'oruk-3', join(folder, first));
      expect(account.services).toBeGreaterThan(0);

      const there = await emptyWorld();
      const { quarantined, problems, read } = await take(there, join(folder, first));
      expect([quarantined, problems]).toEqual([0, []]);
      expect(read).toBeGreaterThan(account.services);
      await exportDirectory(there.stranger(), 'oruk-3', join(folder, second));
      expect(await written(second)).toEqual(await written(first));
      expect(await rowsOf(there, 'select count(*) as n from feed')).toEqual([{ n: 1 }]);
    },
    120_000,
  );

  it('gives as tables, taken in again elsewhere, the same tables, each thing once', async () => {
    const here = await emptyWorld();
    await take(here, join(projectFolder, 'seeds/fenmoor/directory.json'));
    const hall = placed(52.4, -0.05, 'FM9 1AA');
    const odd = { description: '=1+1\n"Tea, cake" and more', ...hall, phones: [{ number: '(312) 555-0142' }] };
    const two = { schedules: ['MO', 'TU'].map((byday) => ({ freq: 'WEEKLY', byday, opens_at: '10:00' })), ...hall };
    const hidden = { ...placed(52.3, -0.3, 'FM9 2AA'), description: 'The address is confidential.' };
    const rows = [service(odd), service(two), service(hidden)];
    await take(here, await here.file('odd.json', page(rows)));
    const account = await exportDirectory(here.stranger(), 'csv', join(folder, 'tables-first'));
    expect(account.files).toContain('datapackage.json');
    expect(account.lines[0]).toMatch(/^What HSDS 3 tables could not carry/);

    const there = await emptyWorld();
    const { quarantined, problems } = await take(there, join(folder, 'tables-first'));
    expect([quarantined, problems]).toEqual([0, []]);
    await exportDirectory(there.stranger(), 'csv', join(folder, 'tables-second'));
    const [first, second] = [await tablesIn('tables-first'), await tablesIn('tables-second')];
    expect(second).toEqual(first);
    for (const [table, lines] of Object.entries(first)) {
      const ids = lines.map(([id]) => id);
      expect([table, new Set(ids).size]).toEqual([table, ids.length]);
    }
    expect(first['services']?.some((cells) => cells.includes(`'=1+1\n"Tea, cake" and more`))).toBe(true);

    // As pages of JSON both say the same too, so that the tables have lost nothing.
    await exportDirectory(here.stranger(), 'hsds-3.1', join(folder, 'pages-first'));
    await exportDirectory(there.stranger(), 'hsds-3.1', join(folder, 'pages-second'));
    expect(servicesIn(await written('pages-second'))).toEqual(servicesIn(await written('pages-first')));
  }, 60_000);

  it('describes the tables in datapackage.json, by their columns and licences', async () => {
    const world = await emptyWorld();
    await take(world, await world.file('few.json', page([service()])));
    await exportDirectory(world.stranger(), 'csv', join(folder, 'described'));
    const described = JSON.parse(await readFile(join(folder, 'described/datapackage.json'), 'utf8')) as Described;
    expect(described.licenses).toEqual([{ name: 'OGL-UK-3.0' }]);
    for (const { path, schema } of described.resources) {
      const [head] = parse(await readFile(join(folder, 'described', path), 'utf8'));
      expect(schema.fields.map(({ name }) => name)).toEqual(head);
    }
  });

  it('says what it could not carry', async () => {
    const world = await emptyWorld();
    const contacts = [{ name: 'Ada Named', email: 'desk@fen.example' }];
    const rows = [
      service({ id: 17, wait_time: 'A week', contacts, ...placed(52.4, -0.05) }),
      service({ ...placed(52.4, -0.05, 'FM9 1AA'), email: 'ada..named@fen.example' }),
      service({ name: 'Unlisted' }),
    ];
    await take(world, await world.file('lossy.json', page(rows)));
    await take(world, await world.file('unlicensed.json', page([service()])), null);
    await rowsOf(world, `update organisation set is_listed = false where id in (select organisation_id from service where name = 'Unlisted')`); // prettier-ignore

    const losses = async (format: ExportFormat) =>
      (await exportDirectory(world.stranger(), format, join(folder, 'lossy'))).lines.map((line) => line.trim());
    const uk = await losses('oruk-3');
    expect(uk).toEqual([
      'What Open Referral UK 3.0 could not carry:',
      expect.stringMatching(/^1 {2}services have a web or e-mail address/),
      expect.stringMatching(/^1 {2}services have a waiting time/),
      expect.stringMatching(/^1 {2}services have telephone numbers or e-mail addresses/),
      expect.stringMatching(/^1 {2}services are not republished/),
      expect.stringMatching(/^1 {2}services are not published, because their organisation/),
      expect.stringMatching(/^1 {2}services came with an identifier that is no UUID/),
      expect.stringMatching(/^1 {2}contacts have the name of a person/),
      'Sources and their licences:',
      expect.stringMatching(/lossy; OGL-UK-3.0; Us$/),
    ]);
    expect(await losses('hsds-3.1')).toHaveLength(uk.length - 2);
    expect(await readFile(join(folder, 'lossy/losses.txt'), 'utf8')).toMatch(/^What HSDS 3.1 could not carry:\n/);
  });
});
