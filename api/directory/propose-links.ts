import { timestampOf } from '../common/calendar.ts';
import type { Transaction } from '../platform/transaction.ts';
import { writeRows } from './directory.queries.ts';
import { judgeLink } from './link.rules.ts';
import type { Candidate } from './link.rules.ts';

// Only pairs with something in common besides the postcode, so that a busy postcode does not pair everything with everything.
const PAIRS = `
  with entry as not materialized (
    select service.id, service.phone, service.unlisted_on is not null as is_unlisted, location.postcode,
           left(regexp_replace(lower(service.name), '^the |[^a-z0-9]', '', 'g'), 6) as start, service.feed_id,
           jsonb_build_object('serviceId', service.id, 'feedId', service.feed_id, 'name', service.name,
             'organisationName', organisation.name, 'phone', service.phone, 'website', service.website,
             'postcode', location.postcode, 'addressLines', location.address_lines,
             'isUnlisted', service.unlisted_on is not null) as candidate
    from service
    join organisation on organisation.id = service.organisation_id
    join service_at_location placed on placed.service_id = service.id
    join location on location.id = placed.location_id and location.postcode like '% %'
  ), touched as materialized (
    select entry.* from entry where id in (select unnest($1::uuid[]))
  )
  select touched.candidate as a, other.candidate as b from touched join entry other
    on other.postcode = touched.postcode and other.start = touched.start and other.id <> touched.id
  union
  select touched.candidate, other.candidate from touched join entry other
    on other.postcode = touched.postcode and other.feed_id = touched.feed_id and other.is_unlisted <> touched.is_unlisted
  limit 20000`;

// Few at a time: each is looked up by its postcode, and one statement never takes long.
const AT_A_TIME = 500;

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
