import { timestampOf } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import { cleaned } from '../common/wording.ts';
import type { Context } from '../platform/context.ts';
import { signedIn } from '../platform/problems.ts';
import { inTransaction, type Transaction } from '../platform/transaction.ts';
import type { DecidedAs } from '../representatives/decision.rules.ts';
import { groundsOf } from './grounds.queries.ts';
import { recordAgreementEvent } from './record-agreement-event.ts';
import { signingParty } from './agreement.policy.ts';
import { type LockedAgreement, lockAgreement, moveAgreement } from './agreement.queries.ts';
import { decideSignature, type PartyRole, SignatureMethod } from './agreement.rules.ts';
import { Signature } from './signature.entity.ts';
import type { SignAgreementErrorCode } from './agreement-errors.rules.ts';

/** The sentence that every signer agrees to; kept with the signature, so that a later wording changes nothing. */
export const SIGNING_STATEMENT =
  'I have read these terms, or had them read to me. I understand them and I agree to them.';

export interface SignAgreement {
  readonly agreementId: string;
  /** Hash of the exact version that is signed. */
  readonly termsHash: string;
  readonly typedName: string;
  readonly hasRead: boolean;
  /** TYPED by oneself, or WITNESSED; a signature for somebody else is always kept as REPRESENTATIVE. */
  readonly method: SignatureMethod;
  readonly idempotencyKey?: string | null;
}

/** Signs the agreed version for the party the viewer stands for (rule R45); the last signature completes it. */
export function signAgreement(ctx: Context, input: SignAgreement): Promise<Result<string, SignAgreementErrorCode>> {
  return inTransaction<Result<string, SignAgreementErrorCode>>(
    ctx,
    async (tx) => {
      const agreement = await lockAgreement(tx, input.agreementId);
      const party = signingParty(tx.viewer, agreement.parties) ?? 'INDIVIDUAL';
      const grounds = await groundsOf(tx, agreement.row, party, 'You are not one of those who sign this agreement.');
      if (!grounds.ok) return grounds;

      const signing = { hash: input.termsHash, typedName: input.typedName, hasRead: input.hasRead };
      const decision = decideSignature(agreement.facts, party, signing);
      if (!decision.ok) return decision as Result<string, SignAgreementErrorCode>;

      await insertSignature(tx, agreement, { party, decidedAs: grounds.value }, input);
      await moveAgreement(tx, agreement, decision.value.to ?? agreement.row.state, {
        facts: { signed: [...agreement.facts.signed, party] },
      });
      const isComplete = decision.value.to === 'SIGNED';
      await recordAgreementEvent(tx, agreement.row, party, 'AGREEMENT_SIGNED', {
        number: agreement.latest.number,
        isComplete,
      });
      return ok(agreement.row.id);
    },
    { operation: 'signAgreement', input },
  );
}

async function insertSignature(
  tx: Transaction,
  { row, latest }: LockedAgreement,
  { party, decidedAs }: { readonly party: PartyRole; readonly decidedAs: DecidedAs | null },
  input: SignAgreement,
) {
  const isForAnother = party === 'INDIVIDUAL' && tx.viewer.personId !== row.individualId;
  await tx.manager.insert(Signature, {
    authorityId: row.authorityId,
    agreementId: row.id,
    individualId: row.individualId,
    providerId: row.providerId,
    termsId: latest.id,
    party,
    decidedAs: decidedAs?.by ?? null,
    representationId: decidedAs?.representationId ?? null,
    signedBy: signedIn(tx.viewer),
    signedName: cleaned(input.typedName) ?? '',
    method: isForAnother ? SignatureMethod.REPRESENTATIVE : input.method,
    statement: SIGNING_STATEMENT,
    termsHash: latest.hash,
    signedAt: timestampOf(tx.now()),
  });
}
