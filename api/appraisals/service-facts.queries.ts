import { notFound } from '../platform/problems.ts';
import type { Transaction } from '../platform/transaction.ts';
import { isId } from '../common/id.ts';
import type { ServiceFacts } from './listed-option.rules.ts';

// Home is where the individual's row says, or else where the postcode, or its outward half, lies.
const FACTS = `
  with home as (
    select coalesce(i.latitude, p.latitude) as latitude, coalesce(i.longitude, p.longitude) as longitude
    from individual i
    left join lateral (
      select latitude, longitude from postcode
      where code in (upper(i.postcode), split_part(upper(i.postcode), ' ', 1))
      order by length(code) desc limit 1) p on i.latitude is null
    where i.id = $2)
  select jsonb_build_object(
    'serviceId', s.id, 'name', s.name, 'description', s.description, 'status', s.status,
    'organisationKind', o.kind, 'couldStart', s.could_start, 'minimumAge', s.minimum_age, 'maximumAge', s.maximum_age,
    'languages', s.languages, 'feesDescription', s.fees_description,
    'schedules', coalesce((
      select jsonb_agg(jsonb_build_object('days', t.days, 'opensAt', to_char(t.opens_at, 'HH24:MI'),
          'closesAt', to_char(t.closes_at, 'HH24:MI'), 'frequency', t.frequency, 'every', t.every, 'byDay', t.by_day,
          'byMonthDay', t.by_month_day, 'validFrom', t.valid_from, 'validTo', t.valid_to, 'description', t.description)
        order by t.position)
      from (select * from schedule where service_id = s.id order by position limit 50) t), '[]'),
    'costs', coalesce((
      select jsonb_agg(jsonb_build_object('option', c.option, 'amountPence', c.amount_pence, 'description', c.description,
          'validFrom', c.valid_from, 'validTo', c.valid_to) order by c.position)
      from (select * from cost_option where service_id = s.id order by position limit 50) c), '[]'),
    'offers', coalesce((
      select jsonb_agg(jsonb_build_object('offerId', f.id, 'unit', f.unit, 'ratePence', f.price,
          'rates', f.rates, 'travelPence', f.travel_pence,
          'couldStartOn', f.could_start_on, 'minimumMinutes', f.minimum_minutes,
          'validFrom', f.valid_from, 'validTo', f.valid_to) order by f.unit, f.id)
      from (
        select told.*, asked.rates, coalesce(asked.rate_pence, told.rate_pence) as price
        from offer told left join (
          select offer_id, max(rate_pence) filter (where band = 'WEEKDAY') as rate_pence, jsonb_object_agg(band, rate_pence) as rates
          from access.rates_asked($1, $2) group by offer_id) asked on asked.offer_id = told.id
        where told.service_id = s.id and coalesce(asked.rate_pence, told.rate_pence) is not null
          and (told.source = 'PROVIDER' or not exists (
            select from offer own where own.service_id = s.id and own.unit = told.unit and own.source = 'PROVIDER'
              and current_date between coalesce(own.valid_from, '-infinity') and coalesce(own.valid_to, 'infinity')))
        order by told.unit, told.id limit 50) f), '[]'),
    'places', coalesce((
      select jsonb_agg(jsonb_build_object('type', l.type, 'name', l.name, 'addressLines', l.address_lines,
          'postcode', l.postcode, 'distanceMiles', l.miles, 'accessFacts', l.facts) order by l.miles nulls last, l.id)
      from (
        select l.*, directory.miles(home.latitude, home.longitude, l.latitude, l.longitude) as miles,
          coalesce((select jsonb_agg(concat_ws(': ', a.description, a.details) order by a.position)
                    from accessibility a where a.location_id = l.id), '[]') as facts
        from service_at_location at join location l on l.id = at.location_id left join home on true
        where at.service_id = s.id order by miles nulls last, l.id limit 20) l), '[]')
  ) as facts
  from service s join organisation o on o.id = s.organisation_id
  where s.id = $1`;

/** What is known of a service, seen from the individual's home, in one statement; throws NOT_FOUND when it is not listed. */
export async function getServiceFacts(tx: Transaction, serviceId: string, individualId: string): Promise<ServiceFacts> {
  if (!isId(serviceId)) throw notFound('service');
  const rows: { facts: ServiceFacts }[] = await tx.manager.query(FACTS, [serviceId, individualId]);
  const [row] = rows;
  if (!row) throw notFound('service');
  return row.facts;
}

/** Whether a service is a place to live with care, so that choosing it settles where somebody lives; false for an idea of one's own. */
export async function isPlaceToLive(tx: Transaction, serviceId: string | null): Promise<boolean> {
  if (serviceId === null) return false;
  const rows: { is: boolean | null }[] = await tx.manager.query(
    "select regulated_activity = 'ACCOMMODATION_WITH_CARE' as is from service where id = $1",
    [serviceId],
  );
  return rows[0]?.is === true;
}
