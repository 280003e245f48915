import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agreeOutcome } from '../../api/outcomes/agree-outcome.ts';
import { stateOutcome } from '../../api/outcomes/state-outcome.ts';
import { withdrawOutcome } from '../../api/outcomes/withdraw-outcome.ts';
import { codes, makeOutcome, must, openPlanWorld, type PlanWorld, TODAY } from '../support/make-outcomes.ts';

let world: PlanWorld;
beforeAll(async () => {
  world = await openPlanWorld();
});
afterAll(() => world.close());

const rowOf = async (id: string) => (await world.owner.query('select * from outcome where id = $1', [id])).rows[0];
const words = { statement: 'I want to sing again.', domain: 'COMMUNITY' } as const;

describe('stateOutcome', () => {
  it('keeps speaker and writer apart (R36)', async () => {
    const amira = await world.individual();
    const niece = await world.circle(amira, 'SUGGEST');
    const broker = await world.member(world.authorityId, 'BROKER');

    const byHerself = await rowOf(await makeOutcome(await world.as(amira), amira));
    expect(byHerself).toMatchObject({ spoken_by: amira, recorded_by: amira, state: 'DRAFT', agreed_on: null });

    const byBroker = await rowOf(await makeOutcome(await world.as(broker), amira));
    expect(byBroker).toMatchObject({ spoken_by: amira, recorded_by: broker });

    const ofNiece = await rowOf(await makeOutcome(await world.as(broker), amira, { spokenById: niece }));
    expect(ofNiece).toMatchObject({ spoken_by: niece, recorded_by: broker });

    const nieceOwn = await rowOf(await makeOutcome(await world.as(niece), amira, { spokenById: niece }));
    expect(nieceOwn).toMatchObject({ spoken_by: niece, recorded_by: niece });
  });

  it('puts each after those before it', async () => {
    const amira = await world.individual();
    const ctx = await world.as(amira);
    const ids = [
      await makeOutcome(ctx, amira),
      await makeOutcome(ctx, amira),
      await makeOutcome(ctx, amira, { priority: 1 }),
    ];
    const rows = await Promise.all(ids.map(rowOf));
    expect(rows.map((row) => row.priority)).toEqual([1, 2, 1]);
  });

  it('refuses a speaker who is nobody to the person', async () => {
    const amira = await world.individual();
    const ctx = await world.as(amira);
    for (const spokenById of [await world.person('A stranger'), randomUUID(), 'not an id'])
      expect(codes(await stateOutcome(ctx, { ...words, individualId: amira, spokenById }))).toEqual([
        'SPEAKER_NOT_KNOWN',
      ]);
  });

  it('records the event for those who see the plan, never for a provider', async () => {
    const amira = await world.individual();
    const id = await makeOutcome(await world.as(amira), amira);
    expect(await world.events(`outcome:${id}`)).toEqual([
      {
        type: 'OUTCOME_STATED',
        acted_as: 'INDIVIDUAL',
        individual_id: amira,
        provider_id: null,
        data: { outcomeId: id, spokenById: amira },
      },
    ]);
  });

  it('writes nothing when refused', async () => {
    const amira = await world.individual();
    const before = (await world.owner.query('select count(*) from event')).rows;
    const ctx = await world.as(amira);
    expect(codes(await stateOutcome(ctx, { ...words, individualId: amira, statement: ' ', baseline: 99 }))).toEqual([
      'LEVEL_OUT_OF_RANGE',
      'STATEMENT_REQUIRED',
    ]);
    expect((await world.owner.query('select count(*) from event')).rows).toEqual(before);
    expect((await world.owner.query('select from outcome where individual_id = $1', [amira])).rowCount).toBe(0);
  });

  it('answers the same for the same idempotency key', async () => {
    const amira = await world.individual();
    const ctx = await world.as(amira);
    const input = { ...words, individualId: amira, idempotencyKey: 'sing' };
    const [first, second] = [must(await stateOutcome(ctx, input)), must(await stateOutcome(ctx, input))];
    expect(second).toBe(first);
  });

  it('is for those who may suggest, and hides the person from everybody else', async () => {
    const amira = await world.individual();
    const input = { ...words, individualId: amira };
    const attempt = async (who: string | null) => stateOutcome(await world.as(who), input);
    const elsewhere = await world.organisation('AUTHORITY', 'Elsewhere');

    await expect(attempt(await world.circle(amira, 'VIEW'))).rejects.toMatchObject({
      extensions: { code: 'FORBIDDEN' },
    });
    await expect(attempt(await world.circle(amira, 'SUGGEST', ['BUDGET']))).rejects.toMatchObject({
      extensions: { code: 'FORBIDDEN' },
    });
    await expect(attempt(await world.member(world.authorityId, 'BUDGET_HOLDER'))).rejects.toMatchObject({
      extensions: { code: 'FORBIDDEN' },
    });
    for (const who of [await world.member(elsewhere, 'BROKER'), await world.individual()])
      await expect(attempt(who)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    await expect(attempt(null)).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
    await expect(stateOutcome(await world.as(amira), { ...words, individualId: '42' })).rejects.toMatchObject({
      extensions: { code: 'NOT_FOUND' },
    });
  });
});

describe('agreeOutcome', () => {
  it('is done once, by the person or who may bind them, and agreeing again is a success', async () => {
    const amira = await world.individual();
    const daughter = await world.circle(amira, 'COMMIT');
    const outcomeId = await makeOutcome(await world.as(amira), amira);

    must(await agreeOutcome(await world.as(daughter), { outcomeId }));
    must(await agreeOutcome(await world.as(amira), { outcomeId }));
    expect(await rowOf(outcomeId)).toMatchObject({ state: 'AGREED', agreed_on: TODAY, agreed_by: daughter });
    const types = (await world.events(`outcome:${outcomeId}`)).map((event) => [event.type, event.acted_as]);
    expect(types).toEqual([
      ['OUTCOME_STATED', 'INDIVIDUAL'],
      ['OUTCOME_AGREED', 'CIRCLE'],
    ]);
  });

  it('is one agreement however many ask at once', async () => {
    const amira = await world.individual();
    const ctx = await world.as(amira);
    const outcomeId = await makeOutcome(ctx, amira);
    const results = await Promise.all(Array.from({ length: 20 }, () => agreeOutcome(ctx, { outcomeId })));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await world.events(`outcome:${outcomeId}`)).toHaveLength(2);
  });

  it('is never done by a broker or a suggester, and hidden from strangers', async () => {
    const amira = await world.individual();
    const outcomeId = await makeOutcome(await world.as(amira), amira);
    for (const who of [await world.member(world.authorityId, 'BROKER'), await world.circle(amira, 'SUGGEST')])
      await expect(agreeOutcome(await world.as(who), { outcomeId })).rejects.toMatchObject({
        extensions: { code: 'FORBIDDEN' },
      });
    for (const who of [await world.person('Stranger'), await world.circle(amira, 'COMMIT', ['BUDGET'])])
      await expect(agreeOutcome(await world.as(who), { outcomeId })).rejects.toMatchObject({
        extensions: { code: 'NOT_FOUND' },
      });
  });
});

