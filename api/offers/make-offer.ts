import { dayAt } from '../common/calendar.ts';
import { ok, type Problem, problemsOf, refuse, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { offeringProblems, type MakeOfferErrorCode } from './keeping.rules.ts';
import { type AskedOffer, decideOffer } from './making.rules.ts';
import { getOwnService, insertOffer, recordOfferEvent } from './offer.queries.ts';

export interface MakeOffer {
  readonly serviceId: string;
  readonly offer: AskedOffer;
  readonly idempotencyKey?: string | null;
}

/** Makes an offer for a service of one's own organisation; answers its id. */
export function makeOffer(ctx: Context, input: MakeOffer): Promise<Result<string, MakeOfferErrorCode>> {
  return inTransaction<Result<string, MakeOfferErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const service = await getOwnService(tx, input.serviceId);
      const today = dayAt(tx.now());
      const decision = decideOffer(input.offer, today);
      const problems: Problem<MakeOfferErrorCode>[] = [...offeringProblems(service, today), ...problemsOf(decision)];
      if (!decision.ok || problems.length > 0) return refuse(problems);

      const whose = { serviceId: service.id, providerId: service.organisationId };
      const offerId = await insertOffer(tx, whose, decision.value, null);
      await recordOfferEvent(tx, whose, 'OFFER_MADE', { offerId });
      return ok(offerId);
    },
    { operation: 'makeOffer', input },
  );
}
