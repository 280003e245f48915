import { createHash } from 'node:crypto';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import { badInput } from '../problems.ts';
import { inReadTransaction } from '../transaction.ts';
import { bindAll, bindLink, firstOf, rawColumn } from './bind.ts';
import { isOfKind } from './cursor.ts';
import { noteLooks } from './note-looks.ts';
import { linksOf, type Depth } from './plan.ts';
import type { Bound, LinkPlan, Plan } from './tree.ts';
import { statementFor } from './statement.ts';
import { sql, type Sql } from './sql.ts';
import type { AnyView, Arguments, Link } from './view.ts';

const stepByStep = Symbol('read step by step');
const mostNamed = 400;
const namesByText = new Map<string, string>();

/** Makes this request read every link by a statement of its own: the same answer, slower; for tests and for finding faults. */
export function readStepByStep(ctx: Context): void {
  ctx.cache.set(stepByStep, true);
}

/** Whether this request follows links in one statement. */
export function depthOf(ctx: Context): Depth {
  return ctx.cache.has(stepByStep) ? 'step' : 'whole';
}

/** The place of a field in its operation: the way to it without list positions, and the field itself. */
export function placeOf(info: GraphQLResolveInfo): string {
  const keys: string[] = [];
  for (let step: GraphQLResolveInfo['path'] | undefined = info.path; step; step = step.prev) {
    if (typeof step.key === 'string') keys.push(step.key);
  }
  return `${info.parentType.name}.${info.fieldName} ${keys.join('.')}`;
}

/** Makes a plan of its root: what does not follow the request is bound once and for all. */
export function planned(root: LinkPlan): Plan {
  const links = linksOf(root).filter(({ link }) => link.kind !== 'part');
  const varies = ({ asked }: LinkPlan) => asked === null || asked.field.args.length > 0;
  const fixed = new Map<LinkPlan, Bound>();
  for (const plan of links) if (!varies(plan)) fixed.set(plan, bindLink(plan, plan.link, {}));
  return { root, varying: links.filter(varies), fixed, statements: new Map() };
}

/** Sends a plan's one statement with the arguments of this request, and answers the JSON value of its root. */
export async function run(
  ctx: Context,
  plan: Plan,
  root: Link,
  args: Arguments,
  variables: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const bounds = bindAll(plan, root, args, variables);
  const { text, values } = statementFor(plan, bounds);
  try {
    const rows = await inReadTransaction<{ row: unknown }>(ctx, { name: nameOf(text), text, values });
    const found = rows[0]?.row ?? null;
    noteLooks(ctx, plan.root, found, root.kind === 'connection' ? firstOf(args) : 1);
    return found;
  } catch (error) {
    // A cursor can be forged well enough to pass its own check, such as the 31st of February.
    if (bounds.some(({ after }) => after) && isDataError(error))
      throw badInput('The cursor given as `after` is not valid.');
    throw error;
  }
}

/** The condition that a row's key is among some; those that cannot be keys are left out before PostgreSQL sees them. */
export function keyIn(view: AnyView, alias: Sql, keys: readonly string[]): Sql {
  const column = view.columns.get(view.key);
  if (!column) throw new Error(`${view.type} has no key and cannot be read by one`);
  return sql`${rawColumn(column, alias)} = any (${keys.filter((key) => isOfKind(key, column.kind))})`;
}

// Named statements stay with a connection as long as it lives, so that their number is bounded; later texts go unnamed.
function nameOf(text: string): string {
  const known = namesByText.get(text);
  if (known !== undefined) return known;
  if (namesByText.size >= mostNamed) return '';
  const name = `r_${createHash('sha256').update(text).digest('base64url').slice(0, 16)}`;
  namesByText.set(text, name);
  return name;
}

function isDataError(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' && code.startsWith('22');
}
