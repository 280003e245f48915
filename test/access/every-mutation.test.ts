import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { getNamedType, type GraphQLInputType, type GraphQLSchema, isEnumType, isInputObjectType } from 'graphql';
import { isListType, isNonNullType } from 'graphql';
import { makeSchema } from '../../api/server/schema.ts';
import { TODAY, type Someone } from '../support/make.ts';
import { type SeededWorld, seededWorld } from '../support/seeded-world.ts';

// Every mutation that there is, sent with things that exist by somebody to whom none of them belongs.

/** What anybody may do, signed in or not: told to the directory, or proved by a link. */
const OPEN_TO_VISITORS = ['answerLetter', 'declineInvitation', 'suggestChange', 'suggestListing', 'tellOfGap'];
/** What anybody may do who is signed in. */
const OPEN_TO_ANYBODY = [...OPEN_TO_VISITORS, 'acceptInvitation', 'claimOrganisation'];

/** Tables of the ids whose names do not say it. */
const TABLES: Readonly<Record<string, string>> = {
  about: 'outcome',
  authority: 'organisation',
  booking: 'interpreter_booking',
  conflict: 'edit_conflict',
  givenBy: 'person',
  link: 'service_link',
  preferredService: 'service',
  provider: 'organisation',
  replaces: 'statement',
  row: 'quarantined_row',
  spokenBy: 'person',
};
/** Tables that a first start leaves empty; who may act there is tried where each is tested. */
const NONE_IN_FENMOOR = [
  ...['capacity_record', 'correction', 'edit_conflict', 'invitation', 'quarantined_row', 'service_link'],
];
const SCALARS: Readonly<Record<string, unknown>> = {
  ...{ String: 'x', Int: 1, Boolean: true, Decimal: '1.00', Date: TODAY, LocalTime: '10:00' },
};

let fenmoor: SeededWorld;
let schema: GraphQLSchema;
let stranger: Someone;
const ids = new Map<string, string>();
const missing = new Set<string>();

beforeAll(async () => {
  schema = await makeSchema();
  fenmoor = await seededWorld();
  stranger = await fenmoor.make.person('Sam Stranger');
}, 60_000);
afterAll(() => fenmoor.close());

async function idOf(field: string): Promise<string> {
  const noun = field.replace(/Id$/, '');
  const table = TABLES[noun] ?? noun.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const known = ids.get(table);
  if (known !== undefined) return known;
  const [row] = await fenmoor.sql<{ id: string }>(`select id from ${table} order by id limit 1`);
  if (row === undefined) missing.add(table);
  const id = row?.id ?? '00000000-0000-4000-8000-000000000000';
  ids.set(table, id);
  return id;
}

/** The least that the type takes. */
async function valueFor(type: GraphQLInputType, name: string): Promise<unknown> {
  if (isNonNullType(type)) return valueFor(type.ofType, name);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return type.name === 'ID' ? idOf(name) : SCALARS[type.name];
  const needed = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
  return Object.fromEntries(
    await Promise.all(needed.map(async (field) => [field.name, await valueFor(field.type, field.name)])),
  );
}

async function send(mutation: string, who: Someone | null) {
  const field = schema.getMutationType()?.getFields()[mutation];
  const [input] = field?.args ?? [];
  if (field === undefined || input === undefined) throw new Error(`${mutation} takes no input.`);
  const name = getNamedType(input.type).name;
  const document = `mutation M($input: ${name}!) { ${mutation}(input: $input) { userErrors { message } } }`;
  return fenmoor.as(who)(document, { input: await valueFor(input.type, 'input') });
}

/** How many rows there are of everything; a refused request leaves them as they were. */
async function rows(): Promise<Record<string, unknown>> {
  const tables = await fenmoor.sql<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
     and relname not in ('session', 'look') order by relname`,
  );
  const counts = tables.map(({ name }) => `(select count(*) from ${name}) as ${name}`).join(', ');
  const [row] = await fenmoor.sql(`select ${counts}`);
  return row ?? {};
}

const mutations = () => Object.keys(schema.getMutationType()?.getFields() ?? {});

it('refuses a visitor, or finds nothing for one, whatever the mutation, and changes nothing', async () => {
  const before = await rows();
  const letIn: string[] = [];
  for (const mutation of mutations().filter((name) => !OPEN_TO_VISITORS.includes(name))) {
    const { codes } = await send(mutation, null);
    if (!['UNAUTHENTICATED', 'NOT_FOUND'].includes(codes[0] ?? '')) letIn.push(`${mutation}: ${codes[0] ?? 'done'}`);
  }
  expect(letIn).toEqual([]);
  expect(await rows()).toEqual(before);
});

it('refuses a stranger, or finds nothing for one, whatever the mutation, and changes nothing', async () => {
  const before = await rows();
  const letIn: string[] = [];
  for (const mutation of mutations().filter((name) => !OPEN_TO_ANYBODY.includes(name))) {
    const { codes } = await send(mutation, stranger);
    if (!['FORBIDDEN', 'NOT_FOUND'].includes(codes[0] ?? '')) letIn.push(`${mutation}: ${codes[0] ?? 'done'}`);
  }
  expect(letIn).toEqual([]);
  expect(await rows()).toEqual(before);
});

it('names only mutations that there are', () => {
  expect(mutations()).toEqual(expect.arrayContaining(OPEN_TO_ANYBODY));
});

it('was tried with things that exist, but for those of which Fenmoor has none', () => {
  expect([...missing].filter((table) => !NONE_IN_FENMOOR.includes(table))).toEqual([]);
});
