import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportAccount } from '../../api/directory/import-account.ts';
import { importDirectory } from '../../api/offers/import-directory.ts';
import { projectFolder } from '../support/folders.ts';
import { makeDirectoryWorld, page, placed, rowsOf, service } from './world.ts';
import type { DirectoryWorld } from './world.ts';

let world: DirectoryWorld;
beforeAll(async () => {
  world = await makeDirectoryWorld();
});
afterAll(() => world.close());

function take(source: string): Promise<ImportAccount> {
  return importDirectory(world.system(), source, { fetch: { waits: [0, 0], timeout: 2000 } });
}

function sentencesOf(account: ImportAccount): string {
  return account.problems.map(({ sentence }) => sentence).join('\n');
}

function countsOf({ read, created, changed, unchanged, quarantined }: ImportAccount): number[] {
  return [read, created, changed, unchanged, quarantined];
}

describe('importing a file', () => {
  it('accepts or quarantines every row, and changes nothing the second time', async () => {
    const rows = [service(), service({ name: null }), 'nonsense', service({ status: 'resting' }), service({ id: 99 })];
    const file = await world.file('mixed.json', page(rows));

    const first = await take(file);
    expect(countsOf(first)).toEqual([5, 2, 0, 0, 3]);
    expect(first.reasons.map(({ code, count }) => [code, count])).toEqual([
      ['NAME_MISSING', 1],
      ['NOT_AN_OBJECT', 1],
      ['STATUS_UNKNOWN', 1],
    ]);
    expect(countsOf(await take(file))).toEqual([5, 0, 0, 2, 3]);

    const kept = await rowsOf<{ raw: string }>(
      world,
      'select q.raw from quarantined_row q join feed f on f.id = q.feed_id where f.key like $1',
      ['%/mixed'],
    );
    expect(kept.map(({ raw }) => raw).sort()).toEqual(
      rows
        .slice(1, 4)
        .map((row) => JSON.stringify(row))
        .sort(),
    );
    const runs = await rowsOf<{ same: boolean }>(
      world,
      `select read_count = 5 and ended_at is not null as same
      from import_run r join feed f on f.id = r.feed_id where f.key like '%/mixed'`,
    );
    expect(runs.map(({ same }) => same)).toEqual([true, true]);
  });

  it('sees a change, but not another way of writing the same', async () => {
    const entry = service({
      description: 'Soup and  bread',
      contacts: [{ title: 'Desk', phones: [{ number: '01632 960042' }] }],
    });
    await take(await world.file('again.json', [entry]));

    const sameAgain = {
      ...entry,
      name: ` ${String(entry['name']).toUpperCase()}`,
      description: 'soup and bread\r\n',
      contacts: [{ title: 'Desk', phones: [{ number: '01632960042' }] }],
    };
    expect(countsOf(await take(await world.file('again.json', [sameAgain])))).toEqual([1, 0, 0, 1, 0]);

    const changed = { ...entry, description: 'Soup, bread and cheese' };
    expect(countsOf(await take(await world.file('again.json', [changed])))).toEqual([1, 0, 1, 0, 0]);
    const found = await rowsOf(
      world,
      'select description, (select count(*) from contact where service_id = service.id) as contacts from service where external_id = $1',
      [entry['id']],
    );
    expect(found).toEqual([{ description: 'Soup, bread and cheese', contacts: 1 }]);
  });

  it('counts an identifier that comes twice: unchanged when it says the same, quarantined when it does not', async () => {
    const entry = service();
    const file = await world.file('twice.json', [entry, { ...entry }, { ...entry, name: 'Another' }]);
    expect(countsOf(await take(file))).toEqual([3, 1, 0, 1, 1]);
    expect(countsOf(await take(file))).toEqual([3, 0, 0, 2, 1]);
  });

  it('keeps entries of batches apart from each other and of any number', async () => {
    const rows = Array.from({ length: 300 }, () => service({ ...placed(52.4, -0.05, 'FM9 1AA') }));
    const seen: [number, number][] = [];
    const account = await importDirectory(world.system(), await world.file('many.json', rows), {
      onProgress: ({ read, total }) => seen.push([read, total]),
    });
    expect(countsOf(account)).toEqual([300, 300, 0, 0, 0]);
    expect(seen).toEqual([0, 100, 200, 300].map((read) => [read, 300]));
    expect(await rowsOf(world, "select count(*) as n from location where postcode = 'FM9 1AA'")).toEqual([{ n: 1 }]);
    expect(await rowsOf(world, "select count(*) as n from postcode where outward = 'FM9'")).toEqual([{ n: 2 }]);
  });

  it('takes in what no database text can hold', async () => {
    const file = await world.file(
      'odd.json',
      '[{"id":"odd\\u0000","name":"A\\u0000 \\ud800 B","status":"active","organization":{"id":"o","name":"Us"}},{"id":"x\\ud800","name":"\\u0000"}]',
    );
    expect(countsOf(await take(file))).toEqual([2, 1, 0, 0, 1]);
  });

  it('makes offers of the prices of providers, and of nobody else', async () => {
    const kinds = (name: string) => ({ attributes: [{ taxonomy_term: { id: name, name, taxonomy: 'Kith kinds' } }] });
    const cost_options = [
      { option: 'per hour', amount: 21.6, amount_description: 'Minimum 2 hours' },
      { option: 'per month', amount: 9 },
    ];
    const paid = service({ ...kinds('Provider'), cost_options });
    const group = service({ ...kinds('Community group'), cost_options });
    await take(await world.file('priced.json', [paid, group]));
    const offers =
      'select s.external_id, o.unit, o.rate_pence, o.minimum_minutes from offer o join service s on s.id = o.service_id';
    expect(await rowsOf(world, offers)).toEqual([
      { external_id: paid['id'], unit: 'HOUR', rate_pence: 2160, minimum_minutes: 120 },
    ]);

    await take(
      await world.file('priced.json', [{ ...paid, cost_options: [{ option: 'a visit', amount: 30 }] }, group]),
    );
    expect(await rowsOf(world, offers)).toEqual([
      { external_id: paid['id'], unit: 'VISIT', rate_pence: 3000, minimum_minutes: null },
    ]);
  });

  it('takes in organisations and terms by themselves, and finds an organisation that is only named', async () => {
    const folder = join(world.folder, 'parts');
    await mkdir(folder);
    await writeFile(
      join(folder, 'borough-page1.json'),
      JSON.stringify([
        service({ organization: undefined, organization_id: 'elsewhere' }),
        service({ organization: undefined, organization_id: 'nowhere' }),
      ]),
    );
    await writeFile(
      join(folder, 'borough-page2.json'),
      JSON.stringify([
        { id: 'elsewhere', name: 'Elsewhere', description: 'Far away.' },
        { id: 'x', description: '', name: null },
      ]),
    );
    await writeFile(
      join(folder, 'borough-page3.json'),
      JSON.stringify([{ id: 't', name: 'Lunch clubs', taxonomy: 'Topics' }]),
    );
    expect(countsOf(await take(folder))).toEqual([5, 3, 0, 0, 2]);
    expect(countsOf(await take(folder))).toEqual([5, 0, 0, 3, 2]);
  });
});

