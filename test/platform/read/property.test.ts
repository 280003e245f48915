import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  execute,
  NoUnusedFragmentsRule,
  NoUnusedVariablesRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { readStepByStep } from '../../../api/platform/read/run.ts';
import { oracleSchema } from './oracle.ts';
import { queryVariables, randomQuery, type Pool } from './random-query.ts';
import { id, makeRows, openWorld } from './rows.ts';
import { bedOrders, gardenOrders, plannedSchema } from './world.ts';

const runs = Number(process.env['PLANNER_RUNS'] ?? 100);
const rows = makeRows(12);
const planned = plannedSchema();
const oracle = oracleSchema(rows);
const rules = specifiedRules.filter((rule) => rule !== NoUnusedVariablesRule && rule !== NoUnusedFragmentsRule);

let world: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  world = await openWorld(rows);
});
afterAll(() => world.close());

it('answers random queries as its own loaders and as plain resolvers in memory do', async () => {
  const pool = await fillPool();
  const seen = { queries: 0, nested: 0 };

  await fc.assert(
    fc.asyncProperty(fc.noShrink(fc.noBias(fc.integer())), async (seed) => {
      const query = randomQuery(planned, pool, chooser(seed));
      const document = parse(query);
      fc.pre(validate(planned, document, rules).length === 0);

      const ctx = world.context();
      const whole = await answer(planned, document, ctx);
      const stepping = world.context();
      readStepByStep(stepping);
      const step = await answer(planned, document, stepping);
      const plain = await answer(oracle, document, null);

      seen.queries += 1;
      if (stepping.sent.length > ctx.sent.length) seen.nested += 1;
      expect(whole.errors ?? []).toEqual([]);
      expect(step).toEqual(whole);
      expect(withoutCursors(whole)).toEqual(withoutCursors(plain));
    }),
    { numRuns: runs, endOnFailure: true },
  );

  // The comparison is worth something only if many of the queries had links to follow.
  expect(seen.nested).toBeGreaterThan(seen.queries / 4);
}, 900_000);

/** Numbers that follow from a seed (mulberry32). */
function chooser(seed: number) {
  let state = seed | 0;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

async function answer(schema: GraphQLSchema, document: DocumentNode, contextValue: unknown) {
  const { data, errors } = await execute({
    schema,
    document,
    contextValue,
    variableValues: queryVariables,
    rootValue: {},
  });
  // Objects come without a prototype, and a failing comparison should show the path.
  return JSON.parse(JSON.stringify({ data, errors: errors?.map(({ message, path }) => ({ message, path })) }));
}

function withoutCursors(answered: unknown): unknown {
  return JSON.parse(JSON.stringify(answered, (key, value) => (/cursor$/i.test(key) ? '' : value)));
}

/** Ids of every kind, absent and malformed ones among them, and a few cursors of every list in every order. */
async function fillPool(): Promise<Pool> {
  const cursors: Record<string, string[]> = {};
  const collect = async (place: string, selection: string) => {
    const document = parse(`{ ${selection} }`);
    const { data, errors } = await execute({ schema: planned, document, contextValue: world.context() });
    if (errors) throw new Error(errors[0]?.message);
    const found = [...JSON.stringify(data).matchAll(/"cursor":"([^"]+)"/g)].map((match) => match[1] as string);
    cursors[place] = found.slice(0, 12);
  };

  for (const order of Object.keys(gardenOrders)) {
    await collect(`Query.gardens ${order}`, `gardens(order: ${order}) { edges { cursor } }`);
    await collect(`Here.gardens ${order}`, `here { gardens(order: ${order}) { edges { cursor } } }`);
  }
  for (const order of Object.keys(bedOrders)) {
    await collect(`Garden.beds ${order}`, `garden(id: "${id(2, 9)}") { beds(order: ${order}) { edges { cursor } } }`);
  }
  const remarks = rows.remark.slice(0, 3).map((remark) => remark.id);
  return {
    cursors,
    ids: {
      'Query.garden': [id(2, 0), id(2, 1), id(2, 4), id(2, 7), id(2, 9), id(2, 99), 'nonsense'],
      'Query.keepers': [id(1, 0), id(1, 1), id(1, 99)],
      'Query.remark': remarks,
    },
  };
}
