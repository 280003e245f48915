import { dayAt, timestampOf } from '../common/calendar.ts';
import { ok, refuseWith, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { ActedAs, recordEvent } from '../platform/events.ts';
import { inTransaction } from '../platform/transaction.ts';
import { insertAssurance } from './assurance.queries.ts';
import { AssuranceOrigin } from './assurance.rules.ts';
import { letterIdOf } from './letter-link.rules.ts';
import { openLetter } from './letter.queries.ts';
import { decideAnswer } from './letter.rules.ts';
import type { AnswerLetterErrorCode } from './letter.rules.ts';

export interface AnswerLetter {
  /** The last part of the link. */
  readonly token: string;
  readonly isStillCorrect: boolean;
  /** What is wrong; needed when something is. */
  readonly words?: string | null;
}

const NOT_VALID = 'This link does not work. Copy the whole of it from the letter, or ask the council’s directory team.';

/** Answers a letter by its link, for whoever holds it: no account is needed, and it works once a period. Answers the service's id. */
export function answerLetter(ctx: Context, input: AnswerLetter): Promise<Result<string, AnswerLetterErrorCode>> {
  return inTransaction<Result<string, AnswerLetterErrorCode>>(ctx, async (tx) => {
    const letterId = letterIdOf(ctx.links.secret, input.token);
    const letter = letterId === null ? null : await openLetter(tx, letterId);
    if (letter === null) return refuseWith('LINK_NOT_VALID', NOT_VALID);
    const decision = decideAnswer(letter, input, dayAt(tx.now()));
    if (!decision.ok) return decision;

    const { serviceId, organisationId } = letter;
    await tx.manager.query('update letter set answered_at = $2 where id = $1', [letter.id, timestampOf(tx.now())]);
    const origin = AssuranceOrigin.CONTACT;
    const answer = { serviceId, organisationId, origin, letterId: letter.id, ...decision.value };
    const assuranceId = await insertAssurance(tx, answer);
    await recordEvent(tx, {
      stream: `service:${serviceId}`,
      type: 'LETTER_ANSWERED',
      actedAs: ActedAs.VISITOR,
      actorName: 'The entry’s contact',
      data: { serviceId, assuranceId, letterId: letter.id, result: decision.value.result },
    });
    return ok(serviceId);
  });
}
