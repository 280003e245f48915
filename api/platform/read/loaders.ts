// What a link costs that was reached outside a plan: one statement for all parents of one place in the document.
// The parents' own rows are read again by key with this one link, so a parent needs to carry nothing but its key, and the
// link is written by the same code as in a plan.
import DataLoader from 'dataloader';
import { getNamedType, isCompositeType, type GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import { linkKey, planAt, Planner, type Depth } from './plan.ts';
import { depthOf, keyIn, placeOf, planned, run } from './run.ts';
import type { Plan } from './tree.ts';
import type { AnyView, Link, Row } from './view.ts';

const mostParents = 500;

/** The answer of a link for one parent, as a plan would have put it there; asked for together with its neighbours. */
export function loadLink(
  ctx: Context,
  view: AnyView,
  link: Link,
  key: string,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  const depth = depthOf(ctx);
  const plan = planAt(info, `link ${depth} ${placeOf(info)}`, () => planLink(view, link, info, depth));
  return loaderOf(ctx, plan, view, info, (row) => row[linkKey(info.path.key)]).load(key);
}

/** One row by its key, as the field asks for it, read together with its neighbours; null when absent or hidden. */
export function loadRow(ctx: Context, view: AnyView, key: string, info: GraphQLResolveInfo): Promise<unknown> {
  const depth = depthOf(ctx);
  const plan = planAt(info, `row ${depth} ${placeOf(info)}`, () => {
    const root: Link = byKeys(view, []);
    return planned(new Planner(info, depth).root(root, placeOf(info), info));
  });
  return loaderOf(ctx, plan, view, info, (row) => row).load(key);
}

function planLink(view: AnyView, link: Link, info: GraphQLResolveInfo, depth: Depth): Plan {
  const field = info.parentType.getFields()[info.fieldName];
  const type = getNamedType(info.returnType);
  if (!field || !isCompositeType(type)) throw new Error(`${info.parentType.name}.${info.fieldName} cannot be a link`);

  const planner = new Planner(info, depth);
  const place = `${view.type}.${info.fieldName}`;
  const row = planner.rowWith(view, (alias) =>
    planner.link(linkKey(info.path.key), link, place, { field, nodes: info.fieldNodes }, type, alias),
  );
  return planned({ key: '', link: byKeys(view, []), place, asked: null, row, page: null });
}

function loaderOf(
  ctx: Context,
  plan: Plan,
  view: AnyView,
  info: GraphQLResolveInfo,
  take: (row: Row) => unknown,
): DataLoader<string, unknown> {
  const known = ctx.cache.get(plan) as DataLoader<string, unknown> | undefined;
  if (known) return known;

  const loader = new DataLoader<string, unknown>(
    async (keys) => {
      const rows = (await run(ctx, plan, byKeys(view, keys), {}, info.variableValues)) as Row[];
      const byKey = new Map(rows.map((row) => [String(row[view.key]), row]));
      return keys.map((key) => {
        const row = byKey.get(key);
        return row ? take(row) : null;
      });
    },
    { maxBatchSize: mostParents },
  );
  ctx.cache.set(plan, loader);
  return loader;
}

function byKeys(view: AnyView, keys: readonly string[]): Link {
  return {
    kind: 'many',
    to: () => view,
    options: { on: {}, where: (t) => keyIn(view, t, keys) },
    limit: mostParents,
    edge: {},
    present: null,
  };
}
