import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addOption } from '../../api/appraisals/add-option.ts';
import { chooseOption } from '../../api/appraisals/choose-option.ts';
import { openAppraisal } from '../../api/appraisals/open-appraisal.ts';
import { removeOption } from '../../api/appraisals/remove-option.ts';
import { agreeOutcome } from '../../api/outcomes/agree-outcome.ts';
import { withdrawOutcome } from '../../api/outcomes/withdraw-outcome.ts';
import {
  codes,
  makeAppraisal,
  makeOutcome,
  makeService,
  must,
  openPlanWorld,
  type PlanWorld,
} from '../support/make-outcomes.ts';

let world: PlanWorld;
beforeAll(async () => {
  world = await openPlanWorld();
});
afterAll(() => world.close());

const many = <T>(count: number, act: () => Promise<T>) => Promise.all(Array.from({ length: count }, act));
const optionsOf = async (id: string) =>
  (await world.owner.query('select * from option where appraisal_id = $1 order by created_at, id', [id])).rows;
const versionOf = async (id: string) =>
  (await world.owner.query('select version from appraisal where id = $1', [id])).rows[0].version as number;
const idea = { own: { name: 'Two afternoons out', weeklyCost: '54.40' } };
const choice = { reasons: 'I know somebody there.', isFirstPreference: true };

describe('openAppraisal', () => {
  it('starts with carrying on as now, and answers the open one ever after', async () => {
    const amira = await world.individual();
    const { ctx, outcomeId, appraisalId } = await makeAppraisal(world, amira);
    expect(must(await openAppraisal(ctx, { outcomeId }))).toBe(appraisalId);
    expect(await optionsOf(appraisalId)).toMatchObject([{ kind: 'CARRY_ON_AS_NOW', weekly_cost_pence: 0 }]);
    expect(await world.events(`appraisal:${appraisalId}`)).toMatchObject([
      { type: 'APPRAISAL_OPENED', acted_as: 'INDIVIDUAL', provider_id: null, data: { appraisalId, outcomeId } },
    ]);
  });

  it('is one however many open it at once', async () => {
    const amira = await world.individual();
    const ctx = await world.as(amira);
    const outcomeId = await makeOutcome(ctx, amira);
    expect(codes(await openAppraisal(ctx, { outcomeId }))).toEqual(['OUTCOME_NOT_AGREED']);
    must(await agreeOutcome(ctx, { outcomeId }));
    const ids = await many(10, async () => must(await openAppraisal(ctx, { outcomeId })));
    expect(new Set(ids).size).toBe(1);
  });
});

