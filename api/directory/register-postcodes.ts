import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import { overwriting, writeRows } from './directory.queries.ts';
import { readPostcode } from './place.rules.ts';

/** A postcode, or an outward code, and where it lies. */
export interface PlacedPostcode {
  readonly code: string;
  readonly latitude: number;
  readonly longitude: number;
}

const COLUMNS = {
  code: 'text',
  outward: 'text',
  latitude: 'double precision',
  longitude: 'double precision',
  source: 'text',
};

/** Keeps where postcodes lie; a list overrules what was worked out from locations. Codes that are none are left out. */
export async function registerPostcodes(ctx: Context, list: readonly PlacedPostcode[]): Promise<number> {
  const rows = list.flatMap(({ code, latitude, longitude }) => {
    const read = readPostcode(code);
    return read ? [{ code: read.code, outward: read.outward, latitude, longitude, source: 'LIST' }] : [];
  });
  const unique = [...new Map(rows.map((row) => [row.code, row])).values()];
  await inTransaction(ctx, (tx) =>
    writeRows(
      tx,
      {
        table: 'postcode',
        columns: COLUMNS,
        onConflict: `on conflict (code) do update set ${overwriting(COLUMNS, ['code'])}`,
      },
      unique,
    ),
  );
  return unique.length;
}