describe('sources that cannot be read', () => {
  it.each<[string, string, RegExp]>([
    ['cut.json', '[{"name": "Lunch", "status": "act', /ends midway/],
    ['page.json', '<html></html>', /not JSON/],
    ['places.json', '[{"location_type": "physical", "name": "Hall"}]', /a list of places/],
  ])('says why of %s and writes nothing', async (name, content, sentence) => {
    const account = await take(await world.file(name, content));
    expect(sentencesOf(account)).toMatch(sentence);
    expect(account.read).toBe(0);
    expect(await rowsOf(world, 'select from feed where key like $1', [`%/${name.replace('.json', '')}`])).toEqual([]);
  });

  it('says when there is no such file', async () => {
    expect(sentencesOf(await take(join(world.folder, 'absent.json')))).toMatch(/no such file or folder/);
  });

  it('reads the other files of a folder when one is broken', async () => {
    const folder = join(world.folder, 'several');
    await mkdir(folder);
    await writeFile(join(folder, 'good.json'), JSON.stringify([service()]));
    await writeFile(join(folder, 'bad.json'), '{');
    const account = await take(folder);
    expect(countsOf(account)).toEqual([1, 1, 0, 0, 0]);
    expect(account.problems.map(({ code }) => code)).toEqual(['ENDS_MIDWAY']);
  });
});

