import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql, type GraphQLSchema } from 'graphql';
import { addOption } from '../../api/appraisals/add-option.ts';
import type { Context } from '../../api/platform/context.ts';
import { makeSchema } from '../../api/server/schema.ts';
import {
  makeAppraisal,
  makeOutcome,
  makeService,
  must,
  openPlanWorld,
  type PlanWorld,
} from '../support/make-outcomes.ts';

let world: PlanWorld;
let schema: GraphQLSchema;
beforeAll(async () => {
  [world, schema] = await Promise.all([openPlanWorld(), makeSchema()]);
});
afterAll(() => world.close());

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each document has a shape of its own
async function ask(ctx: Context, source: string, variableValues: Record<string, unknown> = {}): Promise<any> {
  const answer = await graphql({ schema, source, contextValue: ctx, variableValues });
  const [problem] = answer.errors ?? [];
  if (problem) throw problem;
  return JSON.parse(JSON.stringify(answer.data));
}

/** How many statements reach the database for planned reads. */
async function statementsOf(ctx: Context, source: string, variables: Record<string, unknown>): Promise<number> {
  const sent: string[] = [];
  const spy = (text: unknown) => {
    const words = typeof text === 'object' && text !== null && 'text' in text ? String(text.text) : String(text);
    if (!/^(begin|commit|select access\.enter)/i.test(words)) sent.push(words);
  };
  const { app } = ctx.db;
  const connect = app.connect.bind(app);
  const watched = new Proxy(app, {
    get: (pool, name) =>
      name === 'connect'
        ? async () => {
            const client = await connect();
            const query = client.query.bind(client) as (...given: unknown[]) => unknown;
            return new Proxy(client, {
              get: (each, property) =>
                property === 'query'
                  ? (...given: unknown[]) => {
                      spy(given[0]);
                      return query(...given);
                    }
                  : property === 'release'
                    ? each.release.bind(each)
                    : Reflect.get(each, property),
            });
          }
        : Reflect.get(pool, name),
  });
  await ask({ ...ctx, db: { ...ctx.db, app: watched }, cache: new Map() }, source, variables);
  return sent.length;
}

const OPTIONS = /* GraphQL */ `
  query Options($id: ID!) {
    outcome(id: $id) {
      statement
      viewerCanAgree
      viewerCanAppraise
      spokenBy {
        name
      }
      appraisal {
        state
        version
        viewerCanAddOption
        viewerCanChoose
        outcome {
          id
        }
        decision {
          reasons
          decidedBy {
            id
          }
          chosen {
            id
            name
          }
        }
        options {
          __typename
          id
          name
          kind
          weeklyCost {
            amount
            currency
          }
          distanceMiles
          when
          addedBy {
            name
          }
          isChosen
          viewerCanRemove
          ... on ListedOption {
            service {
              id
              name
            }
          }
        }
      }
    }
  }
`;
const CHOOSE = /* GraphQL */ `
  mutation Choose($input: ChooseOptionInput!) {
    chooseOption(input: $input) {
      appraisal {
        state
        decision {
          chosen {
            name
            isChosen
          }
          isFirstPreference
          decidedAt
        }
      }
      userErrors {
        __typename
        code
        message
        field
      }
    }
  }
`;

