import { dayAt, timestampOf } from '../common/calendar.ts';
import { signedIn } from '../platform/problems.ts';
import type { Transaction } from '../platform/transaction.ts';
import { Consent } from './consent.entity.ts';

/** Whose terms were accepted, and with whom. */
export interface AcceptedTerms {
  readonly authorityId: string;
  readonly individualId: string;
  readonly providerId: string;
  readonly agreementId: string;
}

/**
 * Writes down what accepting terms on the individual's side allows by itself: that the provider knows who they are, once
 * both have agreed (rule R44). Once for an agreement, however many versions are accepted.
 */
export async function allowByAccepting(tx: Transaction, terms: AcceptedTerms): Promise<void> {
  const { authorityId, individualId, providerId: recipientOrganisationId, agreementId } = terms;
  const givenById = signedIn(tx.viewer);
  const id = tx.newOpaqueId();
  await tx.manager
    .createQueryBuilder()
    .insert()
    .into(Consent)
    .values({
      ...{ authorityId, id, individualId, recipientOrganisationId, recipientPersonId: null, agreementId },
      ...{ purpose: 'GIVE_SUPPORT', classes: ['IDENTITY'], recipientKind: 'ORGANISATION', how: 'BY_ACCEPTING' },
      ...{ startsOn: dayAt(tx.now()), endsOn: null, givenById, recordedById: givenById },
      ...{ givenAs: givenById === individualId ? 'INDIVIDUAL' : 'CIRCLE', recordedAt: timestampOf(tx.now()) },
      ...{ witness: null, evidence: null, withdrawnAt: null, withdrawnById: null },
    })
    .orIgnore()
    .execute();
}
