import { dayAt } from '../common/calendar.ts';
import { isId } from '../common/id.ts';
import type { Context } from '../platform/context.ts';
import { inReadTransaction } from '../platform/transaction.ts';
import { ageOn } from '../representatives/age.rules.ts';
import type { KnownOfPerson } from './criterion.rules.ts';

interface Facts {
  readonly postcode: string | null;
  readonly bornOn: string | null;
  readonly authority: string | null;
}

const FACTS = `
  select i.postcode, i.born_on::text as "bornOn", a.name as authority from individual i left join organisation a on a.id = i.authority_id
  where i.id = $1 and (i.id = any ((select access.ids('kith.plans'))::uuid[]) or i.id = any ((select access.ids('kith.person'))::uuid[])
    or i.authority_id = any ((select access.ids('kith.authorities'))::uuid[]))`;

/**
 * What is known of an individual that a criterion may ask, for those alone who share the plan; null for anybody else. Read once
 * in a request, however many services are held against it.
 */
export function knownOfPerson(ctx: Context, individualId: string): Promise<KnownOfPerson | null> {
  const key = `known of person ${individualId}`;
  const asked = ctx.cache.get(key) as Promise<KnownOfPerson | null> | undefined;
  if (asked) return asked;
  const reading = readKnown(ctx, individualId);
  ctx.cache.set(key, reading);
  return reading;
}

async function readKnown(ctx: Context, individualId: string): Promise<KnownOfPerson | null> {
  if (ctx.viewer.personId === null || !isId(individualId)) return null;
  const rows = await inReadTransaction<Facts>(ctx, {
    name: 'known_of_person',
    text: FACTS,
    values: [individualId],
  });
  const [row] = rows;
  if (!row) return null;
  const outward = row.postcode?.trim().split(' ')[0];
  const borough = row.authority?.replace(/\b(?:county|borough|city|council|of|the)\b/gi, '').trim();
  return {
    ...(outward && { AREA: [outward, ...(borough ? [borough] : [])] }),
    ...(row.bornOn !== null && { AGE: [String(ageOn(row.bornOn, dayAt(ctx.now())))] }),
  };
}
