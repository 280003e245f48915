import {
  type DocumentNode,
  execute,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  parse,
  type ExecutionResult,
} from 'graphql';
import type { Context } from '../../api/platform/context.ts';

/** How far a walk goes: steps from object to object, and how often a type may come up on one way. */
export interface Reach {
  readonly steps: number;
  readonly returns: number;
}

/** Types that only wrap others; going through them is no step. */
const WRAPPER = /(Connection|Edge|SearchResult)$|^PageInfo$|^Money$/;

/** A selection of everything that can be reached from a type. */
export function everything(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  reach: Reach,
  way: readonly string[] = [type.name],
): string {
  if (isAbstractType(type)) {
    const own = isInterfaceType(type) ? fieldsOf(schema, Object.values(type.getFields()), reach, way) : '';
    const special = schema.getPossibleTypes(type).map((each) => {
      const known = isInterfaceType(type) ? type.getFields() : {};
      const fields = Object.values(each.getFields()).filter(({ name }) => !(name in known));
      return fields.length === 0 ? '' : `... on ${each.name} { __typename ${fieldsOf(schema, fields, reach, way)} }`;
    });
    return `__typename ${own} ${special.join(' ')}`;
  }
  if (!isObjectType(type)) throw new Error(`${type.name} has no fields.`);
  return `__typename ${fieldsOf(schema, Object.values(type.getFields()), reach, way)}`;
}

function fieldsOf(
  schema: GraphQLSchema,
  fields: readonly GraphQLField<unknown, unknown>[],
  reach: Reach,
  way: readonly string[],
): string {
  return fields
    .map((field) => {
      const type = getNamedType(field.type);
      if (!isCompositeType(type)) return field.name;
      const isWrapper = WRAPPER.test(type.name);
      const steps = isWrapper ? reach.steps : reach.steps - 1;
      const isDone = steps < 0 || (!isWrapper && way.filter((name) => name === type.name).length >= reach.returns);
      return isDone ? '' : `${field.name} { ${everything(schema, type, { ...reach, steps }, [...way, type.name])} }`;
    })
    .join(' ');
}

/** One root field, asked for one thing by its id, or as it is. */
export interface Root {
  readonly name: string;
  readonly id: string | null;
}

/** Asks one root field for everything within reach, with the edge's limits out of the way. */
export async function askEverything(
  schema: GraphQLSchema,
  contextValue: Context,
  { name, id }: Root,
  reach: Reach,
): Promise<ExecutionResult> {
  const field = schema.getQueryType()?.getFields()[name];
  if (!field) throw new Error(`There is no root field ${name}.`);
  const names = field.args.map((argument) => argument.name);
  // An id is no proof: whoever knows the id of a letter has not got its link.
  const isProof = names.includes('token');
  const args = names.includes('search')
    ? '(search: { text: "support" })'
    : id === null
      ? ''
      : isProof
        ? '(token: $id)'
        : '(id: $id)';
  const head = id === null ? 'query Walk' : `query Walk($id: ${isProof ? 'String' : 'ID'}!)`;
  const document = documentFor(schema, `${head} { ${name}${args} {`, getNamedType(field.type), reach);
  return execute({ schema, document, contextValue, variableValues: { id } });
}

// One document for all ids of a field, so that it is parsed and planned once.
const documents = new Map<string, DocumentNode>();
function documentFor(schema: GraphQLSchema, head: string, type: GraphQLNamedType, reach: Reach): DocumentNode {
  const key = `${head} ${reach.steps} ${reach.returns}`;
  const known = documents.get(key);
  if (known) return known;
  const document = parse(`${head} ${everything(schema, type, reach)} } }`, { noLocation: true });
  documents.set(key, document);
  return document;
}
