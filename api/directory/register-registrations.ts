import { dayAt } from '../common/calendar.ts';
import type { Transaction } from '../platform/transaction.ts';
import type { RegistrationEntry } from './registration-entry.rules.ts';

/** What a feed tells of the registrations of one organisation, or of one service of it. */
export interface RegistrationsToRegister {
  readonly organisationId: string;
  /** Null when the organisation itself is registered. */
  readonly serviceId: string | null;
  readonly entries: readonly RegistrationEntry[];
}

// A row is written when the feed says something else than it last said; what it said before is kept.
const WRITE = `
  with given as (
    select * from jsonb_to_recordset($1::jsonb) as given (id uuid, organisation_id uuid, service_id uuid, regulator text,
      identifier text, status text, activities text[], rating text, rated_on date, starts_on date, ends_on date))
  insert into registration (id, organisation_id, service_id, regulator, identifier, status, activities, rating, rated_on,
    starts_on, ends_on, source, feed_id, as_of)
  select given.*, left(f.name, 300), f.id, $3 from given join feed f on f.id = $2
  left join lateral (
    select r.* from registration r
    where r.feed_id = f.id and r.regulator = given.regulator and r.identifier = given.identifier
      and r.organisation_id = given.organisation_id and r.service_id is not distinct from given.service_id
    order by r.as_of desc limit 1) last on true
  where last.id is null
    or (last.status, last.activities, last.rating, last.rated_on, last.starts_on, last.ends_on)
      is distinct from (given.status, given.activities, given.rating, given.rated_on, given.starts_on, given.ends_on)
  on conflict (organisation_id, service_id, regulator, identifier, feed_id, as_of) where feed_id is not null do update set status = excluded.status, activities = excluded.activities,
    rating = excluded.rating, rated_on = excluded.rated_on, starts_on = excluded.starts_on, ends_on = excluded.ends_on`;

/** Writes down what a feed says of registrations, as of today; the same again writes nothing. */
export async function registerRegistrations(
  tx: Transaction,
  feedId: string,
  registered: readonly RegistrationsToRegister[],
): Promise<void> {
  const rows = registered.flatMap(({ organisationId, serviceId, entries }) =>
    entries.map(({ ratedOn, startsOn, endsOn, ...entry }) => ({
      ...entry,
      ...{ id: tx.newId(), organisation_id: organisationId, service_id: serviceId },
      ...{ rated_on: ratedOn, starts_on: startsOn, ends_on: endsOn },
    })),
  );
  if (rows.length === 0) return;
  await tx.manager.query(WRITE, [JSON.stringify(rows), feedId, dayAt(tx.now())]);
}

/** Notes that the feed says today what it last said of the registrations of the services that it lists, and of who runs them. */
export async function confirmRegistrations(tx: Transaction, feedId: string, listed: readonly string[]): Promise<void> {
  await tx.manager.query(
    `with seen as (
       select s.id, s.organisation_id from service s
       where s.feed_id = $1 and s.external_id = any ($2)
         and exists (select from registration r where r.feed_id = $1 limit 1))
     update registration r set as_of = $3
     where r.feed_id = $1 and r.as_of < $3
       and (r.service_id in (select id from seen)
         or r.service_id is null and r.organisation_id in (select organisation_id from seen))
       and not exists (
         select from registration newer
         where newer.feed_id = $1 and newer.regulator = r.regulator and newer.identifier = r.identifier
           and newer.organisation_id = r.organisation_id and newer.service_id is not distinct from r.service_id
           and newer.as_of > r.as_of)`,
    [feedId, listed, dayAt(tx.now())],
  );
}
