import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { getNamedType, type GraphQLObjectType, type GraphQLSchema, isLeafType, isObjectType } from 'graphql';
import { makeSchema } from '../../api/server/schema.ts';
import { addMoreOfEach } from './more-of-each.ts';
import { type SeededWorld, seededWorld } from '../support/seeded-world.ts';
import { statementsOf } from '../support/statements.ts';
import { field } from '../support/world.ts';

// Every connection that there is, read by somebody who has much of it: a long page costs the statements of a short one.

/** How each type that has lists is reached: the way to it, and the table of its ids. */
const WAYS: Readonly<Record<string, { readonly way: readonly string[]; readonly table?: string }>> = {
  Viewer: { way: ['viewer'] },
  DirectoryDesk: { way: ['viewer', 'directoryDesk'] },
  Individual: { way: ['individual(id: $id)'], table: 'individual' },
  PersonalRecord: { way: ['individual(id: $id)', 'record'], table: 'individual' },
  Organisation: { way: ['organisation(id: $id)'], table: 'organisation' },
  Service: { way: ['service(id: $id)'], table: 'service' },
  Outcome: { way: ['outcome(id: $id)'], table: 'outcome' },
  Agreement: { way: ['agreement(id: $id)'], table: 'agreement' },
  ImportRun: { way: ['importRun(id: $id)'], table: 'import_run' },
};
/** Those who read: an individual, brokers, a manager of theirs, a keeper of the directory, and two who run things. */
const READERS = ['mair', 'ruth', 'mo', 'wen', 'priya', 'beryl'];

let fenmoor: SeededWorld;
let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await makeSchema();
  fenmoor = await seededWorld();
  await addMoreOfEach(fenmoor);
}, 60_000);
afterAll(() => fenmoor.close());

interface List {
  readonly owner: string;
  readonly name: string;
  readonly node: GraphQLObjectType;
}

/** Every connection of the schema, with the type whose it is. */
function lists(): List[] {
  const owners = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !/^__|Payload$/.test(type.name),
  );
  return (owners as GraphQLObjectType[]).flatMap((owner) =>
    Object.values(owner.getFields()).flatMap(({ name, type }) => {
      const connection = getNamedType(type);
      if (!isObjectType(connection) || !connection.name.endsWith('Connection')) return [];
      const edge = getNamedType(connection.getFields()['edges']?.type);
      const node = isObjectType(edge) ? getNamedType(edge.getFields()['node']?.type) : null;
      return isObjectType(node) ? [{ owner: owner.name, name, node }] : [];
    }),
  );
}

/** Every leaf of a type, and of the objects that it links; no list within it. */
function leavesOf(type: GraphQLObjectType, depth: number): string {
  return Object.values(type.getFields())
    .filter(({ args, type: given }) => args.length === 0 && !String(given).includes('['))
    .map(({ name, type: given }) => {
      const named = getNamedType(given);
      if (isLeafType(named)) return name;
      return isObjectType(named) && depth > 0 && !named.name.endsWith('Connection')
        ? `${name} { __typename ${leavesOf(named, depth - 1)} }`
        : '';
    })
    .join(' ');
}

function documentFor({ way }: { readonly way: readonly string[] }, selection: string): string {
  const head = way.some((step) => step.includes('$id')) ? 'query Q($id: ID!)' : 'query Q';
  return `${head} { ${way.join(' { ')} { ${selection} ${'}'.repeat(way.length)} }`;
}

/** Who reads most of a list, and of what; null when nobody sees two. */
async function richest(list: List): Promise<{ reader: string; id: string } | null> {
  const place = WAYS[list.owner];
  if (place === undefined) throw new Error(`Say in WAYS how ${list.owner} is reached.`);
  const ids = place.table === undefined ? [''] : (await idsOf(place.table)).map(({ id }) => id);
  let most: { reader: string; id: string; count: number } | null = null;
  for (const reader of READERS) {
    for (const id of ids) {
      const told = await read(reader, documentFor(place, `${list.name} { totalCount }`), id);
      const count = Number(/"totalCount":(\d+)/.exec(JSON.stringify(told.data))?.[1] ?? 0);
      if (count > (most?.count ?? 1)) most = { reader, id, count };
      // Enough to tell a long page from a short one.
      if (count > 4) return { reader, id };
    }
  }
  return most;
}

const idsOf = (table: string) => fenmoor.sql<{ id: string }>(`select id from ${table} order by id limit 40`);
const read = async (reader: string, document: string, id: string) =>
  fenmoor.as(await fenmoor.person(reader))(document, document.includes('$id') ? { id } : {});

/** Lists of which a first start has fewer than two; their own tests count their statements. */
const SHORT_IN_FENMOOR = [
  ...['Individual.invitations', 'Organisation.invitations', 'Outcome.agreements', 'PersonalRecord.corrections'],
];

it('costs no statement more for more, whatever the list', async () => {
  const [costly, short]: [string[], string[]] = [[], []];
  for (const list of lists()) {
    const name = `${list.owner}.${list.name}`;
    const found = await richest(list);
    if (found === null) {
      short.push(name);
      continue;
    }
    const count = async (first: number) => {
      const selection = `${list.name}(first: ${first}) { totalCount edges { cursor node { ${leavesOf(list.node, 1)} } } pageInfo { hasNextPage } }`;
      const document = documentFor(WAYS[list.owner] ?? { way: [] }, selection);
      await read(found.reader, document, found.id);
      const statements = await statementsOf(async () => {
        const told = await read(found.reader, document, found.id);
        expect([name, told.codes]).toEqual([name, []]);
        field(told, Object.keys(told.data ?? {})[0] ?? '');
      });
      return statements.length;
    };
    const [few, many] = [await count(1), await count(20)];
    if (few !== many || few === 0) costly.push(`${name}: ${few} for one, ${many} for twenty`);
  }
  expect(costly).toEqual([]);
  expect(short.filter((name) => !SHORT_IN_FENMOOR.includes(name))).toEqual([]);
}, 120_000);
