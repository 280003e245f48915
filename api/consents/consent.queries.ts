import { isId } from '../common/id.ts';
import type { CircleLevel, Shared } from '../common/viewer.ts';
import { notFound } from '../platform/problems.ts';
import type { Transaction } from '../platform/transaction.ts';
import { Consent } from './consent.entity.ts';
import type { ConsentPurpose, Standing } from './consent.rules.ts';

/** The consent, locked until the transaction ends; throws NOT_FOUND when absent or hidden. */
export async function lockConsent(tx: Transaction, consentId: string): Promise<Consent> {
  const found = isId(consentId)
    ? await tx.manager.findOne(Consent, { where: { id: consentId }, lock: { mode: 'pessimistic_write' } })
    : null;
  if (!found) throw notFound('permission');
  return found;
}

/** What somebody holds in the individual's affairs on that day, as far as the viewer may know. */
export async function standingOf(
  tx: Transaction,
  individualId: string,
  giverId: string,
  day: string,
): Promise<Standing> {
  const rows: { mayDo: CircleLevel; maySee: Shared[] }[] = isId(giverId)
    ? await tx.manager.query(
        `select may_do as "mayDo", may_see as "maySee" from circle_member where individual_id = $1 and person_id = $2
           and $3::date between starts_on and coalesce(ends_on, 'infinity') and ended_at is null`,
        [individualId, giverId, day],
      )
    : [];
  return { isIndividual: giverId === individualId, circle: rows[0] ?? null, isRepresentative: false };
}

/** Whether there is such an organisation or person, and the viewer may know of it. */
export async function isRecipientKnown(
  tx: Transaction,
  table: 'organisation' | 'person',
  id: string,
): Promise<boolean> {
  if (!isId(id)) return false;
  const rows: unknown[] = await tx.manager.query(`select from ${table} where id = $1`, [id]);
  return rows.length > 0;
}

/** Whether the recipient has a yes for the purpose on one of the days; one given by accepting terms counts by itself. */
export async function isAllowedOnOneOf(
  tx: Transaction,
  of: { readonly individualId: string; readonly recipient: string; readonly purpose: ConsentPurpose },
  days: { readonly startsOn: string; readonly endsOn: string | null },
): Promise<boolean> {
  const rows: unknown[] = await tx.manager.query(
    `select from consent where individual_id = $1 and recipient = $2 and purpose = $3 and withdrawn_at is null
       and agreement_id is null and starts_on <= coalesce($5::date, 'infinity') and $4::date <= coalesce(ends_on, 'infinity') limit 1`,
    [of.individualId, of.recipient, of.purpose, days.startsOn, days.endsOn],
  );
  return rows.length > 0;
}

/** The agreement that a consent was given by, and whether it is open or goes on that day; null when it was given by none. */
export async function agreementBehind(tx: Transaction, consent: Consent, day: string) {
  if (consent.agreementId === null) return null;
  const rows: { provider: string; isStanding: boolean }[] = await tx.manager.query(
    `select o.name as provider, coalesce(access.agreed_until($1) >= $3::date, true) as "isStanding" from organisation o where o.id = $2`,
    [consent.agreementId, consent.recipientOrganisationId, day],
  );
  return rows[0] ?? { provider: 'The provider', isStanding: true };
}
