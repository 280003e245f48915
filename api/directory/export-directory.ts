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
import { openPage } from './open-page.rules.ts';
import type { RowsFound, Window } from './open-rows.queries.ts';
import { openService } from './open-service.rules.ts';
import { openTaxonomy, openTerm } from './open-term.rules.ts';
import type { OpenRecord } from './open-value.rules.ts';

/** What an export came to. */
export interface ExportAccount {
  readonly services: number;
  readonly files: readonly string[];
  /** The loss report, line by line; it is also written beside the files, as losses.txt. */
  readonly lines: readonly string[];
}

const PER_FILE = 500;

/**
 * Writes what is published to JSON files in a folder, which is made: pages as the API answers them, and losses.txt. The folder
 * can be taken in again as one feed. For the role of requests, so that nothing leaves that a stranger may not read.
 */
export async function exportDirectory(ctx: Context, format: ExportFormat, folder: string): Promise<ExportAccount> {
  await mkdir(folder, { recursive: true });
  const losses: Loss[] = [];
  const files: string[] = [];
  const write = async <Row>(
    name: string,
    find: (window: Window) => Promise<RowsFound<Row>>,
    tell: (row: Row) => OpenRecord,
  ): Promise<number> => {
    const { written, total } = await writePages(folder, name, find, tell);
    files.push(...written);
    return total;
  };

  const all = readAsked({});
  if (!all.ok) throw new Error('Nothing asked must be everything asked.');
  const asked = { ...all.value, centre: null };
  const services = await write('services', async (window) => {
    const found = await findOpenServices(ctx, asked, window);
    losses.push(...lossesOf(found.rows, format));
    return found;
  }, (service) => openService(service, 'FULL')); // prettier-ignore
  await write('organizations', (window) => findOpenOrganisations(ctx, asked, window), (row) => openOrganisation(row.organisation)); // prettier-ignore
  await write('taxonomies', (window) => findOpenTaxonomies(ctx, {}, window), openTaxonomy);
  await write('taxonomy_terms', (window) => findOpenTerms(ctx, {}, window), openTerm);

  const report = lossesInWords(addLosses([...losses, ...lossesHeldBack(await findHeldBack(ctx))]), format);
  const sources = (await findOpenSources(ctx)).map(
    ({ name, licence, attribution }) => `  ${[name, licence, attribution].filter((part) => part !== null).join('; ')}`,
  );
  const lines = [...report, ...(sources.length > 0 ? ['Sources and their licences:', ...sources] : [])];
  await writeFile(join(folder, 'losses.txt'), `${lines.join('\n')}\n`);
  return { services, files, lines };
}

async function writePages<Row>(
  folder: string,
  name: string,
  find: (window: Window) => Promise<RowsFound<Row>>,
  tell: (row: Row) => OpenRecord,
): Promise<{ written: string[]; total: number }> {
  const written: string[] = [];
  for (let page = 1; ; page += 1) {
    const { total, rows } = await find({ skip: (page - 1) * PER_FILE, take: PER_FILE });
    if (rows.length > 0 || page === 1) {
      const file = `${name}-page${page}.json`;
      const envelope = openPage({ total, contents: rows.map(tell) }, page, PER_FILE);
      await writeFile(join(folder, file), `${JSON.stringify(envelope, null, 2)}\n`);
      written.push(file);
    }
    if (page * PER_FILE >= total) return { written, total };
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
