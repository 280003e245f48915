import {
  doTypesOverlap,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  typeFromAST,
  visit,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What the walk over a document needs of GraphQL's info. */
export interface Asked {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly operation: OperationDefinitionNode;
  readonly variableValues: Readonly<Record<string, unknown>>;
}

/** The fields that may be answered on a value of the type, by response key; for an interface those of all its types together. */
export function selectedFields(
  asked: Asked,
  type: GraphQLCompositeType,
  nodes: readonly FieldNode[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const spread = new Set<string>();
  for (const node of nodes) collect(asked, type, node.selectionSet, fields, spread);
  return fields;
}

/** The selected fields of a name, under whatever aliases. */
export function fieldsNamed(fields: ReadonlyMap<string, readonly FieldNode[]>, name: string): FieldNode[] {
  return [...fields.values()].flat().filter((node) => node.name.value === name);
}

/** Variables that decide what is included or skipped anywhere in an operation, each once. */
export function decidingVariables(asked: Pick<Asked, 'operation' | 'fragments'>): string[] {
  const names = new Set<string>();
  const decides = new Set([GraphQLIncludeDirective.name, GraphQLSkipDirective.name]);

  for (const root of [asked.operation, ...Object.values(asked.fragments)]) {
    visit(root, {
      Directive(directive) {
        if (!decides.has(directive.name.value)) return;
        for (const { value } of directive.arguments ?? []) {
          if (value.kind === Kind.VARIABLE) names.add(value.name.value);
        }
      },
    });
  }
  return [...names];
}

function collect(
  asked: Asked,
  type: GraphQLCompositeType,
  set: SelectionSetNode | undefined,
  fields: Map<string, FieldNode[]>,
  spread: Set<string>,
): void {
  for (const selection of set?.selections ?? []) {
    if (!isIncluded(asked, selection)) continue;

    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const sameKey = fields.get(key);
      if (sameKey) sameKey.push(selection);
      else fields.set(key, [selection]);
      continue;
    }

    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : asked.fragments[selection.name.value];
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      if (spread.has(selection.name.value)) continue;
      spread.add(selection.name.value);
    }
    if (fragment && mayApply(asked, type, fragment.typeCondition?.name.value)) {
      collect(asked, type, fragment.selectionSet, fields, spread);
    }
  }
}

function isIncluded({ variableValues }: Asked, node: SelectionNode): boolean {
  if (!node.directives?.length) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variableValues);
  return skip?.['if'] !== true && include?.['if'] !== false;
}

function mayApply({ schema }: Asked, type: GraphQLCompositeType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditionType = typeFromAST(schema, { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: condition } });
  return conditionType !== undefined && doTypesOverlap(schema, conditionType as GraphQLCompositeType, type);
}
