import { timestampOf } from '../common/calendar.ts';
import type { Transaction } from '../platform/transaction.ts';
import { writeRows } from './directory.queries.ts';
import { judgeLink } from './link.rules.ts';
import type { Candidate } from './link.rules.ts';

// How the name begins, by which entries are put beside each other; what they have in common is judged in full afterwards.
const START = "left(regexp_replace(lower(service.name), '^the |[^a-z0-9]', '', 'g'), 6)";

// Only pairs with something in common besides the postcode, so that a busy postcode does not pair everything with everything.
// Each entry is looked up by its postcode: joined at once, all entries of the directory would be read for every few of these.
const PAIRS = `
  with touched as materialized (
    select service.id, service.feed_id, service.unlisted_on is not null as is_unlisted, ${START} as start,
           location.id as location_id, location.postcode
    from service
    join service_at_location placed on placed.service_id = service.id
    join location on location.id = placed.location_id and location.postcode like '% %'
    where service.id = any ($1)
  ), pair as materialized (
    select touched.id, touched.location_id, other.id as other_id, other.location_id as other_location_id
    from touched cross join lateral (
      select service.id, location.id as location_id
      from location
      join service_at_location placed on placed.location_id = location.id
      join service on service.id = placed.service_id and service.id <> touched.id
      where location.postcode = touched.postcode and location.postcode like '% %'
        and (${START} = touched.start
          or service.feed_id = touched.feed_id and (service.unlisted_on is not null) <> touched.is_unlisted)
      offset 0) as other
    limit 20000
  )
  select ${candidateOf('id', 'location_id')} as a, ${candidateOf('other_id', 'other_location_id')} as b from pair`;

function candidateOf(service: string, location: string): string {
  return `(select jsonb_build_object('serviceId', service.id, 'feedId', service.feed_id, 'name', service.name,
      'organisationName', organisation.name, 'phone', service.phone, 'website', service.website,
      'postcode', location.postcode, 'addressLines', location.address_lines, 'isUnlisted', service.unlisted_on is not null)
    from service join organisation on organisation.id = service.organisation_id, location
    where service.id = pair.${service} and location.id = pair.${location})`;
}

// Few at a time: each is looked up by its postcode, and one statement never takes long.
const AT_A_TIME = 200;

const LINKS = {
  table: 'service_link',
  columns: {
    id: 'uuid',
    kind: 'text',
    service_id: 'uuid',
    other_service_id: 'uuid',
    grounds: 'text[]',
    run_id: 'uuid',
    proposed_at: 'timestamptz',
  },
  onConflict: 'on conflict do nothing',
};

/** Proposes links among what was touched and whatever is at the same place; answers how many are new. */
export async function proposeLinks(tx: Transaction, runId: string, touchedIds: readonly string[]): Promise<number> {
  let proposed = 0;
  for (let start = 0; start < touchedIds.length; start += AT_A_TIME) {
    proposed += await proposeSome(tx, runId, touchedIds.slice(start, start + AT_A_TIME));
  }
  return proposed;
}

async function proposeSome(tx: Transaction, runId: string, touchedIds: readonly string[]): Promise<number> {
  const pairs: { a: Candidate; b: Candidate }[] = await tx.manager.query(PAIRS, [touchedIds]);
  const links = new Map<string, Record<string, unknown>>();
  for (const { a, b } of pairs) {
    const proposed = judgeLink(a, b);
    if (proposed === null) continue;
    links.set(`${proposed.serviceId} ${proposed.otherServiceId}`, {
      id: tx.newId(),
      kind: proposed.kind,
      service_id: proposed.serviceId,
      other_service_id: proposed.otherServiceId,
      grounds: proposed.grounds,
      run_id: runId,
      proposed_at: timestampOf(tx.now()).toISOString(),
    });
  }
  if (links.size === 0) return 0;
  const before = await countLinks(tx);
  await writeRows(tx, LINKS, [...links.values()]);
  return (await countLinks(tx)) - before;
}

async function countLinks(tx: Transaction): Promise<number> {
  const [row]: { n: number }[] = await tx.manager.query('select count(*) as n from service_link');
  return row?.n ?? 0;
}
