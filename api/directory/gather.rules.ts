// Some feeds tell of services inside other things: under their organisation, or once for every location.
// The reader gathers them, so that a row is a service. Pages as they came → pages of services, organisations and terms.

import type { FeedPage } from './feed.rules.ts';
import { isServiceAtLocation } from './feed.rules.ts';
import { isRaw } from './repair.rules.ts';
import type { Raw } from './repair.rules.ts';
import { objectsOf } from './standard-form.rules.ts';

/** The pages of one feed with every service as one row, whatever it was told under. */
export function gather(pages: readonly FeedPage[]): FeedPage[] {
  return [...gatherPlaces(pages), ...pages.flatMap(servicesOfOrganisations)];
}

/** Whether all of the feed was read: every page, and more than an entry by itself. */
export function isWhole(pages: readonly FeedPage[]): boolean {
  const services = pages.filter(({ kind }) => kind === 'SERVICE');
  const rows = services.reduce((sum, page) => sum + page.rows.length, 0);
  if (rows === 0 || services.every(({ isSingle }) => isSingle)) return false;
  const numbers = new Set(services.map(({ pageNumber }) => pageNumber ?? 1));
  return services.every(({ totalPages }) => totalPages <= numbers.size);
}

/** Services at locations become services, each with all its locations, where the first of them stood. */
function gatherPlaces(pages: readonly FeedPage[]): FeedPage[] {
  const byService = new Map<string, Raw[]>();
  for (const row of pages
    .flatMap((page) => page.rows)
    .filter(isRaw)
    .filter(isServiceAtLocation)) {
    byService.set(keyOf(row), [...(byService.get(keyOf(row)) ?? []), row]);
  }
  if (byService.size === 0) return [...pages];

  const given = new Set<string>();
  return pages.map((page) => ({
    ...page,
    rows: page.rows.flatMap((row) => {
      if (!isRaw(row) || !isServiceAtLocation(row)) return [row];
      const key = keyOf(row);
      if (given.has(key)) return [];
      given.add(key);
      const places = (byService.get(key) ?? []).map(({ service, ...place }) => place);
      return [{ ...(row['service'] as Raw), service_at_locations: places }];
    }),
  }));
}

function keyOf(row: Raw): string {
  const service = row['service'] as Raw;
  return String(service['id'] ?? service['name']);
}

function servicesOfOrganisations(page: FeedPage): FeedPage[] {
  if (page.kind !== 'ORGANISATION') return [];
  const rows = page.rows
    .filter(isRaw)
    .flatMap(({ services, ...organization }) => objectsOf(services).map((service) => ({ organization, ...service })));
  return rows.length === 0 ? [] : [{ ...page, kind: 'SERVICE', rows }];
}
