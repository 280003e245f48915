import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { addOption } from '../../api/appraisals/add-option.ts';
import { openAppraisal } from '../../api/appraisals/open-appraisal.ts';
import { type Cast, must, type Someone } from '../support/make.ts';
import { field, type World, world } from '../support/world.ts';
import { offersIn } from './world.ts';

// The prices occur nowhere else, so that whoever meets them in an answer has been told.
const HIDDEN = ['31.73', '47.19'];

let here: World;
let offers: ReturnType<typeof offersIn>;
let cast: Cast;
let rival: Someone;
let other: Someone;
let serviceId: string;
beforeAll(async () => {
  here = await world();
  offers = offersIn(here);
  cast = await here.make.cast();
  rival = await here.make.manager(await here.make.provider('Rival Care'));
  other = await here.make.individual(cast.authority, 'Sami Reed', 'Person S1');
  serviceId = await here.make.service(cast.provider, 'Quiet support');
  const rates = [
    { band: 'WEEKDAY', rate: HIDDEN[0] },
    { band: 'SUNDAY', rate: HIDDEN[1] },
  ];
  offers.taken(await offers.make(cast.manager, serviceId, { showsPrice: 'NONE', rates }));
  offers.taken(
    await offers.make(cast.manager, serviceId, {
      ...{ showsPrice: 'RANGE', rangeFrom: '30.00', rangeTo: '50.00', rates, unit: 'VISIT' },
    }),
  );
});
afterAll(() => here.close());

const told = async (who: Someone | null) => {
  const read = await offers.readBy(who, serviceId);
  const text = JSON.stringify(read);
  return { prices: read.map(({ price }) => price), hidden: HIDDEN.filter((price) => text.includes(price)) };
};

it('tells the public, other providers and people who have not asked a range, or nothing (R43)', async () => {
  for (const who of [null, rival, other, cast.individual])
    expect(await told(who)).toEqual({ prices: ['Price on asking', '£30.00 to £50.00 a visit'], hidden: [] });
});

it('tells the price to members of the provider and to those who commission', async () => {
  for (const who of [cast.manager, await here.make.member(cast.provider, 'MEMBER'), cast.broker, cast.holder])
    expect(await told(who)).toEqual({ prices: [`£${HIDDEN[0]} an hour`, `£${HIDDEN[0]} a visit`], hidden: HIDDEN });
});

it('tells the price to the individual who has it among the options, and to who shares the plan', async () => {
  const onlyHour = await here.make.service(cast.provider, 'Quieter support');
  offers.taken(
    await offers.make(cast.manager, onlyHour, { showsPrice: 'NONE', rates: [{ band: 'WEEKDAY', rate: HIDDEN[0] }] }),
  );
  const outcomeId = await here.make.agreedOutcome(cast.individual, 'I want to cook.');
  const ctx = here.contextOf(cast.individual);
  const appraisalId = must(await openAppraisal(ctx, { outcomeId }));
  must(await addOption(ctx, { appraisalId, serviceId: onlyHour, unitsAWeek: '2' }));

  const options = `query Q($id: ID!) { appraisal(id: $id) { options { name costGrounds weeklyCost { amount } } } }`;
  const appraisal = field(await here.as(cast.individual)(options, { id: appraisalId }), 'appraisal');
  expect(appraisal['options']).toContainEqual({
    name: 'Quieter support',
    costGrounds: `£${HIDDEN[0]} an hour, 2 hours a week`,
    weeklyCost: { amount: '63.46' },
  });
  const niece = await here.make.circleMember(cast.individual, 'VIEW', ['PLAN']);
  for (const who of [cast.individual, niece])
    expect((await offers.readBy(who, onlyHour))[0]).toMatchObject({ price: `£${HIDDEN[0]} an hour` });
  expect(
    (await offers.readBy(await here.make.circleMember(cast.individual, 'COMMIT', ['BUDGET']), onlyHour))[0],
  ).toMatchObject({
    price: 'Price on asking',
  });
  expect((await here.as(rival)(options, { id: appraisalId })).data).toEqual({ appraisal: null });
});

it('keeps the rates from other providers in the database itself, and the asking function from those who may not ask', async () => {
  const rows = async (who: Someone | null, statement: string, values: unknown[] = []): Promise<unknown[]> =>
    here.app.source.transaction(async (manager) => {
      if (who) await manager.query('select access.enter($1)', [who.id]);
      return manager.query(statement, values);
    });
  const rates = 'select * from offer_rate where not is_public';
  expect(await rows(rival, rates)).toEqual([]);
  expect(await rows(null, rates)).toEqual([]);
  expect(await rows(rival, 'select * from offer where rate_pence is not null and not shows_rates')).toEqual([]);
  const asked = 'select * from access.rates_asked($1, $2)';
  expect(await rows(rival, asked, [serviceId, cast.individual.id])).toEqual([]);
  expect(await rows(rival, asked, [serviceId, rival.id])).toEqual([]);
  expect(await rows(cast.individual, asked, [serviceId, cast.individual.id])).toHaveLength(4);
});