describe('importing from an address', () => {
  let server: Server;
  let address: string;
  let answer: (path: string, response: ServerResponse) => void;
  const json = (response: ServerResponse, body: unknown) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));

  beforeAll(async () => {
    server = createServer((request, response) => answer(request.url ?? '', response));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  it('follows every page from the root of the interface, and tries again when the server is busy', async () => {
    const rows = [service(), service(), service()];
    let isBusy = true;
    answer = (path, response) => {
      if (path === '/v3/') return json(response, { version: 'HSDS-UK-3.0', profile: 'x', openapi_url: 'y' });
      const number = Number(new URL(path, address).searchParams.get('page') ?? 1);
      if (number === 2 && isBusy) {
        isBusy = false;
        return response.writeHead(503).end();
      }
      return json(response, page([rows[number - 1]], number, 3));
    };
    expect(countsOf(await take(`${address}/v3/`))).toEqual([3, 3, 0, 0, 0]);
    expect(countsOf(await take(`${address}/v3/services`))).toEqual([3, 0, 0, 3, 0]);
  });

  it('follows the pages of v1 from 0 or from 1, and reads lines and tables', async () => {
    const rows = [service(), service(), service()];
    const first = { from: 0 };
    answer = (path, response) => {
      const number = Number(new URL(path, address).searchParams.get('page') ?? first.from);
      const content = [{ ...rows[number - first.from], service_taxonomys: [] }];
      json(response, { totalElements: 3, totalPages: 3, number, size: 1, first: number === first.from, content });
    };
    expect(countsOf(await take(`${address}/v1/services`))).toEqual([3, 3, 0, 0, 0]);
    first.from = 1;
    expect(countsOf(await take(`${address}/v1/services`))).toEqual([3, 0, 0, 3, 0]);

    answer = (_path, response) => response.end(rows.map((row) => JSON.stringify(row)).join('\n'));
    expect(countsOf(await take(`${address}/lines`))).toEqual([3, 3, 0, 0, 0]);
    answer = (_path, response) => response.end('Name,Telephone\nTea,01632 960042\n');
    expect(countsOf(await take(`${address}/clubs.csv`))).toEqual([1, 1, 0, 0, 0]);
  });

  it('changes nothing and removes nothing when a feed breaks off', async () => {
    answer = (path, response) =>
      path.includes('page=2') ? response.destroy() : json(response, page([service()], 1, 2));
    const account = await take(`${address}/broken`);
    expect(sentencesOf(account)).toMatch(/broke off at page 2 of 2.*Nothing was changed/);
    expect([account.read, account.left]).toEqual([0, 1]);
    expect(
      await rowsOf(world, "select from service s join feed f on f.id = s.feed_id where f.key like '%/broken'"),
    ).toEqual([]);
  });

  it('says when nothing answers', async () => {
    const free = createServer();
    await new Promise<void>((ready) => free.listen(0, '127.0.0.1', ready));
    const { port } = free.address() as AddressInfo;
    await new Promise((closed) => free.close(closed));
    expect(sentencesOf(await take(`http://127.0.0.1:${port}/services`))).toMatch(
      /cannot be read: no server answers there/,
    );
    answer = (_path, response) => response.writeHead(404).end();
    expect(sentencesOf(await take(`${address}/absent`))).toMatch(/the server answered 404/);
  });
});

describe('the borough of Fenmoor', () => {
  it('goes in whole, without a repair', async () => {
    const account = await take(join(projectFolder, 'seeds/fenmoor/directory.json'));
    expect([...countsOf(account), account.repairs.length]).toEqual([60, 60, 0, 0, 0, 0]);
    const kinds = await rowsOf(
      world,
      `select kind, count(*) as n from organisation o join feed f on f.id = o.feed_id
      where f.key = 'fenmoor/directory' group by kind order by kind`,
    );
    expect(kinds).toEqual([
      { kind: 'ADVICE', n: 2 },
      { kind: 'COMMUNITY_GROUP', n: 20 },
      { kind: 'PROVIDER', n: 12 },
    ]);
  });
});

const real = join(projectFolder, '../shared/data/directory');
const sources = [
  'bucks2021/bucks2021-oruk-v3-page1.json',
  'bucks2021/bucks2021-oruk-v3-page2.json',
  'bucks2021/bucks2021-oruk-v3-DIRTY-page1.json',
  'bucks2021/bucks2021-oruk-v3-DIRTY-page2.json',
  'bristol-oruk-v3-real/bristol-services-page1.json',
  'bristol-oruk-v3-real/bristol-service-1625ip.json',
  'bucks2021/bucks2021-oruk-v1-page1.json',
  'bucks2021/bucks2021-oruk-v1-page2.json',
  'bucks2021/bucks2021-outpost-redacted.json',
  '313help-hsds32-sample/services_sample.json',
  'hsds-3.2.3-official-examples/service_list.json',
  'hsds-3.2.3-official-examples/service_full.json',
  'hsds-3.2.3-official-examples/service_at_location_list.json',
  'hsds-3.2.3-official-examples/organization_full.json',
  'hsds-3.2.3-official-examples/organization_list.json',
  'hsds-3.2.3-official-examples/taxonomy_term_list.json',
  'hsds-3.2.3-official-examples/csv',
  'hsds2-csv-ilao',
  'trafford-ogl/care_homes_2020-04.csv',
  'trafford-ogl/charities_2021-06.csv',
  'trafford-ogl/gm_food_banks.csv',
  'trafford-ogl/trafford_mental_health_services.csv',
];
if (!existsSync(real)) process.stderr.write('Real directory feeds are not here: their import was skipped.\n');

(existsSync(real) ? describe : describe.skip)('real feeds', () => {
  it.each(sources)('takes in %s, and changes nothing the second time', async (name) => {
    const first = await take(join(real, name));
    expect(first.read).toBeGreaterThan(0);
    expect(first.read).toBe(first.created + first.changed + first.unchanged + first.quarantined);
    expect(first.problems).toEqual([]);
    const second = await take(join(real, name));
    expect(countsOf(second)).toEqual([first.read, 0, 0, first.read - first.quarantined, first.quarantined]);
  });
});