describe('addOption', () => {
  it('fills in what the directory knows of a service, and its distance from home', async () => {
    const amira = await world.individual({ latitude: 52.4, longitude: -0.05 });
    const { ctx, appraisalId } = await makeAppraisal(world, amira);
    const serviceId = await makeService(world, {
      service: { description: 'A lunch and games club. Come along.', could_start: 'This Thursday' },
      schedules: [{ days: ['THURSDAY'], opens_at: '11:00', closes_at: '14:00', frequency: 'WEEKLY' }],
      costs: [{ option: 'per visit', amount_pence: 650 }],
      place: { name: 'Mill Hall', postcode: 'FM3 4QT', latitude: 52.4087, longitude: -0.05 },
      access: ['Step-free entrance'],
    });
    must(await addOption(ctx, { appraisalId, serviceId }));

    expect((await optionsOf(appraisalId))[1]).toMatchObject({
      kind: 'COMMUNITY_GROUP',
      service_id: serviceId,
      name: 'Thursday Table',
      summary: 'A lunch and games club.',
      weekly_cost_pence: 650,
      happens_when: 'Thursdays, 11am to 2pm',
      distance_miles: 0.6,
      could_start: 'This Thursday',
      things_to_think_about: 'Step-free entrance.',
    });
    expect((await world.events(`appraisal:${appraisalId}`)).at(-1)).toMatchObject({
      type: 'OPTION_ADDED',
      data: { serviceId, kind: 'COMMUNITY_GROUP' },
    });
  });

  it('knows home by its postcode, or by the outward half, when there are no coordinates', async () => {
    await world.owner.query(`insert into postcode values ('FM2', 'FM2', 52.4, -0.05, 'LIST')`);
    const serviceId = await makeService(world, { place: { latitude: 52.5, longitude: -0.05 } });
    for (const [home, miles] of [
      [{ postcode: 'fm2 6ld' }, 6.9],
      [{ postcode: 'ZZ9 9ZZ' }, null],
      [{}, null],
    ] as const) {
      const { ctx, appraisalId } = await makeAppraisal(world, await world.individual(home));
      must(await addOption(ctx, { appraisalId, serviceId }));
      expect((await optionsOf(appraisalId))[1].distance_miles).toBe(miles);
    }
  });

  it("multiplies a provider's rate by the units that are wanted", async () => {
    const { ctx, appraisalId } = await makeAppraisal(world, await world.individual());
    const serviceId = await makeService(world, { kind: 'PROVIDER', offers: [{ unit: 'HOUR', rate_pence: 2160 }] });
    must(await addOption(ctx, { appraisalId, serviceId, unitsAWeek: '4' }));
    expect((await optionsOf(appraisalId))[1]).toMatchObject({
      kind: 'PROVIDER',
      weekly_cost_pence: 8640,
      cost_grounds: '£21.60 an hour, 4 hours a week',
      offer_id: expect.any(String),
    });
  });

  it('takes a service once, however many add it at once, and four options at most', async () => {
    const { ctx, appraisalId } = await makeAppraisal(world, await world.individual());
    const serviceId = await makeService(world);
    const added = await many(10, () => addOption(ctx, { appraisalId, serviceId }));
    expect(added.filter(({ ok }) => ok)).toHaveLength(1);
    expect(added.flatMap(codes)).toEqual(Array(9).fill('ALREADY_AN_OPTION'));

    const ideas = await many(10, () => addOption(ctx, { appraisalId, ...idea }));
    expect(ideas.filter(({ ok }) => ok)).toHaveLength(3);
    expect(ideas.flatMap(codes)).toEqual(Array(7).fill('TOO_MANY_OPTIONS'));
    expect(await optionsOf(appraisalId)).toHaveLength(5);
    expect(await versionOf(appraisalId)).toBe(5);
  });

  it('says everything that is wrong, and adds nothing', async () => {
    const { ctx, appraisalId } = await makeAppraisal(world, await world.individual());
    const bad = { appraisalId, serviceId: await makeService(world), own: { name: '', weeklyCost: '-1' } };
    expect(codes(await addOption(ctx, bad))).toEqual(['COST_NOT_VALID', 'NAME_REQUIRED', 'SERVICE_OR_OWN_IDEA']);
    expect(codes(await addOption(ctx, { appraisalId }))).toEqual(['SERVICE_OR_OWN_IDEA']);
    const over = await makeService(world, { service: { status: 'DEFUNCT' } });
    expect(codes(await addOption(ctx, { appraisalId, serviceId: over }))).toEqual(['SERVICE_NOT_RUNNING']);
    for (const serviceId of [randomUUID(), 'nothing'])
      await expect(addOption(ctx, { appraisalId, serviceId })).rejects.toMatchObject({
        extensions: { code: 'NOT_FOUND' },
      });
    expect(await optionsOf(appraisalId)).toHaveLength(1);
  });

  it('is for those who may suggest, and hidden from everybody else', async () => {
    const amira = await world.individual();
    const { appraisalId } = await makeAppraisal(world, amira);
    const attempt = async (who: string | null) => addOption(await world.as(who), { appraisalId, ...idea });
    must(await attempt(await world.circle(amira, 'SUGGEST')));
    must(await attempt(await world.member(world.authorityId, 'BROKER')));

    const provider = await world.organisation('PROVIDER');
    for (const [who, code] of [
      [await world.circle(amira, 'VIEW'), 'FORBIDDEN'],
      [await world.member(world.authorityId, 'APPROVER'), 'FORBIDDEN'],
      [await world.circle(amira, 'COMMIT', ['BUDGET', 'AGREEMENTS']), 'NOT_FOUND'],
      [await world.member(provider, 'MANAGER'), 'NOT_FOUND'],
      [await world.individual(), 'NOT_FOUND'],
      [null, 'UNAUTHENTICATED'],
    ] as const)
      await expect(attempt(who)).rejects.toMatchObject({ extensions: { code } });
  });
});

