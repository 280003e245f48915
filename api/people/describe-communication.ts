import { dayAt } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction, type Transaction } from '../platform/transaction.ts';
import { Communication } from './communication.entity.ts';
import {
  type CommunicationProfile,
  decideCommunication,
  type DescribeCommunicationErrorCode,
} from './communication.rules.ts';
import { canSuggestInPlan } from './individual.policy.ts';
import { getIndividual, recordPlanEvent } from './individual.queries.ts';
import { isSpeakerKnown } from './statement.queries.ts';

export interface DescribeCommunication extends CommunicationProfile {
  readonly individualId: string;
  /** Who said it; the individual unless told. */
  readonly spokenById?: string | null;
  /** Number of the last change that the writer saw; 0 when there was none. */
  readonly version: number;
  readonly idempotencyKey?: string | null;
}

/** Writes down how an individual communicates; counts as having been looked through today. Answers the individual's id. */
export function describeCommunication(
  ctx: Context,
  input: DescribeCommunication,
): Promise<Result<string, DescribeCommunicationErrorCode>> {
  return inTransaction<Result<string, DescribeCommunicationErrorCode>>(
    ctx,
    async (tx) => {
      const recordedById = signedIn(tx.viewer);
      const { id: individualId, authorityId } = await getIndividual(tx, input.individualId);
      const subject = { authorityId, individualId };
      authorise(canSuggestInPlan(tx.viewer, subject));

      const today = dayAt(tx.now());
      const spokenById = input.spokenById ?? individualId;
      const version = await lockVersion(tx, individualId);
      const decision = decideCommunication(profileIn(input), {
        ...{ version, seenVersion: input.version },
        isSpeakerKnown: await isSpeakerKnown(tx, individualId, spokenById, today),
      });
      if (!decision.ok) return decision;

      const { formats, contactBy, neverBy, ...rest } = decision.value;
      const lists = { formats: [...formats], contactBy: [...contactBy], neverBy: [...neverBy] };
      const row = { ...rest, ...lists, version: version + 1, spokenById, recordedById, reviewedOn: today };
      if (version === 0) await tx.manager.insert(Communication, { ...subject, ...row });
      else await tx.manager.update(Communication, subject, row);
      const event = { stream: `individual:${individualId}`, type: 'COMMUNICATION_DESCRIBED', data: { spokenById } };
      await recordPlanEvent(tx, subject, event);
      return ok(individualId);
    },
    { operation: 'describeCommunication', input },
  );
}

/** The number of the last change, 0 when there is none. Those who write the first at once wait for each other too. */
async function lockVersion(tx: Transaction, individualId: string): Promise<number> {
  await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`communication ${individualId}`]);
  return (await tx.manager.findOneBy(Communication, { individualId }))?.version ?? 0;
}

function profileIn(input: DescribeCommunication): CommunicationProfile {
  const { individualId: _of, spokenById: _speaker, version: _seen, idempotencyKey: _key, ...profile } = input;
  return profile;
}
