import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import pino from 'pino';
import { ANONYMOUS } from '../../api/common/viewer.ts';
import { type Context, makeContext } from '../../api/platform/context.ts';
import { type Database, openDatabase } from '../../api/platform/database.ts';
import { cursorOf } from '../../api/platform/event-cursor.ts';
import { recordEvent } from '../../api/platform/events.ts';
import { type Hub, openHub, type StoredEvent } from '../../api/platform/hub.ts';
import { inTransaction, type Transaction } from '../../api/platform/transaction.ts';
import { testDatabase, type TestDatabase } from '../support/test-database.ts';

const WRITERS = 40;
const EVENTS_EACH = 15;

let database: TestDatabase;
let db: Database;
let hub: Hub;
let owner: pg.Pool;
let ctx: Context;
beforeAll(async () => {
  database = await testDatabase();
  const log = pino({ level: 'silent' });
  db = await openDatabase({ url: database.appUrl, entities: [], size: WRITERS });
  hub = await openHub({ url: database.systemUrl, log });
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
  ctx = makeContext({ viewer: ANONYMOUS, db, log });
});
afterAll(async () => {
  await Promise.all([hub.close(), db.close(), owner.end()]);
  await database.drop();
});

const record = (
  tx: Transaction,
  agreementId: string,
  data: Record<string, number> = {},
  stream = `agreement:${agreementId}`,
) => recordEvent(tx, { stream, type: 'TERMS_PROPOSED', actedAs: 'SYSTEM', agreementId, data });

const write = (agreementId: string, data: Record<string, number> = {}) =>
  inTransaction(ctx, (tx) => record(tx, agreementId, data));

const asOwner = async (statement: string, values: unknown[]) => {
  await owner.query('alter table event disable trigger user');
  await owner.query(statement, values);
  await owner.query('alter table event enable trigger user');
};

/** Follows, and gives what came once there is so much of it. */
function follow(filter: { agreementId?: string }, after: string | null) {
  const end = new AbortController();
  const told: StoredEvent[] = [];
  const waiting = new Set<() => void>();
  const ended = (async () => {
    for await (const event of hub.follow(filter, after, end.signal)) {
      told.push(event);
      waiting.forEach((wake) => wake());
    }
  })();
  const until = async (count: number) => {
    while (told.length < count) await new Promise<void>((resolve) => waiting.add(resolve));
    return told;
  };
  const stop = async () => {
    end.abort();
    await ended;
  };
  return { told, until, stop };
}

describe('the live feed', () => {
  it('tells each event of forty writers once and in the order of the cursor, also to who comes late', async () => {
    const all = follow({}, null);
    const mine = randomUUID();
    const agreements = [mine, ...Array.from({ length: 9 }, () => randomUUID())];
    const writer = async (number: number) => {
      for (let count = 0; count < EVENTS_EACH; count += 1) {
        await inTransaction(ctx, async (tx) => {
          // Pauses before and after make transactions commit in another order than they wrote.
          await tx.manager.query('select pg_sleep(random() * 0.02)');
          await record(tx, agreements[(number + count) % 10] ?? mine, { number, count }, `writer:${number}`);
          await tx.manager.query('select pg_sleep(random() * 0.02)');
        });
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, number) => writer(number)));

    const told = await all.until(WRITERS * EVENTS_EACH);
    const kept = await owner.query<{ id: number }>('select id from event order by xid, id');
    expect(told.map(({ id }) => id)).toEqual(kept.rows.map(({ id }) => id));

    const middle = told[250];
    const late = follow({ agreementId: mine }, middle?.cursor ?? '');
    const rest = told.slice(251).filter(({ agreementId }) => agreementId === mine);
    expect(await late.until(rest.length)).toEqual(rest);
    await write(mine);
    expect(await late.until(rest.length + 1)).toHaveLength(rest.length + 1);
    await Promise.all([all.stop(), late.stop()]);
  });

  it('keeps the order when the numbers of transactions grow a digit', async () => {
    const agreementId = randomUUID();
    const feed = follow({ agreementId }, null);
    const { rows } = await owner.query<{ id: number }>(
      `with marks as (
         select xid::xid8 as xid from unnest(array['8', '9', '10', '11']) as xid)
       insert into event (xid, stream, sequence, type, actor_name, acted_as, agreement_id, data, at, previous_hash, hash)
       select xid, 'old:' || xid, 1, 'TERMS_PROPOSED', 'Kith', 'SYSTEM', $1, '{}', now(), '', '' from marks
       returning id`,
      [agreementId],
    );
    const late = follow({ agreementId }, cursorOf({ xid: '7', id: 0 }));
    expect((await late.until(rows.length)).map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    await Promise.all([feed.stop(), late.stop()]);
    await asOwner('delete from event where agreement_id = $1', [agreementId]);
  });

  it('waits for a transaction that began earlier and commits later, and loses neither (bar 41)', async () => {
    const [slow, quick] = [randomUUID(), randomUUID()];
    const feed = follow({}, null);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let wrote: () => void = () => undefined;
    const written = new Promise<void>((resolve) => (wrote = resolve));
    const first = inTransaction(ctx, async (tx) => {
      await record(tx, slow);
      wrote();
      await held;
    });
    await written;
    await write(quick);
    expect(feed.told).toEqual([]);
    release();
    await first;
    expect((await feed.until(2)).map(({ agreementId }) => agreementId)).toEqual([slow, quick]);
    await feed.stop();
  });

  it('is silent about what was rolled back', async () => {
    const [undone, done] = [randomUUID(), randomUUID()];
    const feed = follow({}, null);
    await expect(
      inTransaction(ctx, async (tx) => {
        await record(tx, undone);
        throw new Error('on purpose');
      }),
    ).rejects.toThrow('on purpose');
    await write(done);
    expect((await feed.until(1)).map(({ agreementId }) => agreementId)).toEqual([done]);
    await feed.stop();
  });

  it('goes on when its listening connection was cut (bar 42)', async () => {
    const agreementId = randomUUID();
    const feed = follow({ agreementId }, null);
    await write(agreementId, { count: 1 });
    await feed.until(1);
    await owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'",
    );
    await write(agreementId, { count: 2 });
    await write(agreementId, { count: 3 });
    expect(new Set((await feed.until(3)).map(({ id }) => id)).size).toBe(3);
    await feed.stop();
  });

  it('ends for a reader who leaves, and refuses a cursor that is not its own', async () => {
    const feed = follow({}, null);
    await feed.stop();
    const reading = async () => {
      for await (const event of hub.follow({}, 'MS4x', new AbortController().signal)) return event;
      return null;
    };
    expect((await reading())?.cursor).toBeDefined();
    const broken = async () => {
      for await (const event of hub.follow({}, 'not-a-cursor', new AbortController().signal)) return event;
      return null;
    };
    await expect(broken()).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });
});

