// Who looked at what is held about an individual. Every planned read passes here, so that no resolver can forget to say so.
import type { RecordPart } from '../../common/record-part.ts';
import type { Context } from '../context.ts';
import type { LinkPlan } from './tree.ts';
import type { Row } from './view.ts';

type Noted = Map<RecordPart, Set<string>>;

const personal = new WeakMap<LinkPlan, boolean>();

/** Notes for each individual of whom the viewer was shown something, themselves aside, which part it was. */
export function noteLooks(ctx: Context, plan: LinkPlan, found: unknown, most: number): void {
  const { personId } = ctx.viewer;
  if (personId === null || !isPersonal(plan)) return;
  const noted: Noted = new Map();
  gather(plan, plan.link.kind === 'connection' ? firstEdges(found, most) : found, noted);
  const at = ctx.now();
  for (const [part, individuals] of noted) {
    for (const individualId of individuals) {
      if (individualId !== personId) ctx.looks.note({ viewerId: personId, individualId, part, at, purpose: null });
    }
  }
}

function gather(plan: LinkPlan, found: unknown, noted: Noted): void {
  if (!isPersonal(plan)) return;
  const about = plan.row.view.personal;
  for (const row of rowsOf(plan, found)) {
    const individualId = about ? row[about.of] : undefined;
    // In a list of people only how they are called is seen; whatever hangs on them speaks for itself.
    const isSeen = !(about?.isOpened === true && plan.link.kind === 'connection');
    if (about && isSeen && typeof individualId === 'string') add(noted, about.part, individualId);
    for (const link of plan.row.links) gather(link, row[link.key], noted);
  }
}

function rowsOf({ link }: LinkPlan, found: unknown): Row[] {
  if (found === null || found === undefined) return [];
  if (link.kind === 'many') return found as Row[];
  if (link.kind !== 'connection') return [found as Row];
  const { edges = [] } = found as { edges?: readonly { readonly node?: Row }[] };
  return edges.flatMap(({ node }) => (node ? [node] : []));
}

// A connection reads one row more than is shown.
function firstEdges(found: unknown, most: number): unknown {
  const { edges = [] } = (found ?? {}) as { edges?: readonly unknown[] };
  return { edges: edges.slice(0, most) };
}

function add(noted: Noted, part: RecordPart, individualId: string): void {
  const known = noted.get(part) ?? new Set<string>();
  noted.set(part, known.add(individualId));
}

function isPersonal(plan: LinkPlan): boolean {
  const known = personal.get(plan);
  if (known !== undefined) return known;
  const is = plan.row.view.personal !== null || plan.row.links.some(isPersonal);
  personal.set(plan, is);
  return is;
}
