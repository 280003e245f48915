import type { Transaction } from '../platform/transaction.ts';
import type { RegistrationFacts } from './registration.rules.ts';

/**
 * Everything known of the registrations of a service and of who runs it, and what any source says of the same identifiers. What
 * came from a feed that lists the service no longer is not known to hold.
 */
export async function registrationsOf(tx: Transaction, serviceId: string): Promise<RegistrationFacts[]> {
  return tx.manager.query(
    `with own as (
       select r.regulator, r.identifier from registration r join service s on s.organisation_id = r.organisation_id
       where s.id = $1 and (r.service_id is null or r.service_id = s.id))
     select r.regulator, r.identifier, r.activities, r.rating, r.rated_on as "ratedOn", r.starts_on as "startsOn",
       r.ends_on as "endsOn", r.source, r.as_of as "asOf",
       case when listed.unlisted_on is not null and listed.feed_id = r.feed_id then 'UNKNOWN' else r.status end as status
     from registration r left join service listed on listed.id = r.service_id
     where (r.regulator, r.identifier) in (select regulator, identifier from own)
       and not exists (
         select from registration newer
         where newer.regulator = r.regulator and newer.identifier = r.identifier
           and newer.organisation_id = r.organisation_id and newer.service_id is not distinct from r.service_id
           and newer.feed_id is not distinct from r.feed_id and (newer.as_of, newer.id) > (r.as_of, r.id))
     order by r.regulator, r.identifier, r.as_of desc limit 200`,
    [serviceId],
  );
}

/** Writes a registration down as an editor read it. What was recorded that day of the same registration is kept: the latest of a day holds. */
export async function insertRegistration(
  tx: Transaction,
  about: { readonly organisationId: string; readonly serviceId: string | null; readonly recordedBy: string },
  facts: RegistrationFacts,
): Promise<void> {
  await tx.manager.query(
    `insert into registration (id, organisation_id, service_id, regulator, identifier, status, activities, rating, rated_on,
       starts_on, ends_on, source, recorded_by, as_of)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[tx.newId(), about.organisationId, about.serviceId, facts.regulator, facts.identifier, facts.status],
      ...[facts.activities, facts.rating, facts.ratedOn, facts.startsOn, facts.endsOn, facts.source],
      ...[about.recordedBy, facts.asOf],
    ],
  );
}
