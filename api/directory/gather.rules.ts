// Some feeds tell of services inside other things: under their organisation, or once for every location.
// The importer gathers them, so that a row is a service. Rows as they came → rows of services.

import type { FeedPage } from './feed.rules.ts';
import { isServiceAtLocation } from './feed.rules.ts';
import { isRaw } from './repair.rules.ts';
import type { Raw } from './repair.rules.ts';
import { objectsOf } from './standard-form.rules.ts';

/** What is kept of a page when its rows have landed. */
export type PageTold = Pick<FeedPage, 'kind' | 'pageNumber' | 'totalPages' | 'totalItems' | 'isSingle'> & {
  readonly rows: { readonly length: number };
};

/**
 * Whether all of the feed was read: every page, as many entries as it says it has, and more than an entry by itself. A feed
 * that changed while its pages were read has moved entries from page to page: some were perhaps never seen.
 */
export function isWhole(pages: readonly PageTold[]): boolean {
  const services = pages.filter(({ kind }) => kind === 'SERVICE');
  const rows = services.reduce((sum, page) => sum + page.rows.length, 0);
  if (rows === 0 || services.every(({ isSingle }) => isSingle)) return false;
  const numbers = new Set(services.map(({ pageNumber }) => pageNumber ?? 1));
  if (services.some(({ totalPages }) => totalPages > numbers.size)) return false;
  const totals = new Set(services.map(({ totalItems }) => totalItems).filter((total) => total !== null));
  return totals.size <= 1 && [...totals].every((total) => rows >= total);
}

/** The services that the rows of organisations tell of, each with its organisation. */
export function servicesOfOrganisations({ kind, rows }: Pick<FeedPage, 'kind' | 'rows'>): Raw[] {
  if (kind !== 'ORGANISATION') return [];
  return rows
    .filter(isRaw)
    .flatMap(({ services, ...organization }) => objectsOf(services).map((service) => ({ organization, ...service })));
}

/** By what the rows of one service at its several locations are known as its own; null for any other row. */
export function gatheredBy(row: unknown): string | null {
  if (!isRaw(row) || !isServiceAtLocation(row)) return null;
  const service = row['service'] as Raw;
  return String(service['id'] ?? service['name']);
}

/** The service whose rows, one for each location, stand in this list; the row itself when it is no such list. */
export function gathered(row: unknown): unknown {
  const places = Array.isArray(row) ? row.filter(isRaw).filter(isServiceAtLocation) : [];
  const [first] = places;
  if (first === undefined || places.length !== (row as unknown[]).length) return row;
  return { ...(first['service'] as Raw), service_at_locations: places.map(({ service, ...place }) => place) };
}
