import { ok, refuse, refuseWith, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { ActedAs, recordEvent } from '../platform/events.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { assuringProblems } from './assurance.rules.ts';
import { canEditDirectory } from './directory.policy.ts';
import { addresseeOf, insertLetter } from './letter.queries.ts';
import type { SendLetterErrorCode } from './letter.rules.ts';
import { getService } from './service.queries.ts';

export interface SendLetter {
  readonly serviceId: string;
  readonly idempotencyKey?: string | null;
}

/** Asks an entry's public contact by letter whether it is still correct, at an editor's wish, once a day. Answers the service's id. */
export function sendLetter(ctx: Context, input: SendLetter): Promise<Result<string, SendLetterErrorCode>> {
  return inTransaction<Result<string, SendLetterErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const { id: serviceId, organisationId, status } = await getService(tx, input.serviceId);
      authorise(canEditDirectory(tx.viewer), 'Only an editor of the directory can do this.');
      const ended = assuringProblems(status);
      if (ended.length > 0) return refuse(ended);
      const { address, periodOn } = await addresseeOf(tx, serviceId);
      if (address === null)
        return refuseWith('NO_ADDRESS', 'No public e-mail address is known. Ring them, and log the call.');

      const letterId = await insertLetter(tx, { serviceId, organisationId, kind: 'ASKED', periodOn, address });
      if (letterId === null)
        return refuseWith('WRITTEN_TODAY', 'They were sent a letter today. Wait until tomorrow, or ring them.');
      await recordEvent(tx, {
        stream: `service:${serviceId}`,
        type: 'LETTER_WRITTEN',
        actedAs: ActedAs.EDITOR,
        data: { serviceId, letterId },
      });
      return ok(serviceId);
    },
    { operation: 'sendLetter', input },
  );
}
