import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
} from 'graphql';
import { printedSchema } from '../../api/server/print-schema.ts';

const promise = readFileSync(join(import.meta.dirname, '../../schema/schema.graphql'), 'utf8');
const schema = buildSchema(promise);
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);
const roots = ['Query', 'Mutation', 'Subscription'];

/** Everything that has a name, with its path: a type, a field, an argument, a value. */
const named = types.flatMap((type) => [
  { path: type.name, description: type.description },
  ...fieldsOf(type).flatMap((field) => [
    { path: `${type.name}.${field.name}`, description: field.description },
    ...field.args.map((arg) => ({ path: `${type.name}.${field.name}(${arg.name}:)`, description: arg.description })),
  ]),
  ...(isInputObjectType(type) ? Object.values(type.getFields()) : []).map((field) => ({
    path: `${type.name}.${field.name}`,
    description: field.description,
  })),
  ...(isEnumType(type) ? type.getValues() : []).map((value) => ({
    path: `${type.name}.${value.name}`,
    description: value.description,
  })),
]);

describe('schema.graphql', () => {
  it('is what the classes print', async () => {
    expect(promise).toBe(await printedSchema());
  });
});

describe('the manual', () => {
  it('describes every type, field, argument and value in a sentence', () => {
    const silent = named.filter(
      ({ path, description }) => !roots.includes(path) && !/^\S.*[.]$/s.test(description ?? ''),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('starts with the thing, not with "The" or "This field"', () => {
    // An error code's description is a sentence about the obstacle, which may well begin with it.
    const things = named.filter(({ path }) => !/ErrorCode[.]/.test(path));
    const wordy = things.filter(({ description }) => /^(The|This field|This) /.test(description ?? ''));
    expect(wordy.map(({ path }) => path)).toEqual([]);
  });

  it('says "Whether" of every question', () => {
    const questions = types.flatMap((type) =>
      fieldsOf(type)
        .filter((field) => /^Boolean!?$/.test(String(field.type)))
        .filter((field) => !/^Whether /.test(field.description ?? ''))
        .map((field) => `${type.name}.${field.name}`),
    );
    // A connection's page is Relay's own and says so in Relay's words.
    expect(questions.filter((path) => !path.startsWith('PageInfo.'))).toEqual([]);
  });
});

describe('names', () => {
  it('are singular and PascalCase for types', () => {
    const odd = types.filter((type) => !/^[A-Z][A-Za-z0-9]*$/.test(type.name));
    expect(odd.map((type) => type.name)).toEqual([]);
    const banned = types.filter((type) => /(Dto|Model|Manager|Helper|Util|Base|Impl|Data)$/.test(type.name));
    expect(banned.map((type) => type.name)).toEqual([]);
  });

  it('are camelCase for fields and arguments', () => {
    const odd = types
      .flatMap((type) => fieldsOf(type).flatMap((field) => [field.name, ...field.args.map((arg) => arg.name)]))
      .filter((name) => !/^[a-z][a-zA-Z0-9]*$/.test(name));
    expect(odd).toEqual([]);
  });

  it('are capitals for enum values', () => {
    const values = types.filter(isEnumType).flatMap((type) => type.getValues().map((value) => value.name));
    expect(values.filter((name) => !/^[A-Z][A-Z0-9_]*$/.test(name))).toEqual([]);
  });

  it('end in At for instants and in On for days, unless they are known by another word', () => {
    const known = ['asOf', 'at', 'since', 'replyBy', 'byWhen'];
    const odd = outputs().filter(({ field }) => {
      const type = String(field.type).replace('!', '');
      if (known.includes(field.name)) return false;
      return (type === 'DateTime' && !/At$/.test(field.name)) || (type === 'Date' && !/On$/.test(field.name));
    });
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  it('never show a foreign key of an object: link it', () => {
    const keys = outputs().filter(({ field }) => /Id$/.test(field.name));
    expect(keys.map(({ path }) => path)).toEqual([]);
  });
});

describe('the shape of a promise', () => {
  it('gives every root lookup as null when it is absent or hidden', () => {
    const lookups = Object.values(schema.getQueryType()?.getFields() ?? {}).filter((field) =>
      field.args.some((arg) => arg.name === 'id'),
    );
    expect(lookups.length).toBeGreaterThan(0);
    expect(lookups.filter((field) => isNonNullType(field.type)).map((field) => field.name)).toEqual([]);
  });

  it('lets every mutation own its input, payload, error and codes', () => {
    for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      const Name = field.name.charAt(0).toUpperCase() + field.name.slice(1);
      expect(field.args.map((arg) => `${arg.name}: ${String(arg.type)}`)).toEqual([`input: ${Name}Input!`]);
      expect(String(field.type)).toBe(`${Name}Payload!`);
      const payload = schema.getType(`${Name}Payload`);
      const errors = isObjectType(payload) ? payload.getFields()['userErrors'] : undefined;
      expect(String(errors?.type)).toBe(`[${Name}Error!]!`);
      const error = schema.getType(`${Name}Error`);
      expect(isObjectType(error) && String(error.getFields()['code']?.type)).toBe(`${Name}ErrorCode!`);
      const input = schema.getType(`${Name}Input`);
      const key = isInputObjectType(input) ? input.getFields()['idempotencyKey'] : undefined;
      expect([field.name, String(key?.type)]).toEqual([field.name, 'String']);
    }
  });

  it('makes every changed object of a payload nullable', () => {
    const payloads = types.filter((type) => type.name.endsWith('Payload'));
    const tight = payloads.flatMap((type) =>
      fieldsOf(type)
        .filter((field) => field.name !== 'userErrors' && isNonNullType(field.type))
        .map((field) => `${type.name}.${field.name}`),
    );
    expect(tight).toEqual([]);
  });

  it('pages every connection forward, with edges, pageInfo and a count', () => {
    for (const { path, field } of outputs()) {
      const type = bare(field.type);
      if (!/(Connection|SearchResult)$/.test(type.name)) continue;
      expect([path, ...field.args.map((arg) => arg.name)]).toEqual(expect.arrayContaining(['first', 'after']));
      expect([path, field.args.find((arg) => arg.name === 'first')?.defaultValue]).toEqual([path, 20]);
      expect(fieldsOf(type).map((each) => each.name)).toEqual(
        expect.arrayContaining(['edges', 'pageInfo', 'totalCount']),
      );
    }
  });

  it('states a bound for every plain list of objects', () => {
    const boundless = outputs().filter(({ path, field }) => {
      const type = bare(field.type);
      if (!isList(field.type) || !(isObjectType(type) || isInterfaceType(type))) return false;
      if (field.name === 'edges' || field.name === 'userErrors' || /^(Term|Prose)/.test(type.name)) return false;
      return (
        !/\b(at most|one for each|two|three|four|\d+)\b/i.test(field.description ?? '') && !path.endsWith('s.edges')
      );
    });
    expect(boundless.map(({ path }) => path)).toEqual([]);
  });

  it('keeps lists and their items, and questions, from being null', () => {
    const loose = outputs().filter(({ path, field }) => {
      const type = String(field.type);
      if (type.startsWith('[') && !/^\[\w+!\]!$/.test(type)) return !mayBeNull(path);
      return type === 'Boolean';
    });
    expect(loose.map(({ path }) => path)).toEqual([]);
  });

  it('has no scalar that can hold anything, and no Float for money', () => {
    const scalars = types.filter(isScalarType).map((type) => type.name);
    expect(scalars.filter((name) => /JSON|Any|Object/i.test(name))).toEqual([]);
    const floats = outputs().filter(({ field }) => String(field.type).startsWith('Float'));
    expect(floats.filter(({ field }) => /cost|rate|price|amount|budget|pence/i.test(field.name))).toEqual([]);
  });

  it('keeps the root small', () => {
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {}).length).toBeLessThanOrEqual(18);
    expect(roots.map((name) => schema.getType(name)?.name)).toEqual(roots);
  });
});

function fieldsOf(type: GraphQLNamedType): GraphQLField<unknown, unknown>[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}

function outputs() {
  return types.flatMap((type) => fieldsOf(type).map((field) => ({ path: `${type.name}.${field.name}`, field })));
}

function bare(type: GraphQLOutputType): GraphQLNamedType {
  return isNonNullType(type) || isListType(type) ? bare(type.ofType as GraphQLOutputType) : type;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** Lists of which null says something: no field is at fault; the term is not prose, so it is shown as was and now. */
function mayBeNull(path: string): boolean {
  return /Error[.]field$/.test(path) || path === 'TermChange.prose';
}
