import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ok, refuseWith, type Result } from '../../api/common/result.ts';
import type { Context } from '../../api/platform/context.ts';
import { recordEvent } from '../../api/platform/events.ts';
import { inReadTransaction, inTransaction, type Transaction } from '../../api/platform/transaction.ts';
import type { Cast } from '../support/make.ts';
import { type World, world } from '../support/world.ts';

let here: World;
let cast: Cast;
let ctx: Context;
beforeAll(async () => {
  here = await world({ connections: 20 });
  cast = await here.make.cast();
  ctx = here.contextOf(cast.broker);
});
afterAll(() => here.close());

const record = (tx: Transaction, stream: string) => recordEvent(tx, { stream, type: 'TRIED', actedAs: 'SYSTEM' });
const eventsOf = async (stream: string) => (await here.sql('select 1 from event where stream = $1', [stream])).length;

describe('a command', () => {
  it('is kept when it holds', async () => {
    const stream = randomUUID();
    await inTransaction(ctx, (tx) => record(tx, stream));
    expect(await eventsOf(stream)).toBe(1);
  });

  it('leaves nothing when it is refused, and the refusal is answered', async () => {
    const stream = randomUUID();
    const answer = await inTransaction<Result<string>>(ctx, async (tx) => {
      await record(tx, stream);
      return refuseWith('NO', 'No.');
    });
    expect(answer).toEqual({ ok: false, problems: [{ code: 'NO', message: 'No.' }] });
    expect(await eventsOf(stream)).toBe(0);
  });

  it('leaves nothing when it throws', async () => {
    const stream = randomUUID();
    const attempt = inTransaction(ctx, async (tx) => {
      await record(tx, stream);
      throw new Error('on purpose');
    });
    await expect(attempt).rejects.toThrow('on purpose');
    expect(await eventsOf(stream)).toBe(0);
  });

  it('sees who is asking as of now, not as of the sign-in', async () => {
    const person = await here.make.member(cast.authority, 'APPROVER');
    const rolesOf = () =>
      inTransaction(here.contextOf(person), (tx) => Promise.resolve(tx.viewer.memberships.map(({ role }) => role)));
    expect(await rolesOf()).toEqual(['APPROVER']);
    await here.sql(
      'update membership set starts_on = current_date - 2, ends_on = current_date - 1 where person_id = $1',
      [person.id],
    );
    expect(await rolesOf()).toEqual([]);
  });

  it("is nobody's when the person is gone", async () => {
    const viewer = { ...ctx.viewer, personId: randomUUID() };
    expect(await inTransaction({ ...ctx, viewer }, (tx) => Promise.resolve(tx.viewer.personId))).toBeNull();
  });

  it('is tried again when two wait for each other, so that both are kept (bar 61)', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    await inTransaction(ctx, async (tx) => {
      await record(tx, one);
      await record(tx, other);
    });
    let met = 0;
    let open: () => void = () => undefined;
    const both = new Promise<void>((resolve) => (open = resolve));
    let tries = 0;
    // Each holds the stream that the other wants, the first time.
    const crossing = (first: string, second: string) =>
      inTransaction<Result<null>>(ctx, async (tx) => {
        tries += 1;
        await record(tx, first);
        met += 1;
        if (met === 2) open();
        if (met <= 2) await both;
        await record(tx, second);
        return ok(null);
      });
    await Promise.all([crossing(one, other), crossing(other, one)]);
    expect(tries).toBe(3);
    expect([await eventsOf(one), await eventsOf(other)]).toEqual([3, 3]);
  });
});

describe('a read', () => {
  it('cannot write, whatever is asked', async () => {
    const text = "select access.record_event('s', 't', null, 'n', 'SYSTEM', null, null, null, null, '{}', now())";
    await expect(inReadTransaction(ctx, { name: 'writes', text, values: [] })).rejects.toThrow(/read-only transaction/);
  });

  it('never sees with the eyes of whoever used the connection before (bar 12)', async () => {
    const seen = { name: 'seen', text: 'select count(*)::int as count from individual', values: [] };
    const stranger = here.contextOf(await here.make.person('Sam'));
    const visitor = here.contextOf(null);
    const counts = await Promise.all(
      Array.from({ length: 600 }, (_, place) =>
        inReadTransaction<{ count: number }>([ctx, stranger, visitor][place % 3] ?? ctx, seen),
      ),
    );
    expect(counts.every(([row], place) => row?.count === (place % 3 === 0 ? 1 : 0))).toBe(true);
  });

  it('leaves the connection as good as new after a fault', async () => {
    const broken = { name: 'broken', text: "select 'words'::int", values: [] };
    for (let count = 0; count < 25; count += 1)
      await expect(inReadTransaction(ctx, broken)).rejects.toThrow(/invalid input syntax/);
    expect(await inReadTransaction(ctx, { name: 'one', text: 'select 1 as one', values: [] })).toEqual([{ one: 1 }]);
  });
});
