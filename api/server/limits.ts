import {
  type ASTVisitor,
  type DocumentNode,
  getNamedType,
  getNullableType,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  isCompositeType,
  isListType,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { type ComplexityEstimatorArgs, getComplexity } from 'graphql-query-complexity';

/** What one request may ask for; the same over HTTP and over a socket. */
export const Limit = {
  BODY_BYTES: 102_400,
  TOKENS: 1_000,
  SELECTIONS: 2_000,
  DEPTH: 12,
  ALIASES: 15,
  DIRECTIVES: 10,
  COST: 5_000,
  VALIDATION_ERRORS: 5,
  DEFAULT_PAGE: 20,
} as const;

/** A plain list is short by the schema's promise; it counts as this many. */
const PLAIN_LIST = 5;

interface Shape {
  readonly selections: number;
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
}

/** The validation rules of the edge; introspection is refused where it is not wanted. */
export function edgeRules(settings: { readonly isProduction: boolean }): ValidationRule[] {
  return settings.isProduction ? [shapeRule, NoSchemaIntrospectionCustomRule] : [shapeRule];
}

/** Throws QUERY_TOO_COSTLY when the operation, with its variables, may load more than 5,000 objects. */
export function refuseCostly(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Record<string, unknown> | null | undefined,
): void {
  const operation = getOperationAST(document, operationName);
  // Without an operation, or with variables of the wrong type, nothing will run: graphql itself says so.
  if (!operation || getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}).errors) return;

  const asked = { schema, query: document, operationName: operationName ?? undefined, variables: variables ?? {} };
  const known = knownCosts(document);
  const key = JSON.stringify([operationName, Object.entries(asked.variables).filter(([, value]) => isCounted(value))]);
  const cost = known.get(key) ?? costOf(asked);
  if (known.size < MOST_KNOWN) known.set(key, cost);
  if (cost <= Limit.COST) return;
  throw new GraphQLError(
    `This asks for too much at once: it may load ${cost} objects, and at most ${Limit.COST} are allowed. Ask for shorter pages with \`first\`.`,
    { extensions: { code: 'QUERY_TOO_COSTLY', cost, mostCost: Limit.COST, http: { status: 400 } } },
  );
}

const costsOfDocuments = new WeakMap<DocumentNode, Map<string, number>>();
const MOST_KNOWN = 100;

/** What a document was found to cost before; a document is parsed once and kept while it is in use. */
function knownCosts(document: DocumentNode): Map<string, number> {
  const known = costsOfDocuments.get(document) ?? new Map<string, number>();
  costsOfDocuments.set(document, known);
  return known;
}

/** Whether a variable can change the cost: the length of a page is a number, and what is skipped a yes or no. */
function isCounted(value: unknown): boolean {
  return value === null || typeof value === 'number' || typeof value === 'boolean';
}

function costOf(asked: Omit<ComplexityOptions, 'estimators'>): number {
  try {
    return getComplexity({ ...asked, estimators: [estimate] });
  } catch (error) {
    // An argument that cannot be read: refused here, since what cannot be counted must not run.
    const message = error instanceof Error ? error.message : 'An argument cannot be read.';
    throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
  }
}

type ComplexityOptions = Parameters<typeof getComplexity>[0];

// Cost counts objects: a leaf is free, an object is one, a page is `first` objects. The wrappers of a page are free.
function estimate({ type, field, args, childComplexity }: ComplexityEstimatorArgs): number {
  if (type.name.startsWith('__') || field.name.startsWith('__')) return 0;
  if (!isCompositeType(getNamedType(field.type))) return 0;
  if (type.name.endsWith('Connection') || type.name.endsWith('SearchResult')) return childComplexity;
  if (field.args.some((argument) => argument.name === 'first')) return 1 + pageLength(args) * childComplexity;
  return (isListType(getNullableType(field.type)) ? PLAIN_LIST : 1) * (1 + childComplexity);
}

function pageLength(args: Record<string, unknown>): number {
  return typeof args['first'] === 'number' ? Math.max(1, args['first']) : Limit.DEFAULT_PAGE;
}

/** Refuses documents that are too large, deep or ornate; linear in the document however its fragments nest. */
export function shapeRule(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      for (const problem of shapeProblems(document)) context.reportError(problem);
    },
  };
}

function shapeProblems(document: DocumentNode): GraphQLError[] {
  const measure = measurer(document);
  const shapes = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [measure(definition.selectionSet)] : [],
  );
  const largest = (of: keyof Shape) => Math.max(0, ...shapes.map((shape) => shape[of]));
  const declared = document.definitions.reduce((sum, { directives }) => sum + (directives?.length ?? 0), 0);
  const problem = (limit: string, most: number, what: string) =>
    new GraphQLError(`${what}: at most ${most} are allowed.`, { extensions: { limit } });

  return [
    ...(largest('selections') > Limit.SELECTIONS
      ? [
          problem(
            'QUERY_TOO_LARGE',
            Limit.SELECTIONS,
            'This asks for too many fields, fragments counted each time they are spread',
          ),
        ]
      : []),
    ...(largest('depth') > Limit.DEPTH
      ? [problem('QUERY_TOO_DEEP', Limit.DEPTH, 'This nests too many objects in one another')]
      : []),
    ...(largest('aliases') > Limit.ALIASES
      ? [problem('TOO_MANY_ALIASES', Limit.ALIASES, 'This has too many aliases')]
      : []),
    ...(largest('directives') + declared > Limit.DIRECTIVES
      ? [problem('TOO_MANY_DIRECTIVES', Limit.DIRECTIVES, 'This has too many directives')]
      : []),
  ];
}

const EMPTY: Shape = { selections: 0, depth: 0, aliases: 0, directives: 0 };

function measurer(document: DocumentNode): (set: SelectionSetNode) => Shape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  // Each fragment is measured once. One that reaches itself counts as empty there; graphql's own rule refuses it.
  const known = new Map<string, Shape>();

  function ofFragment(name: string): Shape {
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, EMPTY);
    const fragment = fragments.get(name);
    const shape = fragment === undefined ? EMPTY : ofSet(fragment.selectionSet);
    known.set(name, shape);
    return shape;
  }

  function ofSet(set: SelectionSetNode): Shape {
    return set.selections.map(ofSelection).reduce(joined, EMPTY);
  }

  function ofSelection(selection: SelectionSetNode['selections'][number]): Shape {
    const directives = selection.directives?.length ?? 0;
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      return joined(ofFragment(selection.name.value), { ...EMPTY, selections: 1, directives });
    }
    const within = selection.selectionSet === undefined ? EMPTY : ofSet(selection.selectionSet);
    if (selection.kind === Kind.INLINE_FRAGMENT) return joined(within, { ...EMPTY, directives });
    const isObject = selection.selectionSet !== undefined && !selection.name.value.startsWith('__');
    const own = { ...EMPTY, selections: 1, aliases: selection.alias === undefined ? 0 : 1, directives };
    // What introspection asks of the schema itself is bounded by graphql's own rule.
    return { ...joined(within, own), depth: isObject ? within.depth + 1 : 0 };
  }

  return ofSet;
}

function joined(one: Shape, other: Shape): Shape {
  return {
    selections: one.selections + other.selections,
    depth: Math.max(one.depth, other.depth),
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives,
  };
}
