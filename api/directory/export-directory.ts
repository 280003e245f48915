import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../platform/context.ts';
import { inReadTransaction } from '../platform/transaction.ts';
import { findOpenOrganisations } from './find-open-organisations.ts';
import { findOpenServices } from './find-open-services.ts';
import { findOpenSources } from './find-open-sources.ts';
import { findOpenTaxonomies, findOpenTerms } from './find-open-terms.ts';
import { readAsked } from './open-asked.rules.ts';
import { addLosses, lossesHeldBack, lossesInWords, lossesOf } from './open-loss.rules.ts';
import type { ExportFormat, HeldBack, Loss } from './open-loss.rules.ts';
import { openOrganisation } from './open-organisation.rules.ts';
import type { RowsFound, Window } from './open-rows.queries.ts';
import { openService } from './open-service.rules.ts';
import { openTaxonomy, openTerm } from './open-term.rules.ts';
import type { OpenRecord } from './open-value.rules.ts';
import { writePages, writeTables } from './write-export.ts';
import type { ExportWriter, OpenList } from './write-export.ts';

/** What an export came to. */
export interface ExportAccount {
  readonly services: number;
  readonly files: readonly string[];
  /** The loss report, line by line; it is also written beside the files, as losses.txt. */
  readonly lines: readonly string[];
}

const PER_PAGE = 500;

/**
 * Writes what is published to files in a folder, which is made: pages of JSON as the API answers them, or tables as CSV; and
 * losses.txt. The folder can be taken in again as one feed. For the role of requests, so that nothing leaves that a stranger
 * may not read. A page at a time is held, however large the directory is.
 */
export async function exportDirectory(ctx: Context, format: ExportFormat, folder: string): Promise<ExportAccount> {
  await mkdir(folder, { recursive: true });
  const writer = format === 'csv' ? writeTables(folder) : writePages(folder);
  const all = readAsked({});
  if (!all.ok) throw new Error('Nothing asked must be everything asked.');
  const asked = { ...all.value, centre: null };

  let losses: Loss[] = [];
  const findServices = async (window: Window) => {
    const found = await findOpenServices(ctx, asked, window);
    losses = addLosses([...losses, ...lossesOf(found.rows, format)]);
    return found;
  };
  const services = await writeList(writer, 'services', findServices, (service) => openService(service, 'FULL'));
  const findOrganisations = (window: Window) => findOpenOrganisations(ctx, asked, window);
  await writeList(writer, 'organizations', findOrganisations, (row) => openOrganisation(row.organisation));
  await writeList(writer, 'taxonomies', (window) => findOpenTaxonomies(ctx, {}, window), openTaxonomy);
  await writeList(writer, 'taxonomy_terms', (window) => findOpenTerms(ctx, {}, window), openTerm);

  const sources = await findOpenSources(ctx);
  const files = await writer.end(sources.map(({ licence }) => licence));
  const report = lossesInWords(addLosses([...losses, ...lossesHeldBack(await findHeldBack(ctx))]), format);
  const terms = sources.map(
    ({ name, licence, attribution }) => `  ${[name, licence, attribution].filter((part) => part !== null).join('; ')}`,
  );
  const lines = [...report, ...(terms.length > 0 ? ['Sources and their licences:', ...terms] : [])];
  await writeFile(join(folder, 'losses.txt'), `${lines.join('\n')}\n`);
  return { services, files, lines };
}

async function writeList<Row>(
  writer: ExportWriter,
  list: OpenList,
  find: (window: Window) => Promise<RowsFound<Row>>,
  tell: (row: Row) => OpenRecord,
): Promise<number> {
  for (let number = 1; ; number += 1) {
    const { total, rows } = await find({ skip: (number - 1) * PER_PAGE, take: PER_PAGE });
    if (rows.length > 0 || number === 1)
      await writer.write(list, { number, perPage: PER_PAGE, total, contents: rows.map(tell) });
    if (number * PER_PAGE >= total) return total;
  }
}

async function findHeldBack(ctx: Context): Promise<HeldBack> {
  const [held] = await inReadTransaction<HeldBack>(ctx, {
    name: 'find_held_back',
    text: `select
      (select count(*)::integer from service join feed on feed.id = service.feed_id where feed.licence is null) as "unlicensedServices",
      (select count(*)::integer from service where not exists (
        select from organisation where organisation.id = service.organisation_id and organisation.is_listed)) as "unlistedServices",
      (select count(*)::integer from service where external_id is not null and open_id is distinct from directory.own_id(external_id))
        as "ownIdentifiers",
      (select count(*)::integer from location where not has_public_address) as "secretAddresses",
      (select count(*)::integer from contact where name is not null) as "contactNames"`,
    values: [],
  });
  if (!held) throw new Error('The counts of what is held back were not answered.');
  return held;
}
