import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportAccount } from '../../api/directory/import-account.ts';
import { importDirectory } from '../../api/offers/import-directory.ts';
import { makeDirectoryWorld, page, placed, rowsOf, service } from './world.ts';
import type { DirectoryWorld } from './world.ts';

let world: DirectoryWorld;
let server: Server;
let address: string;
let answer: (url: URL, response: ServerResponse) => unknown;
beforeAll(async () => {
  world = await makeDirectoryWorld();
  server = createServer((request, response) => answer(new URL(request.url ?? '', address), response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((closed) => server.close(closed));
  await world.close();
});

const json = (response: ServerResponse, body: unknown) => response.end(JSON.stringify(body));
const take = (path: string): Promise<ImportAccount> =>
  importDirectory(world.system(), `${address}${path}`, { fetch: { waits: [0, 0], timeout: 2000 } });
const countsOf = ({ read, created, changed, unchanged, quarantined }: ImportAccount) => [
  ...[read, created, changed, unchanged, quarantined],
];
const sentencesOf = ({ problems }: ImportAccount) => problems.map(({ sentence }) => sentence).join('\n');
const numberOf = (url: URL) => Number(url.searchParams.get('page') ?? 1);
async function unlistedIn(path: string): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    world,
    'select count(*)::integer as n from service s join feed f on f.id = s.feed_id where f.key = $1 and unlisted_on is not null',
    [`${address}${path}`],
  );
  return row?.n ?? 0;
}

describe('a feed that changes while its pages are read', () => {
  it('is followed to its latest end, and nothing is taken for gone', async () => {
    const rows = [service(), service(), service()];
    answer = (url, response) => json(response, page([rows[numberOf(url) - 1]], numberOf(url), 3));
    expect(countsOf(await take('/grows/services'))).toEqual([3, 3, 0, 0, 0]);

    // The first page still says two; by the second there are three, and the first entry has moved out of sight.
    const later = [service(), rows[1], rows[2]];
    answer = (url, response) => {
      const number = numberOf(url);
      const pages = number === 1 ? 2 : 3;
      return json(response, page([later[number - 1]], number, pages));
    };
    const account = await take('/grows/services');
    expect([...countsOf(account), account.unlisted, account.problems.length]).toEqual([3, 1, 0, 2, 0, 0, 0]);
    expect(await unlistedIn('/grows')).toBe(0);
  });

  it('is read to the first empty page when it shrinks, and nothing is taken for gone', async () => {
    const rows = [service(), service(), service()];
    answer = (url, response) => json(response, page([rows[numberOf(url) - 1]], numberOf(url), 3));
    await take('/shrinks/services');
    answer = (url, response) =>
      json(response, numberOf(url) < 3 ? page([rows[numberOf(url) - 1]], numberOf(url), 3) : page([], 3, 3));
    const account = await take('/shrinks/services');
    expect([account.read, account.unlisted]).toEqual([2, 0]);
    expect(await unlistedIn('/shrinks')).toBe(0);
  });
});

describe('a server that pages badly', () => {
  it.each<[string, (row: unknown, number: number) => unknown]>([
    ['answers with another page than was asked for', (row) => page([row], 1, 2)],
    ['answers with the page before it once more', (row) => ({ contents: [row], total_pages: 2 })],
  ])('and %s changes nothing', async (what, pageFor) => {
    const row = service();
    answer = (url, response) => json(response, pageFor(row, numberOf(url)));
    const account = await take(`/${what.replace(/\W+/g, '-')}/services`);
    expect(sentencesOf(account)).toMatch(/broke off at page 2 of 2/);
    expect([account.read, account.left]).toEqual([0, 1]);
  });

  it('and is busy is asked again when it says', async () => {
    let tries = 0;
    answer = (url, response) => {
      if (url.pathname === '/busy/services') tries += 1;
      if (tries === 1) return response.writeHead(429, { 'retry-after': '0' }).end();
      return json(response, page([service()]));
    };
    expect((await take('/busy/services')).created).toBe(1);
    expect(tries).toBe(2);
  });
});

