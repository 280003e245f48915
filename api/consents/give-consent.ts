import { dayAt, timestampOf } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction, type Transaction } from '../platform/transaction.ts';
import { getIndividual, recordPlanEvent } from '../people/individual.queries.ts';
import { Consent } from './consent.entity.ts';
import { canRecordConsent } from './consent.policy.ts';
import { isAllowedOnOneOf, isRecipientKnown, standingOf } from './consent.queries.ts';
import type { GiveConsentErrorCode } from './consent-errors.rules.ts';
import { type ConsentPurpose, type ConsentWish, decideConsent } from './consent.rules.ts';

export interface GiveConsent extends ConsentWish {
  readonly individualId: string;
  readonly purpose: ConsentPurpose;
  /** Who gives it; the viewer unless told. */
  readonly givenById?: string | null;
  readonly idempotencyKey?: string | null;
}

/** Writes down that somebody with authority lets a recipient know certain things; in force when it commits, answers its id. */
export function giveConsent(ctx: Context, input: GiveConsent): Promise<Result<string, GiveConsentErrorCode>> {
  return inTransaction<Result<string, GiveConsentErrorCode>>(ctx, (tx) => give(tx, input), {
    operation: 'giveConsent',
    input,
  });
}

async function give(tx: Transaction, input: GiveConsent): Promise<Result<string, GiveConsentErrorCode>> {
  const recordedById = signedIn(tx.viewer);
  const { id: individualId, authorityId } = await getIndividual(tx, input.individualId);
  const subject = { authorityId, individualId };
  authorise(canRecordConsent(tx.viewer, subject), 'Only the person themselves can allow this.');

  const givenById = input.givenById ?? recordedById;
  const today = dayAt(tx.now());
  const decision = decideConsent(input, {
    ...{ individualId, giverId: givenById, recorderId: recordedById, today },
    standing: await standingOf(tx, individualId, givenById, today),
    isRecipientFound: await isRecipientFound(tx, input),
    overlaps: await overlaps(tx, input, today),
  });
  if (!decision.ok) return decision;

  const id = tx.newOpaqueId();
  const { purpose, how } = input;
  const recipientOrganisationId = input.organisationId ?? null;
  const recipientPersonId = input.personId ?? null;
  await tx.manager.insert(Consent, {
    ...{ ...subject, ...decision.value, id, purpose, how, recipientOrganisationId, recipientPersonId },
    ...{ agreementId: null, givenById, recordedById, recordedAt: timestampOf(tx.now()) },
    ...{ withdrawnAt: null, withdrawnById: null },
  });
  const stream = `individual:${individualId}`;
  await recordPlanEvent(tx, subject, { stream, type: 'CONSENT_GIVEN', data: { consentId: id, givenById } });
  return ok(id);
}

async function isRecipientFound(tx: Transaction, { organisationId, personId }: GiveConsent): Promise<boolean> {
  if (organisationId) return isRecipientKnown(tx, 'organisation', organisationId);
  return personId ? isRecipientKnown(tx, 'person', personId) : true;
}

async function overlaps(tx: Transaction, input: GiveConsent, today: string): Promise<boolean> {
  const recipient = input.organisationId ?? input.personId ?? 'PROVIDERS_ASKED';
  const days = { startsOn: input.startsOn ?? today, endsOn: input.endsOn ?? null };
  return isAllowedOnOneOf(tx, { individualId: input.individualId, recipient, purpose: input.purpose }, days);
}