describe('choosing over GraphQL', () => {
  it('goes from words to a decision', async () => {
    const amira = await world.individual();
    const ctx = await world.as(amira);
    const serviceId = await makeService(world);
    const stated = await ask(
      ctx,
      `mutation($input: StateOutcomeInput!) { stateOutcome(input: $input) {
        outcome { id state domain priority viewerCanAgree viewerCanWithdraw individual { id } } userErrors { code } } }`,
      { input: { individualId: amira, statement: 'I want company.', domain: 'RELATIONSHIPS', byWhen: '2027-01-31' } },
    );
    const { id, ...outcome } = stated.stateOutcome.outcome;
    expect(outcome).toEqual({
      state: 'DRAFT',
      domain: 'RELATIONSHIPS',
      priority: 1,
      viewerCanAgree: true,
      viewerCanWithdraw: true,
      individual: { id: amira },
    });

    const refused = await ask(
      ctx,
      `mutation($id: ID!) { openAppraisal(input: { outcomeId: $id }) { appraisal { id } userErrors { code message field } } }`,
      { id },
    );
    expect(refused.openAppraisal).toEqual({
      appraisal: null,
      userErrors: [{ code: 'OUTCOME_NOT_AGREED', message: expect.any(String), field: null }],
    });
    const opened = await ask(
      ctx,
      `mutation($id: ID!) {
        agreeOutcome(input: { outcomeId: $id }) { outcome { state agreedOn agreedBy { id } viewerCanAgree } userErrors { code } }
        openAppraisal(input: { outcomeId: $id }) { appraisal { id options { name } } userErrors { code } }
      }`,
      { id },
    );
    expect(opened.agreeOutcome).toEqual({
      outcome: { state: 'AGREED', agreedOn: '2026-11-23', agreedBy: { id: amira }, viewerCanAgree: false },
      userErrors: [],
    });
    expect(opened.openAppraisal.appraisal.options).toEqual([{ name: 'Carry on as now' }]);

    const appraisalId = opened.openAppraisal.appraisal.id;
    const added = await ask(
      ctx,
      `mutation($input: AddOptionInput!) { addOption(input: $input) { appraisal { version options { id name } } userErrors { code } } }`,
      { input: { appraisalId, serviceId } },
    );
    expect(added.addOption).toMatchObject({ appraisal: { version: 2 }, userErrors: [] });
    const [table] = added.addOption.appraisal.options;

    const input = { appraisalId, optionId: table.id, reasons: '', isFirstPreference: false, version: 1 };
    const wrong = await ask(ctx, CHOOSE, { input });
    expect(wrong.chooseOption.appraisal).toEqual({ state: 'OPEN', decision: null });
    expect(wrong.chooseOption.userErrors).toMatchObject([
      { __typename: 'ChooseOptionError', code: 'CHANGED_MEANWHILE', field: ['version'] },
      { __typename: 'ChooseOptionError', code: 'REASONS_REQUIRED', field: ['reasons'] },
    ]);

    const chosen = await ask(ctx, CHOOSE, { input: { ...input, reasons: 'It is near.', version: 2 } });
    expect(chosen.chooseOption).toEqual({
      appraisal: {
        state: 'DECIDED',
        decision: {
          chosen: { name: 'Thursday Table', isChosen: true },
          isFirstPreference: false,
          decidedAt: expect.stringMatching(/^2026-11-23T10:42:00(\.000)?Z$/),
        },
      },
      userErrors: [],
    });
  });

  it('lists options in a neutral order: nearest, then by name, unknown distances after, carrying on as now last (R17)', async () => {
    const amira = await world.individual({ latitude: 52.4, longitude: -0.05 });
    const { ctx, appraisalId, outcomeId } = await makeAppraisal(world, amira);
    const at = (name: string, latitude: number) =>
      makeService(world, { service: { name }, place: { latitude, longitude: -0.05 }, kind: 'PROVIDER' });
    must(await addOption(ctx, { appraisalId, own: { name: 'Another idea', weeklyCost: '5.00', when: 'Mondays' } }));
    for (const [name, latitude] of [
      ['Zither club', 52.41],
      ['Far away', 52.6],
      ['Art club', 52.41],
    ] as const)
      must(await addOption(ctx, { appraisalId, serviceId: await at(name, latitude) }));

    const removable = (options: { viewerCanRemove: boolean }[]) => options.map((option) => option.viewerCanRemove);
    const own = await ask(ctx, OPTIONS, { id: outcomeId });
    expect(removable(own.outcome.appraisal.options)).toEqual([true, true, true, true, false]);

    const broker = await world.as(await world.member(world.authorityId, 'BROKER'));
    const { outcome } = await ask(broker, OPTIONS, { id: outcomeId });
    expect(outcome.appraisal.options.map(({ name }: { name: string }) => name)).toEqual([
      'Art club',
      'Zither club',
      'Far away',
      'Another idea',
      'Carry on as now',
    ]);
    expect(outcome).toMatchObject({ viewerCanAgree: false, viewerCanAppraise: true });
    expect(outcome.appraisal).toMatchObject({ viewerCanAddOption: false, viewerCanChoose: false, decision: null });
    expect(outcome.appraisal.options[0]).toMatchObject({
      __typename: 'ListedOption',
      service: { name: 'Art club' },
      weeklyCost: null,
      viewerCanRemove: false,
      isChosen: false,
    });
    expect(outcome.appraisal.options[3]).toMatchObject({
      __typename: 'OwnOption',
      weeklyCost: { amount: '5.00', currency: 'GBP' },
      when: 'Mondays',
      addedBy: { name: 'Amira Okoro' },
      distanceMiles: null,
    });
    expect(outcome.appraisal.options[4]).toMatchObject({
      kind: 'CARRY_ON_AS_NOW',
      addedBy: null,
      weeklyCost: { amount: '0.00' },
    });
  });

  it('costs one statement, for one option as for five', async () => {
    const { ctx, appraisalId, outcomeId } = await makeAppraisal(world, await world.individual());
    expect(await statementsOf(ctx, OPTIONS, { id: outcomeId })).toBe(1);
    for (let each = 0; each < 4; each += 1)
      must(await addOption(ctx, { appraisalId, serviceId: await makeService(world) }));
    expect(await statementsOf(ctx, OPTIONS, { id: outcomeId })).toBe(1);
  });

  it("lists outcomes in the person's own order, by pages, for one statement", async () => {
    const amira = await world.individual();
    const ctx = await world.as(amira);
    const OUTCOMES = `query Outcomes($id: ID!, $after: String) { individual(id: $id) {
      outcomes(first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { priority recordedBy { id } } } } } }`;
    expect(await statementsOf(ctx, OUTCOMES, { id: amira })).toBe(1);
    for (const priority of [3, 1, 2]) await makeOutcome(ctx, amira, { priority });

    const first = (await ask(ctx, OUTCOMES, { id: amira })).individual.outcomes;
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const rest = (await ask(ctx, OUTCOMES, { id: amira, after: first.pageInfo.endCursor })).individual.outcomes;
    const places = [...first.edges, ...rest.edges].map(({ node }) => node.priority);
    expect(places).toEqual([1, 2, 3]);
    expect(await statementsOf(ctx, OUTCOMES, { id: amira })).toBe(1);
  });

  it('shows a stranger, a provider and nobody nothing at all (R43)', async () => {
    const { appraisalId, outcomeId } = await makeAppraisal(world, await world.individual());
    const provider = await world.organisation('PROVIDER');
    for (const who of [await world.individual(), await world.member(provider, 'MANAGER'), null])
      expect(
        await ask(await world.as(who), `query($a: ID!, $o: ID!) { appraisal(id: $a) { id } outcome(id: $o) { id } }`, {
          a: appraisalId,
          o: outcomeId,
        }),
      ).toEqual({ appraisal: null, outcome: null });
  });
});
