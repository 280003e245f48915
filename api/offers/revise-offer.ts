import { dayAt } from '../common/calendar.ts';
import { ok, type Problem, problemsOf, refuse, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { lastDayBefore, offeringProblems, type ReviseOfferErrorCode, standingProblems } from './keeping.rules.ts';
import { type AskedOffer, decideOffer } from './making.rules.ts';
import { endOn, getOwnService, insertOffer, lockOwnOffer, recordOfferEvent } from './offer.queries.ts';

export interface ReviseOffer {
  readonly offerId: string;
  readonly offer: AskedOffer;
  readonly idempotencyKey?: string | null;
}

/** Puts another offer in an offer's place from a day on; the old one ends the day before and stays readable. Answers the new id. */
export function reviseOffer(ctx: Context, input: ReviseOffer): Promise<Result<string, ReviseOfferErrorCode>> {
  return inTransaction<Result<string, ReviseOfferErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const replaced = await lockOwnOffer(tx, input.offerId);
      const service = await getOwnService(tx, replaced.serviceId);
      const today = dayAt(tx.now());
      const decision = decideOffer(input.offer, today);
      const problems: Problem<ReviseOfferErrorCode>[] = [
        ...standingProblems(replaced, today),
        ...offeringProblems(service, today),
        ...problemsOf(decision),
      ];
      if (!decision.ok || problems.length > 0) return refuse(problems);

      await endOn(tx, replaced.id, lastDayBefore(replaced, decision.value.validFrom));
      const offerId = await insertOffer(tx, replaced, decision.value, replaced);
      await recordOfferEvent(tx, replaced, 'OFFER_REVISED', { offerId, replacesId: replaced.id });
      return ok(offerId);
    },
    { operation: 'reviseOffer', input },
  );
}