describe('a list that tells its entries in part', () => {
  const full = [1, 2, 3].map(() => service(placed(52.4, -0.05, 'FM9 1AA')));
  const shallow = full.map(({ id, name, status, organization }) => ({ id, name, status, organization }));
  const entryAt = (url: URL) => full.find(({ id }) => url.pathname === `/part/services/${String(id)}`);
  const asked: string[] = [];

  it('is followed to the page of each entry', async () => {
    answer = (url, response) => {
      asked.push(url.pathname);
      const entry = entryAt(url);
      return json(response, entry ?? page(shallow));
    };
    expect(countsOf(await take('/part/services'))).toEqual([3, 3, 0, 0, 0]);
    const places = await rowsOf(
      world,
      'select from service_at_location p join service s on s.id = p.service_id where s.external_id = any ($1)',
      [full.map(({ id }) => id)],
    );
    expect(places).toHaveLength(3);
    expect(countsOf(await take('/part/services'))).toEqual([3, 0, 0, 3, 0]);
  });

  it('keeps what is known of an entry whose page is gone, and says so', async () => {
    answer = (url, response) => {
      const entry = entryAt(url);
      if (entry === full[2]) return response.writeHead(404).end();
      return json(response, entry ?? page(shallow));
    };
    const account = await take('/part/services');
    expect([...countsOf(account), account.unlisted]).toEqual([3, 0, 0, 2, 1, 0]);
    expect(account.reasons.map(({ code }) => code)).toEqual(['FULL_TEXT_MISSING']);
    const kept = await rowsOf(
      world,
      'select from service_at_location p join service s on s.id = p.service_id where s.external_id = $1',
      [full[2]?.['id']],
    );
    expect(kept).toHaveLength(1);
  });

  it('changes nothing when the server gives up among the entries', async () => {
    answer = (url, response) => {
      const entry = entryAt(url);
      if (entry === full[1]) return response.writeHead(500).end();
      return json(response, entry ?? page(shallow));
    };
    const account = await take('/part/services');
    expect([account.read, account.unlisted, account.problems.length]).toEqual([0, 0, 1]);
  });

  it('is read as it is where entries have no pages', async () => {
    answer = (url, response) =>
      url.pathname === '/plain/services'
        ? json(response, page(shallow.map((row) => ({ ...row }))))
        : response.writeHead(404).end();
    expect(countsOf(await take('/plain/services'))).toEqual([3, 3, 0, 0, 0]);
  });
});

describe('a table that means harm', () => {
  it.each<[string, string, string]>([
    ['a hundred thousand columns', `name,telephone${',x'.repeat(100_000)}\nTea,1\n`, 'TOO_LARGE'],
    ['a cell of five million signs', `Name,Telephone\n"${'x'.repeat(5_000_000)}",1\n`, 'TOO_LARGE'],
    ['a quotation mark that is never closed', 'Name,Telephone\n"Tea,1\nChess,2\n', 'ENDS_MIDWAY'],
  ])('with %s is refused, and nothing of it is taken in', async (what, text, code) => {
    const account = await importDirectory(world.system(), await world.file(`${what.replace(/\W+/g, '-')}.csv`, text));
    expect([account.read, account.created, account.problems[0]?.code]).toEqual([0, 0, code]);
  });

  it('with a heading that is a name of the language’s own is only a table', async () => {
    const file = await world.file('proto.csv', 'Name,Telephone,__proto__,constructor\nTea,01632 960042,a,b\n');
    expect((await importDirectory(world.system(), file)).created).toBe(1);
  });
});

describe('a network', () => {
  it('of one name in many towns is no pair of duplicates, also when it comes in two lists', async () => {
    const shops = Array.from({ length: 48 }, (_, town) =>
      service({
        name: 'Fen Larder Trust',
        organization: { id: 'larder', name: 'Fen Larder Trust', description: 'Food.' },
        service_at_locations: [
          {
            location: {
              id: `larder${town}`,
              location_type: 'physical',
              addresses: [
                { address_1: '1 High Street', city: `Town ${town}`, postal_code: `FM${town + 10} 1AA`, country: 'GB' },
              ],
            },
          },
        ],
      }),
    );
    const account = await importDirectory(world.system(), await world.file('network.json', shops));
    expect([account.created, account.proposed]).toEqual([48, 0]);
    const half = await importDirectory(world.system(), await world.file('half.json', shops.slice(0, 1)));
    expect(half.proposed).toBe(1);
  });
});
