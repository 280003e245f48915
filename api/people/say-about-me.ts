import { dayAt, timestampOf } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction, type Transaction } from '../platform/transaction.ts';
import { canSuggestInPlan, speaksAs } from './individual.policy.ts';
import { getIndividual, recordPlanEvent } from './individual.queries.ts';
import { Statement } from './statement.entity.ts';
import { getStatement, isSpeakerKnown, wasSaidAnew } from './statement.queries.ts';
import { type AboutMeSection, decideSaying, type Said, type SayAboutMeErrorCode } from './statement.rules.ts';

export interface SayAboutMe extends Said {
  readonly individualId: string;
  readonly section: AboutMeSection;
  /** Who said it; the individual unless told. */
  readonly spokenById?: string | null;
  /** Earlier statement of the same speaker that this says anew. */
  readonly replacesId?: string | null;
  readonly idempotencyKey?: string | null;
}

/** Writes down what somebody says about an individual, with who said it and who wrote it (rule R36); answers its id. */
export function sayAboutMe(ctx: Context, input: SayAboutMe): Promise<Result<string, SayAboutMeErrorCode>> {
  return inTransaction<Result<string, SayAboutMeErrorCode>>(
    ctx,
    async (tx) => {
      const recordedById = signedIn(tx.viewer);
      const { id: individualId, authorityId } = await getIndividual(tx, input.individualId);
      const subject = { authorityId, individualId };
      authorise(canSuggestInPlan(tx.viewer, subject));

      const spokenById = input.spokenById ?? individualId;
      const saidOn = dayAt(tx.now());
      const decision = decideSaying(input, {
        speakerId: spokenById,
        isSpeakerKnown: await isSpeakerKnown(tx, individualId, spokenById, saidOn),
        earlier: await earlierOf(tx, input),
      });
      if (!decision.ok) return decision;

      const id = tx.newOpaqueId();
      const spokenAs = speaksAs(tx.viewer, spokenById, subject);
      const recordedAt = timestampOf(tx.now());
      await tx.manager.insert(Statement, {
        ...{ ...subject, ...decision.value, id, section: input.section, spokenById, spokenAs, recordedById },
        ...{ saidOn, recordedAt, replacesId: input.replacesId ?? null, takenBackAt: null },
      });
      const data = { statementId: id, spokenById };
      await recordPlanEvent(tx, subject, { stream: `individual:${individualId}`, type: 'ABOUT_ME_SAID', data });
      return ok(id);
    },
    { operation: 'sayAboutMe', input },
  );
}

async function earlierOf(tx: Transaction, { replacesId, individualId }: SayAboutMe) {
  if (!replacesId) return null;
  const earlier = await getStatement(tx, replacesId, individualId);
  const isLatest = earlier.takenBackAt === null && !(await wasSaidAnew(tx, earlier));
  return { spokenById: earlier.spokenById, isLatest };
}
