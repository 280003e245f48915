import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { ImportOptions } from '../../api/directory/import-feeds.ts';
import { importFeeds } from '../../api/directory/import-feeds.ts';
import { importDirectory } from '../../api/offers/import-directory.ts';
import { makeDirectoryWorld, page, rowsOf, service } from './world.ts';
import type { DirectoryWorld } from './world.ts';

let world: DirectoryWorld;
beforeAll(async () => {
  world = await makeDirectoryWorld();
});
afterAll(() => world.close());

const take = (source: string, options: ImportOptions = {}) => importDirectory(world.system(), source, options);

interface Run {
  readonly staged: number;
  readonly read: number;
  readonly left: number;
  readonly hasEnded: boolean;
  readonly isWhole: boolean;
  readonly problem: string | null;
}

function runsOf(key: string): Promise<Run[]> {
  return rowsOf(
    world,
    `select staged_count as staged, read_count as read, left_count as left, ended_at is not null as "hasEnded",
       is_whole as "isWhole", problem
     from import_run r join feed f on f.id = r.feed_id where f.key like $1 order by started_at, r.id`,
    [`%/${key}`],
  );
}

function landedOf(key: string): Promise<{ own: string; kind: string; fate: string | null }[]> {
  return rowsOf(
    world,
    `select external_id as own, kind, fate from staged_row s join feed f on f.id = s.feed_id where f.key like $1 order by position`,
    [`%/${key}`],
  );
}

describe('rows of a feed', () => {
  it('land as they came with the feed, the run and their own identifier, and keep what became of them', async () => {
    const rows = [service({ id: 'a' }), service({ id: 'b', name: null }), 'nonsense', service({ id: 7 })];
    const file = await world.file('landed.json', page(rows));
    await take(file);
    expect(await landedOf('landed')).toEqual([
      { own: 'a', kind: 'SERVICE', fate: 'CREATED' },
      { own: 'b', kind: 'SERVICE', fate: 'QUARANTINED' },
      { own: null, kind: 'SERVICE', fate: 'QUARANTINED' },
      { own: '7', kind: 'SERVICE', fate: 'CREATED' },
    ]);
    const raw = await rowsOf<{ raw: string }>(
      world,
      "select raw from staged_row s join feed f on f.id = s.feed_id where f.key like '%/landed' order by position",
    );
    expect(raw.map((row) => JSON.parse(row.raw) as unknown)).toEqual(JSON.parse(JSON.stringify(rows)));
  });

  it('are kept of the last whole run and of what came after it, so that the database does not grow for ever', async () => {
    const first = service({ id: 'one' });
    await take(await world.file('kept.json', [first]));
    await take(await world.file('kept.json', page([first, service({ id: 'two' })], 1, 2)));
    expect((await landedOf('kept')).map(({ own }) => own)).toEqual(['one', 'one', 'two']);
    await take(await world.file('kept.json', page([service({ id: 'three' })], 1, 2)));
    expect((await landedOf('kept')).map(({ own }) => own)).toEqual(['one', 'three']);
    await take(await world.file('kept.json', [first]));
    expect((await landedOf('kept')).map(({ own }) => own)).toEqual(['one']);
  });

  it('that tell of one service at several places become one row, where the first of them stood', async () => {
    const place = (id: string) => ({ location: { id, location_type: 'physical', name: id } });
    const [first, second] = [service({ id: 'walk' }), service({ id: 'swim' })];
    const rows = [
      { id: 1, service: first, ...place('Mill') },
      { id: 2, service: second, ...place('Pool') },
      { id: 3, service: first, ...place('Barn') },
    ];
    const account = await take(await world.file('placed.json', rows));
    expect([account.read, account.created, account.left]).toEqual([2, 2, 0]);
    expect((await landedOf('placed')).map(({ own }) => own)).toEqual(['walk', 'swim']);
    const [run] = await runsOf('placed');
    expect(run).toMatchObject({ staged: 2, read: 2, isWhole: true });
  });
});

describe('a run that breaks off', () => {
  it('leaves the rows of the broken part where they landed, and takes in the others', async () => {
    const folder = join(world.folder, 'cut');
    await mkdir(folder);
    const many = Array.from({ length: 600 }, () => JSON.stringify(service()));
    await writeFile(join(folder, 'fen-page1.json'), JSON.stringify([service()]));
    await writeFile(join(folder, 'fen-page2.json'), `[${many.join(',')},{"name": "Ch`);
    const account = await take(folder);
    expect([account.read, account.created, account.left]).toEqual([1, 1, 600]);
    expect(await runsOf('fen')).toMatchObject(
      [{ staged: 601, read: 1, left: 600, hasEnded: true, isWhole: false, problem: /ends midway/ }].map(
        ({ problem, ...run }) => ({ ...run, problem: expect.stringMatching(problem) as unknown }),
      ),
    );
    expect((await landedOf('fen')).filter(({ fate }) => fate === null)).toHaveLength(600);
  });

  it('while rows are placed has written no batch by half, says so, and can be done again', async () => {
    const file = await world.file('torn.json', [...Array.from({ length: 300 }, () => service())]);
    let batches = 0;
    const tear = () => {
      batches += 1;
      return batches === 2 ? Promise.reject(new Error('The lights went out.')) : Promise.resolve();
    };
    await expect(importFeeds(world.system(), file, {}, tear)).rejects.toThrow('The lights went out.');
    expect(await runsOf('torn')).toEqual([
      { staged: 300, read: 100, left: 200, hasEnded: false, isWhole: false, problem: expect.any(String) as unknown },
    ]);
    const placed = "select count(*) as n from service s join feed f on f.id = s.feed_id where f.key like '%/torn'";
    expect(await rowsOf(world, placed)).toEqual([{ n: 100 }]);
    expect((await landedOf('torn')).filter(({ fate }) => fate === null)).toHaveLength(200);

    const again = await take(file);
    expect([again.read, again.created, again.unchanged]).toEqual([300, 200, 100]);
    expect((await runsOf('torn')).at(-1)).toMatchObject({
      staged: 300,
      read: 300,
      left: 0,
      isWhole: true,
      problem: null,
    });
  });

  it('is noted on a feed that is known, also when nothing at all can be read', async () => {
    await take(await world.file('lost.json', [service()]));
    await take(await world.file('lost.json', '<html>'));
    expect((await runsOf('lost')).map(({ problem }) => problem)).toEqual([null, expect.stringMatching(/not JSON/)]);
    expect(await runsOf('absent')).toEqual([]);
  });
});

describe('the account of a run', () => {
  it('cannot be written in which a row is neither placed nor left', async () => {
    await take(await world.file('counted.json', [service(), service()]));
    const system = new pg.Client({ connectionString: world.databases.system.app.options.connectionString });
    await system.connect();
    const set = (what: string) =>
      system.query(`update import_run set ${what} where feed_id = (select id from feed where key like '%/counted')`);
    await expect(set('staged_count = 3')).rejects.toThrow('import_run_staged_check');
    await expect(set('read_count = 1')).rejects.toThrow('import_run_count_check');
    await expect(set('staged_count = 3, ended_at = null')).resolves.toBeDefined();
    await expect(set('left_count = 1, ended_at = now()')).resolves.toBeDefined();
    await system.end();
  });
});
