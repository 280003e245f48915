import type { Viewer } from '../common/viewer.ts';
import { isBrokerOf } from '../people/individual.policy.ts';
import { ActedAs, recordEvent } from '../platform/events.ts';
import type { Transaction } from '../platform/transaction.ts';
import type { AgreementEventData, AgreementEventType } from './agreement-words.rules.ts';
import type { PartyRole } from './agreement.rules.ts';
import { organisationName } from './agreement.queries.ts';
import type { Agreement } from './agreement.entity.ts';

/** Records a step of an agreement, so that its timeline tells it and every party's screen hears of it. */
export async function recordAgreementEvent(
  tx: Transaction,
  agreement: Pick<Agreement, 'id' | 'authorityId' | 'individualId' | 'providerId' | 'individualAlias'>,
  party: PartyRole,
  type: AgreementEventType,
  data: AgreementEventData,
): Promise<void> {
  await recordEvent(tx, {
    stream: `agreement:${agreement.id}`,
    type,
    actedAs: actedAs(tx, agreement, party),
    actorName: await actorName(tx, agreement, party),
    authorityId: agreement.authorityId,
    individualId: agreement.individualId,
    providerId: agreement.providerId,
    agreementId: agreement.id,
    data: { ...data },
  });
}

function actedAs(
  tx: Transaction,
  agreement: Pick<Agreement, 'authorityId' | 'individualId'>,
  party: PartyRole,
): ActedAs {
  if (party !== 'INDIVIDUAL') return party === 'PROVIDER' ? ActedAs.PROVIDER : ActedAs.BUDGET_HOLDER;
  if (tx.viewer.personId === agreement.individualId) return ActedAs.INDIVIDUAL;
  return isBrokerOf(tx.viewer, agreement) ? ActedAs.BROKER : ActedAs.CIRCLE;
}

// The event is read by every party, a provider who may not know the name yet among them: so the individual is named by alias.
async function actorName(
  tx: Transaction,
  agreement: Pick<Agreement, 'authorityId' | 'individualId' | 'providerId' | 'individualAlias'>,
  party: PartyRole,
): Promise<string> {
  if (party === 'PROVIDER') return organisationName(tx, agreement.providerId);
  if (party === 'BUDGET_HOLDER') return organisationName(tx, agreement.authorityId);
  return individualSideName(tx.viewer, agreement);
}

/**
 * Who acts for the individual's side, as a provider may read it: a broker by name; the individual, and whoever helps them
 * and may well share their surname, by the alias (rule R44).
 */
export function individualSideName(
  viewer: Viewer,
  agreement: Pick<Agreement, 'authorityId' | 'individualId' | 'individualAlias'>,
): string {
  if (viewer.personId === agreement.individualId) return agreement.individualAlias;
  return isBrokerOf(viewer, agreement) ? viewer.name : `Somebody for ${agreement.individualAlias}`;
}
