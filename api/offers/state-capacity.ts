import { dayAt } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import type { CapacityUnit } from './capacity.rules.ts';
import { decideCapacity, type StateCapacityErrorCode } from './keeping.rules.ts';
import { keepCapacity, lockOwnOffer, recordOfferEvent, standingRevisions } from './offer.queries.ts';

export interface StateCapacity {
  readonly offerId: string;
  /** How much is free today, what is agreed already left out; null takes back what was said. */
  readonly free: number | null;
  readonly unit?: CapacityUnit | null;
  readonly idempotencyKey?: string | null;
}

/** Says how much of an offer is free, as of now: the same again confirms it for another 14 days. Answers the offer's id. */
export function stateCapacity(ctx: Context, input: StateCapacity): Promise<Result<string, StateCapacityErrorCode>> {
  return inTransaction<Result<string, StateCapacityErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const offer = await lockOwnOffer(tx, input.offerId);
      const asked = { free: input.free, unit: input.unit ?? offer.capacityUnit };
      const decision = decideCapacity(offer, asked, dayAt(tx.now()));
      if (!decision.ok) return decision;

      const { free = null, unit = null } = decision.value ?? {};
      const ids = await standingRevisions(tx, offer.id);
      await keepCapacity(tx, ids, { capacityFree: free, capacityUnit: unit });
      await recordOfferEvent(tx, offer, 'CAPACITY_STATED', { offerId: offer.id, free, unit });
      return ok(offer.id);
    },
    { operation: 'stateCapacity', input },
  );
}
