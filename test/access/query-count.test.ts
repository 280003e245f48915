import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { actsIn } from '../support/agreement-acts.ts';
import type { Cast } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';
import { field, type World, world } from '../support/world.ts';
import type { Someone } from '../support/make.ts';

const [FEW, MANY] = [2, 7];

let here: World;
let few: Cast;
let many: Cast;
beforeAll(async () => {
  here = await world();
  [few, many] = [await withAgreements(FEW), await withAgreements(MANY)];
}, 60_000);
afterAll(() => here.close());

/** An individual with so many agreements, the first of which has as many versions. */
async function withAgreements(count: number): Promise<Cast> {
  const acts = actsIn(here);
  const cast = await here.make.cast();
  for (let place = 0; place < count; place += 1) {
    let seen = await acts.proposed(place === 0 ? cast : await here.make.cast({ keep: cast }));
    if (place > 0) continue;
    for (let version = 1; version < count; version += 1) {
      seen = acts.taken(await acts.counter(version % 2 ? cast.manager : cast.broker, seen, { rate: `2${version}.00` }));
    }
  }
  return cast;
}

const AGREEMENT = `id reference status statusSentence waitingFor waitingForMe individualLabel viewerRole viewerCanAccept viewerCanSign
  provider { id name } service { name organisation { name } } individual { alias person { name } } outcome { statement }
  budget { left { amount } weeklyLeft { amount } paceSentence } budgetLeftAfter { amount } openTerms { rate { amount } lines { label value } }
  changes { was now } parties { name signature { signedBy } }`;

/** Every connection, with what hangs on each of its nodes. */
const CONNECTIONS: Readonly<Record<string, string>> = {
  'Viewer.agreements': `{ viewer { agreements { totalCount edges { cursor node { ${AGREEMENT} } } pageInfo { hasNextPage } } } }`,
  'Viewer.agreements, filtered': `{ viewer { agreements(filter: { isInHand: true, isWaitingForMe: false }) { edges { node { id status } } } } }`,
  'Viewer.individuals':
    '{ viewer { individuals { edges { node { alias person { name } circle { relation person { name } } budget { left { amount } } } } } } }',
  'Individual.outcomes': `query Q($individual: ID!) { individual(id: $individual) { outcomes { totalCount edges { node { statement spokenBy { name }
     appraisal { options { name kind } decision { reasons } } agreements { edges { node { status } } } } } } } }`,
  'Individual.agreements': `query Q($individual: ID!) { individual(id: $individual) { agreements { edges { node { ${AGREEMENT} } } } } }`,
  'Outcome.agreements': `query Q($outcome: ID!) { outcome(id: $outcome) { agreements { totalCount edges { node { ${AGREEMENT} } } } } }`,
  'Agreement.terms':
    'query Q($agreement: ID!) { agreement(id: $agreement) { terms { totalCount edges { node { number rate { amount } lines { value } visits { weekday } } } } } }',
  'Agreement.events':
    'query Q($agreement: ID!) { agreement(id: $agreement) { events { totalCount edges { node { type sentence at } } } } }',
  'Organisation.services':
    'query Q($organisation: ID!) { organisation(id: $organisation) { services { edges { node { name offers { rate { amount } } schedules { summary } } } } } }',
};

async function variablesOf(cast: Cast): Promise<Record<string, string>> {
  const [row] = await here.sql<{ id: string; outcome_id: string }>(
    'select id, outcome_id from agreement where individual_id = $1 order by latest_number desc limit 1',
    [cast.individual.id],
  );
  return {
    individual: cast.individual.id,
    agreement: row?.id ?? '',
    outcome: row?.outcome_id ?? '',
    organisation: cast.provider.id,
  };
}

const ask = async (who: Someone, document: string, cast: Cast) => {
  const asked = [...document.matchAll(/\$(\w+):/g)].map(([, name = '']) => name);
  const variables = await variablesOf(cast);
  return here.as(who)(document, Object.fromEntries(asked.map((name) => [name, variables[name]])));
};

it.each(Object.entries(CONNECTIONS))('%s is one statement, however many there are', async (_name, document) => {
  const counts: number[] = [];
  for (const cast of [few, many]) {
    const who = cast.individual;
    // Once before, so that nothing that is done once in a process counts.
    expect((await ask(who, document, cast)).codes).toEqual([]);
    counts.push((await statementsOf(async () => expect((await ask(who, document, cast)).codes).toEqual([]))).length);
  }
  // The owner's own look for the ids is one of the two.
  expect(counts).toEqual([2, 2]);
});

it('the search for services is two statements, one that finds and one that reads, however many are found', async () => {
  const search =
    'query S($first: Int!) { services(search: { text: "support" }, first: $first) { totalCount edges { node { name organisation { name } } } } }';
  await here.as(null)(search, { first: 1 });
  for (const first of [1, 2]) {
    const statements = await statementsOf(async () => {
      const told = await here.as(null)(search, { first });
      expect(field(told, 'services')['edges']).toHaveLength(first);
    });
    expect(statements).toHaveLength(2);
  }
});

it('several root fields are a statement each, and the same whoever asks', async () => {
  for (const who of [many.individual, many.manager, many.broker, many.holder]) {
    const document = `{ viewer { waitingForMe agreements { edges { node { ${AGREEMENT} } } } memberships { role organisation { name } } } }`;
    await here.as(who)(document);
    expect(await statementsOf(() => here.as(who)(document))).toHaveLength(3);
  }
});

it('a page follows another without gap or repeat', async () => {
  const document =
    'query P($after: String) { viewer { agreements(first: 3, after: $after) { totalCount edges { node { id } } pageInfo { endCursor hasNextPage } } } }';
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const told = await here.as(many.individual)(document, { after });
    const page = (field(told, 'viewer')['agreements'] ?? {}) as {
      totalCount: number;
      edges: { node: { id: string } }[];
      pageInfo: { endCursor: string; hasNextPage: boolean };
    };
    expect(page.totalCount).toBe(MANY);
    ids.push(...page.edges.map(({ node }) => node.id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect(ids).toHaveLength(MANY);
  expect(new Set(ids).size).toBe(MANY);
});
