import { dayAt } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { decideEnding, type EndOfferErrorCode } from './keeping.rules.ts';
import { endOn, lockOwnOffer, recordOfferEvent } from './offer.queries.ts';

export interface EndOffer {
  readonly offerId: string;
  /** Last day it holds; today when left out. */
  readonly lastOn?: string | null;
  readonly idempotencyKey?: string | null;
}

/** Ends an offer; agreements that came of it go on. Answers its id. */
export function endOffer(ctx: Context, input: EndOffer): Promise<Result<string, EndOfferErrorCode>> {
  return inTransaction<Result<string, EndOfferErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const offer = await lockOwnOffer(tx, input.offerId);
      const decision = decideEnding(offer, input.lastOn ?? null, dayAt(tx.now()));
      if (!decision.ok) return decision;

      await endOn(tx, offer.id, decision.value);
      await recordOfferEvent(tx, offer, 'OFFER_ENDED', { offerId: offer.id, lastOn: decision.value });
      return ok(offer.id);
    },
    { operation: 'endOffer', input },
  );
}