describe('the record of events', () => {
  const verify = async () => {
    const system = new pg.Client({ connectionString: database.systemUrl });
    await system.connect();
    const { rows } = await system.query<{ stream: string; sequence: number; problem: string }>(
      'select * from access.verify_events()',
    );
    await system.end();
    return rows;
  };
  const makeStream = async (length: number) => {
    const id = randomUUID();
    for (let count = 0; count < length; count += 1) await write(id, { count });
    return `agreement:${id}`;
  };
  const dropStream = (stream: string) =>
    asOwner('delete from event where stream = $1', [stream]).then(() =>
      owner.query('delete from event_stream where stream = $1', [stream]),
    );

  it('is whole after all that happened to it', async () => {
    await makeStream(3);
    expect(await verify()).toEqual([]);
  });

  it.each([
    ['type', "'TERMS_DECLINED'"],
    ['actor_id', "'00000000-0000-4000-8000-000000000001'"],
    ['acted_as', "'BROKER'"],
    ['authority_id', 'gen_random_uuid()'],
    ['individual_id', 'gen_random_uuid()'],
    ['provider_id', 'gen_random_uuid()'],
    ['agreement_id', 'gen_random_uuid()'],
    ['data', `'{"count": 7}'`],
    ['at', "at - interval '1 microsecond'"],
  ])('shows that somebody changed the %s of an event', async (column, value) => {
    const stream = await makeStream(3);
    await asOwner(`update event set ${column} = ${value} where stream = $1 and sequence = 2`, [stream]);
    expect(await verify()).toEqual([{ stream, sequence: 2, problem: 'its content was changed' }]);
    await dropStream(stream);
  });

  it('shows that an event was removed, from the middle or from the end', async () => {
    const [middle, end] = [await makeStream(3), await makeStream(3)];
    await asOwner('delete from event where (stream = $1 and sequence = 2) or (stream = $2 and sequence = 3)', [
      middle,
      end,
    ]);
    const found = await verify();
    expect(found).toHaveLength(2);
    expect(found).toContainEqual({ stream: middle, sequence: 3, problem: 'an event is missing before it' });
    expect(found).toContainEqual({ stream: end, sequence: 3, problem: 'events are missing at the end' });
    await Promise.all([dropStream(middle), dropStream(end)]);
  });

  it.each(['appUrl', 'systemUrl', 'ownerUrl'] as const)(
    'cannot be changed, deleted or emptied over %s',
    async (role) => {
      await makeStream(1);
      const client = new pg.Client({ connectionString: database[role] });
      await client.connect();
      const refused = /permission denied for table event|Rows of event are never changed or deleted/;
      for (const statement of ["update event set type = 'NOTHING'", 'delete from event', 'truncate event']) {
        await expect(client.query(statement)).rejects.toThrow(refused);
      }
      if (role !== 'ownerUrl') {
        await expect(
          client.query(
            "insert into event (stream, sequence, type, actor_name, acted_as, data, at, previous_hash, hash) values ('s', 1, 't', 'a', 'b', '{}', now(), '', '')",
          ),
        ).rejects.toThrow(refused);
        await expect(client.query('select hash from event_stream for update')).rejects.toThrow(/permission denied/);
      }
      await client.end();
    },
  );
});
