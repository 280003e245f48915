import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import { writeRows } from './directory.queries.ts';
import { readPostcode } from './place.rules.ts';
import type { ListedPostcode } from './postcode-list.rules.ts';

const TABLE = {
  table: 'postcode',
  columns: {
    code: 'text',
    outward: 'text',
    latitude: 'double precision',
    longitude: 'double precision',
    source: 'text',
  },
  onConflict: `on conflict (code) do update set latitude = excluded.latitude, longitude = excluded.longitude,
    source = excluded.source
    where (postcode.latitude, postcode.longitude, postcode.source)
      is distinct from (excluded.latitude, excluded.longitude, excluded.source)`,
};

/** Keeps where postcodes lie; a list overrules what was worked out from locations. Codes that are none are left out. */
export async function registerPostcodes(
  ctx: Context,
  list: readonly Omit<ListedPostcode, 'outward'>[],
): Promise<number> {
  const rows = list.flatMap(({ code, latitude, longitude }) => {
    const read = readPostcode(code);
    return read ? [{ code: read.code, outward: read.outward, latitude, longitude }] : [];
  });
  return keepPostcodes(ctx, rows);
}

/** Keeps postcodes that are read already, each once; answers how many. */
export async function keepPostcodes(ctx: Context, postcodes: readonly ListedPostcode[]): Promise<number> {
  const unique = [...new Map(postcodes.map((row) => [row.code, { ...row, source: 'LIST' }])).values()];
  await inTransaction(ctx, (tx) => writeRows(tx, TABLE, unique));
  return unique.length;
}
