import { timestampOf } from '../common/calendar.ts';
import { isId } from '../common/id.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { recordEvent } from '../platform/events.ts';
import { authorise, notFound, signedIn } from '../platform/problems.ts';
import { inTransaction, type Transaction } from '../platform/transaction.ts';
import { canEditDirectory } from './directory.policy.ts';
import { decideLink } from './link-decision.rules.ts';
import type { DecideServiceLinkErrorCode, LinkDecided, LinkDecision } from './link-decision.rules.ts';

/** What an editor says of two entries. */
export interface DecideServiceLink {
  readonly linkId: string;
  readonly decision: LinkDecision;
  /** The entry to show for both; null for the later. */
  readonly preferredServiceId?: string | null;
  readonly idempotencyKey?: string | null;
}

interface LockedLink {
  readonly id: string;
  readonly serviceId: string;
  readonly otherServiceId: string;
}

/** Says whether two entries are the same: then one is shown for both, and the other stays and can be reached. */
export function decideServiceLink(
  ctx: Context,
  input: DecideServiceLink,
): Promise<Result<string, DecideServiceLinkErrorCode>> {
  return inTransaction<Result<string, DecideServiceLinkErrorCode>>(
    ctx,
    async (tx) => {
      const personId = signedIn(tx.viewer);
      const link = await lockLink(tx, input.linkId);
      authorise(canEditDirectory(tx.viewer), 'Only an editor of the directory can decide this.');
      const decision = decideLink(link, input.decision, input.preferredServiceId ?? null);
      if (!decision.ok) return decision;

      await write(tx, link, decision.value, personId);
      await recordEvent(tx, {
        stream: `service:${link.serviceId}`,
        type: decision.value.state === 'CONFIRMED' ? 'SERVICE_LINK_CONFIRMED' : 'SERVICE_LINK_REJECTED',
        actedAs: 'EDITOR',
        data: { linkId: link.id, shownServiceId: decision.value.shown?.serviceId ?? null },
      });
      return ok(link.id);
    },
    { operation: 'decideServiceLink', input },
  );
}

async function lockLink(tx: Transaction, linkId: string): Promise<LockedLink> {
  const rows: LockedLink[] = isId(linkId)
    ? await tx.manager.query(
        `select id, service_id as "serviceId", other_service_id as "otherServiceId" from service_link
         where id = $1 for update`,
        [linkId],
      )
    : [];
  if (!rows[0]) throw notFound('link');
  return rows[0];
}

async function write(tx: Transaction, link: LockedLink, { state, shown }: LinkDecided, personId: string) {
  await tx.manager.query('update service_link set state = $2, decided_at = $3, decided_by = $4 where id = $1', [
    link.id,
    state,
    timestampOf(tx.now()),
    personId,
  ]);
  if (shown === null) {
    await tx.manager.query('select access.part_services($1, $2)', [link.serviceId, link.otherServiceId]);
    return;
  }
  await tx.manager.query('select access.prefer_service($1, $2)', [shown.serviceId, shown.otherServiceId]);
}