describe('removeOption', () => {
  it('takes off what was added, but never carrying on as now', async () => {
    const amira = await world.individual();
    const { ctx, appraisalId } = await makeAppraisal(world, amira);
    must(await addOption(ctx, { appraisalId, ...idea }));
    const [carryOn, own] = await optionsOf(appraisalId);

    const niece = await world.as(await world.circle(amira, 'SUGGEST'));
    await expect(removeOption(niece, { appraisalId, optionId: own.id })).rejects.toMatchObject({
      extensions: { code: 'FORBIDDEN' },
    });
    must(await removeOption(ctx, { appraisalId, optionId: own.id }));
    expect(codes(await removeOption(ctx, { appraisalId, optionId: own.id }))).toEqual(['NOT_AN_OPTION']);
    expect(codes(await removeOption(ctx, { appraisalId, optionId: carryOn.id }))).toEqual(['ALWAYS_THERE']);
    expect(await versionOf(appraisalId)).toBe(3);
    expect((await world.events(`appraisal:${appraisalId}`)).map(({ type }) => type)).toEqual([
      'APPRAISAL_OPENED',
      'OPTION_ADDED',
      'OPTION_REMOVED',
    ]);
  });
});

describe('chooseOption', () => {
  it('keeps who decided, why, and with what support (R23), and ends the comparison', async () => {
    const amira = await world.individual();
    const { ctx, appraisalId, outcomeId } = await makeAppraisal(world, amira);
    must(await addOption(ctx, { appraisalId, ...idea }));
    const [carryOn, own] = await optionsOf(appraisalId);
    const daughter = await world.circle(amira, 'COMMIT');
    const chosen = {
      appraisalId,
      optionId: own.id,
      ...choice,
      version: 2,
      supportGiven: 'Talked it through with Dela.',
    };
    must(await chooseOption(await world.as(daughter), chosen));

    const { rows } = await world.owner.query('select * from decision where appraisal_id = $1', [appraisalId]);
    expect(rows).toMatchObject([
      {
        option_id: own.id,
        reasons: choice.reasons,
        is_first_preference: true,
        support_given: 'Talked it through with Dela.',
        decided_by: daughter,
      },
    ]);
    expect(codes(await chooseOption(ctx, chosen))).toEqual(['ALREADY_DECIDED']);
    expect(codes(await addOption(ctx, { appraisalId, ...idea }))).toEqual(['APPRAISAL_DECIDED']);
    expect(codes(await removeOption(ctx, { appraisalId, optionId: own.id }))).toEqual(['APPRAISAL_DECIDED']);
    expect(carryOn.kind).toBe('CARRY_ON_AS_NOW');
    expect(must(await openAppraisal(ctx, { outcomeId }))).not.toBe(appraisalId);
  });

  it('lets one of fifty win, and tells the others', async () => {
    const { ctx, appraisalId } = await makeAppraisal(world, await world.individual());
    const [{ id: optionId }] = await optionsOf(appraisalId);
    const results = await many(50, () => chooseOption(ctx, { appraisalId, optionId, ...choice }));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap(codes)).toEqual(Array(49).fill('ALREADY_DECIDED'));
    const events = await world.events(`appraisal:${appraisalId}`);
    expect(events.filter(({ type }) => type === 'OPTION_CHOSEN')).toHaveLength(1);
  });

  it('never lets an option slip in beside a choice', async () => {
    const { ctx, appraisalId } = await makeAppraisal(world, await world.individual());
    const [{ id: optionId }] = await optionsOf(appraisalId);
    const [added, chosen] = await Promise.all([
      addOption(ctx, { appraisalId, ...idea }),
      chooseOption(ctx, { appraisalId, optionId, ...choice, version: 1 }),
    ]);
    expect([...codes(added), ...codes(chosen)]).toHaveLength(1);
    expect(['APPRAISAL_DECIDED', 'CHANGED_MEANWHILE']).toContain([...codes(added), ...codes(chosen)][0]);
  });

  it('is never done by a broker or a suggester, nor for an outcome that went', async () => {
    const amira = await world.individual();
    const { ctx, appraisalId, outcomeId } = await makeAppraisal(world, amira);
    const [{ id: optionId }] = await optionsOf(appraisalId);
    for (const who of [await world.member(world.authorityId, 'BROKER'), await world.circle(amira, 'SUGGEST')])
      await expect(chooseOption(await world.as(who), { appraisalId, optionId, ...choice })).rejects.toMatchObject({
        extensions: { code: 'FORBIDDEN' },
      });
    await expect(
      chooseOption(await world.as(await world.individual()), { appraisalId, optionId, ...choice }),
    ).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });

    must(await withdrawOutcome(ctx, { outcomeId }));
    expect(codes(await chooseOption(ctx, { appraisalId, optionId, ...choice }))).toEqual(['OUTCOME_NOT_AGREED']);
  });
});
