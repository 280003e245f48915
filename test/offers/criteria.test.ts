import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { addDays } from '../../api/common/calendar.ts';
import { type Cast, type Someone, TODAY } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';
import { codesOf, field, type World, world } from '../support/world.ts';

let here: World;
let cast: Cast;
beforeAll(async () => {
  here = await world();
  cast = await here.make.cast();
  await here.sql("update individual set postcode = 'FN2 4AB' where id = $1", [cast.individual.id]);
  await here.sql("update service set minimum_age = 60, areas = '{FN2}' where id = $1", [cast.serviceId]);
});
afterAll(() => here.close());

const RULE = {
  ...{ attribute: 'AREA', operator: 'ANY_OF', accepted: ['FN9'], isHard: true },
  ...{ ruleText: 'We only come to FN9', question: 'Do you come to me?' },
};
const STATE = `mutation S($input: StateCriteriaInput!) { stateCriteria(input: $input) {
  service { criteria { attribute ruleText source } } userErrors { code message field } } }`;
const state = (who: Someone | null, criteria: unknown[]) =>
  here.as(who)(STATE, { input: { serviceId: cast.serviceId, criteria } });

const READ = `query Q($id: ID!, $who: ID) { service(id: $id) { criteria(individualId: $who) { ruleText answer answerSentence factsUsed } } }`;
const heldBy = async (who: Someone | null, individualId: string | null) => {
  const told = await here.as(who)(READ, { id: cast.serviceId, who: individualId });
  return (field(told, 'service')['criteria'] as Record<string, unknown>[]).map(({ answer }) => answer);
};

it('is for members of the organisation and for editors to state, and for nobody else', async () => {
  const editor = await here.make.member(cast.authority, 'EDITOR');
  const rival = await here.make.manager(await here.make.provider('Rival'));
  for (const who of [rival, cast.broker, cast.individual])
    expect(codesOf(await state(who, [RULE]), 'stateCriteria')).toEqual(['! FORBIDDEN']);
  expect(codesOf(await state(null, [RULE]), 'stateCriteria')).toEqual(['! UNAUTHENTICATED']);
  expect(codesOf(await state(editor, [RULE]), 'stateCriteria')).toEqual([]);
  const told = field(await state(cast.manager, [RULE]), 'stateCriteria');
  expect((told['service'] as { criteria: unknown[] }).criteria).toEqual([
    { attribute: 'AREA', ruleText: 'We only come to FN9', source: 'PROVIDER' },
    { attribute: 'AGE', ruleText: 'For people aged 60 and over', source: 'FEED' },
    { attribute: 'AREA', ruleText: 'For people in FN2', source: 'FEED' },
  ]);
  const wrong = { ...RULE, accepted: [], ruleText: '', question: '' };
  expect(codesOf(await state(cast.manager, [wrong]), 'stateCriteria')).toEqual([
    ...['RULE_MISSING', 'QUESTION_MISSING', 'VALUES_IMPOSSIBLE'],
  ]);
  expect(
    codesOf(
      await state(
        cast.manager,
        Array.from({ length: 21 }, () => RULE),
      ),
      'stateCriteria',
    ),
  ).toEqual(['TOO_MANY']);
});

it('is held against an individual for those alone who share the plan, and never hides the service (R19)', async () => {
  await state(cast.manager, [RULE]);
  const answers = ['NOT_MET', 'UNKNOWN', 'MET'];
  for (const who of [cast.individual, cast.broker, await here.make.circleMember(cast.individual, 'VIEW', ['PLAN'])])
    expect(await heldBy(who, cast.individual.id)).toEqual(answers);
  const budgetOnly = await here.make.circleMember(cast.individual, 'VIEW', ['BUDGET']);
  for (const who of [null, cast.manager, budgetOnly])
    expect(await heldBy(who, cast.individual.id)).toEqual([null, null, null]);
  expect(await heldBy(cast.individual, null)).toEqual([null, null, null]);
});

it('is held against an age by the birthday, the day before and on it (R63)', async () => {
  const other = await here.make.cast();
  await here.sql('update service set minimum_age = 60, areas = default where id = $1', [other.serviceId]);
  const answer = async (bornOn: string) => {
    await here.sql('update individual set born_on = $2 where id = $1', [other.individual.id, bornOn]);
    const told = await here.as(other.individual)(READ, { id: other.serviceId, who: other.individual.id });
    return field(told, 'service')['criteria'];
  };
  const [year, rest] = [Number(TODAY.slice(0, 4)) - 60, TODAY.slice(4)];
  expect(await answer(`${year}${rest}`)).toMatchObject([{ answer: 'MET', factsUsed: ['age 60'] }]);
  expect(await answer(addDays(`${year}${rest}`, 1))).toMatchObject([{ answer: 'NOT_MET', factsUsed: ['age 59'] }]);
});

it('reads the person once, however many services are held against them', async () => {
  const count = async (services: number) => {
    const provider = await here.make.provider(`Provider of ${services}`);
    for (let place = 0; place < services; place += 1) await here.make.service(provider, `Service ${place}`);
    const query = `query Q($id: ID!, $who: ID) { organisation(id: $id) { services { edges { node { criteria(individualId: $who) { answer } } } } } }`;
    return (await statementsOf(() => here.as(cast.individual)(query, { id: provider.id, who: cast.individual.id })))
      .length;
  };
  expect(await count(7)).toBe(await count(2));
});
