import { instantOf, timestampOf } from '../common/calendar.ts';
import { isId } from '../common/id.ts';
import { notFound, signedIn } from '../platform/problems.ts';
import type { Transaction } from '../platform/transaction.ts';
import type { DecidedAs } from '../representatives/decision.rules.ts';
import { Acceptance } from './acceptance.entity.ts';
import { Agreement } from './agreement.entity.ts';
import type { AgreementParties } from './agreement.policy.ts';
import { type AgreementFacts, type AgreementState, partyRoles, type Side, waitingAfter } from './agreement.rules.ts';
import { Signature } from './signature.entity.ts';
import { Terms } from './terms.entity.ts';
import { termsHash } from './terms.rules.ts';

/** An agreement with its latest terms and all that the decisions need; its row is locked until the transaction ends. */
export interface LockedAgreement {
  readonly row: Agreement;
  readonly latest: Terms;
  readonly facts: AgreementFacts;
  readonly parties: AgreementParties;
}

/** Locks the agreement; NOT_FOUND when there is none or the viewer may not see it. */
export async function lockAgreement(tx: Transaction, agreementId: string): Promise<LockedAgreement> {
  const row = isId(agreementId)
    ? await tx.manager.findOne(Agreement, { where: { id: agreementId }, lock: { mode: 'pessimistic_write' } })
    : null;
  if (!row) throw notFound('agreement');

  const latest = await tx.manager.findOneByOrFail(Terms, { agreementId: row.id, number: row.latestNumber });
  if (termsHash(row.id, latest.number, latest) !== latest.hash) {
    throw new Error(`Terms ${latest.id} are not what their fingerprint says: they were changed behind our back.`);
  }
  const acceptances = await tx.manager.findBy(Acceptance, { agreementId: row.id, termsId: latest.id });
  const signatures = await tx.manager.findBy(Signature, { agreementId: row.id });
  const hasBudget = row.budgetId !== null;
  return {
    row,
    latest,
    parties: { authorityId: row.authorityId, individualId: row.individualId, providerId: row.providerId, hasBudget },
    facts: {
      state: row.state,
      latestAuthor: row.latestAuthor,
      latestHash: latest.hash,
      accepted: acceptances.map(({ party }) => party),
      signed: signatures.map(({ party }) => party),
      parties: partyRoles(hasBudget),
      replyBy: row.replyBy ? instantOf(row.replyBy) : null,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
    },
  };
}

/** What a step changes beside the state: of the facts, and of the row. */
export interface Step {
  readonly facts?: Partial<Pick<AgreementFacts, 'latestAuthor' | 'accepted' | 'signed'>>;
  readonly row?: Partial<
    Pick<Agreement, 'latestNumber' | 'latestAuthor' | 'replyBy' | 'startsOn' | 'endsOn' | 'budgetId' | 'endedReason'>
  >;
}

/** Takes the agreement a step on, at the time of the context, and works out who has to act next. */
export async function moveAgreement(
  tx: Transaction,
  { row, facts }: LockedAgreement,
  to: AgreementState,
  step: Step,
): Promise<void> {
  await tx.manager.update(
    Agreement,
    { id: row.id },
    {
      ...step.row,
      state: to,
      movedAt: timestampOf(tx.now()),
      waitingFor: waitingAfter({ ...facts, ...step.facts, state: to }),
    },
  );
}

/** Records that a side accepts these terms. */
export async function insertAcceptance(
  tx: Transaction,
  terms: Terms,
  side: Side,
  decidedAs: DecidedAs | null,
): Promise<void> {
  await tx.manager.insert(Acceptance, {
    authorityId: terms.authorityId,
    agreementId: terms.agreementId,
    individualId: terms.individualId,
    providerId: terms.providerId,
    termsId: terms.id,
    party: side,
    acceptedBy: signedIn(tx.viewer),
    decidedAs: decidedAs?.by ?? null,
    representationId: decidedAs?.representationId ?? null,
    acceptedAt: timestampOf(tx.now()),
  });
}

/** The name of an organisation that the viewer may see. */
export async function organisationName(tx: Transaction, organisationId: string): Promise<string> {
  const rows: { name: string }[] = await tx.manager.query('select name from organisation where id = $1', [
    organisationId,
  ]);
  return rows[0]?.name ?? 'The provider';
}
