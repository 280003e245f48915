import { stat } from 'node:fs/promises';
import { ok, refuseWith } from '../common/result.ts';
import type { Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import type { FeedProblem } from './feed.rules.ts';
import { openZip } from './open-zip.ts';
import { isPostcodeList, middleOf, readListed, withPostcode } from './postcode-list.rules.ts';
import type { DistrictSum, LeftOut, ListedPostcode } from './postcode-list.rules.ts';
import { readTable } from './read-tables.ts';
import { keepPostcodes } from './register-postcodes.ts';
import { fileAt } from './source-file.ts';
import type { SourceFile } from './source-file.ts';
import { textOfFile } from './text-encoding.ts';

/** What became of a list of postcodes; every row of it is counted once. */
export interface PostcodesAccount {
  readonly read: number;
  readonly kept: number;
  /** Outward codes whose middle was worked out. */
  readonly districts: number;
  readonly leftOut: Readonly<Record<LeftOut, number>>;
}

const AT_A_TIME = 5_000;

/** Takes in where postcodes lie from a table or a zip with one, such as the ONS Postcode Directory; never held whole. */
export async function importPostcodes(
  ctx: Context,
  source: string,
  onProgress: (read: number) => void = () => undefined,
): Promise<Result<PostcodesAccount, FeedProblem>> {
  const found = await stat(source).catch(() => null);
  if (!found?.isFile()) return refuseWith('NOT_FOUND', 'There is no such file. Give the table of postcodes itself.');
  if (!/\.zip$/i.test(source)) return importTable(ctx, await fileAt(source), onProgress);

  const zip = await openZip(source, source);
  if (!zip.ok) return zip;
  try {
    // The whole list is the largest table; those beside it tell what its codes stand for.
    const [largest] = zip.value.files.filter(({ name }) => /\.csv$/i.test(name)).sort((a, b) => b.size - a.size);
    if (!largest) return refuseWith('NOT_FOUND', 'There is no table (.csv) in this zip.');
    return await importTable(ctx, largest, onProgress);
  } finally {
    zip.value.close();
  }
}

async function importTable(
  ctx: Context,
  file: SourceFile,
  onProgress: (read: number) => void,
): Promise<Result<PostcodesAccount, FeedProblem>> {
  const leftOut: Record<LeftOut, number> = { ENDED: 0, UNPLACED: 0, UNREADABLE: 0 };
  const districts = new Map<string, DistrictSum>();
  let waiting: ListedPostcode[] = [];
  let [read, kept] = [0, 0];
  const keep = async () => {
    kept += await keepPostcodes(ctx, waiting);
    waiting = [];
    onProgress(read);
  };

  for await (const rows of readTable(textOfFile(file))) {
    if (!rows.ok) return rows;
    if (read === 0 && !isPostcodeList(Object.keys(rows.value[0] ?? {})))
      return refuseWith(
        'OTHER_FORMAT',
        'This is no list of postcodes: it needs columns for the postcode (pcds or pcd), lat and long.',
      );
    for (const row of rows.value) {
      read += 1;
      const listed = readListed(row);
      if (typeof listed === 'string') {
        leftOut[listed] += 1;
        continue;
      }
      waiting.push(listed);
      districts.set(listed.outward, withPostcode(districts.get(listed.outward), listed));
    }
    if (waiting.length >= AT_A_TIME) await keep();
  }
  await keep();
  await keepPostcodes(ctx, [...districts].map(([outward, sum]) => middleOf(outward, sum))); // prettier-ignore
  ctx.log.info({ event: 'postcodes_imported', kept }, 'postcodes imported');
  return ok({ read, kept, districts: districts.size, leftOut });
}
