import type { Context } from '../platform/context.ts';
import { inReadTransaction } from '../platform/transaction.ts';
import type { Postcode } from './place.rules.ts';
import type { Centre } from './find-open-services.ts';

/** A feed that is republished, with the terms on which that is allowed. */
export interface OpenSource {
  readonly name: string;
  readonly licence: string;
  readonly attribution: string | null;
}

/** The feeds that are republished, by name; at most 1,000. */
export function findOpenSources(ctx: Context): Promise<OpenSource[]> {
  return inReadTransaction<OpenSource>(ctx, {
    name: 'find_open_sources',
    text: 'select name, licence, attribution from feed where licence is not null order by name, id limit 1000',
    values: [],
  });
}

/** Where a postcode, or else its outward half, lies; null when neither is known. */
export async function findCentre(ctx: Context, { code, outward }: Postcode): Promise<Centre | null> {
  const [centre] = await inReadTransaction<Centre>(ctx, {
    name: 'find_centre',
    text: 'select latitude, longitude from postcode where code in ($1, $2) order by length(code) desc limit 1',
    values: [code, outward],
  });
  return centre ?? null;
}
