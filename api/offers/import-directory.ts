import type { ImportAccount } from '../directory/import-account.ts';
import { importFeeds } from '../directory/import-feeds.ts';
import type { ImportOptions } from '../directory/import-feeds.ts';
import type { Context } from '../platform/context.ts';
import type { Transaction } from '../platform/transaction.ts';
import { markRegulatedCare } from './mark-regulated-care.ts';
import { registerOffers } from './register-offers.ts';

/**
 * Takes in directory data from a file, a folder or an address, offers included; for the system's role. Every row read is
 * accepted or quarantined; the same data again changes nothing; what cannot be read at all is told in the account.
 */
export async function importDirectory(
  ctx: Context,
  source: string,
  options: ImportOptions = {},
): Promise<ImportAccount> {
  return importFeeds(ctx, source, options, followServices);
}

async function followServices(tx: Transaction, serviceIds: readonly string[]): Promise<void> {
  await registerOffers(tx, serviceIds);
  await markRegulatedCare(tx, serviceIds);
}