describe('withdrawOutcome', () => {
  it('keeps the outcome on record with the reason, and cannot be agreed afterwards', async () => {
    const amira = await world.individual();
    const ctx = await world.as(amira);
    const outcomeId = await makeOutcome(ctx, amira);
    must(await agreeOutcome(ctx, { outcomeId }));
    must(await withdrawOutcome(ctx, { outcomeId, reason: ' I moved. ' }));
    must(await withdrawOutcome(ctx, { outcomeId }));

    expect(await rowOf(outcomeId)).toMatchObject({
      state: 'WITHDRAWN',
      withdrawn_reason: 'I moved.',
      agreed_on: TODAY,
    });
    expect(codes(await agreeOutcome(ctx, { outcomeId }))).toEqual(['OUTCOME_WITHDRAWN']);
    expect(await world.events(`outcome:${outcomeId}`)).toHaveLength(3);
    expect(codes(await withdrawOutcome(ctx, { outcomeId, reason: 'x'.repeat(2001) }))).toEqual(['TEXT_TOO_LONG']);
  });

  it('lets a suggester take back their own draft, and nothing else', async () => {
    const amira = await world.individual();
    const niece = await world.circle(amira, 'SUGGEST');
    const ctx = await world.as(niece);
    const own = await makeOutcome(ctx, amira, { spokenById: niece });
    const hers = await makeOutcome(ctx, amira);
    must(await withdrawOutcome(ctx, { outcomeId: own }));
    await expect(withdrawOutcome(ctx, { outcomeId: hers })).rejects.toMatchObject({
      extensions: { code: 'FORBIDDEN' },
    });
  });
});
