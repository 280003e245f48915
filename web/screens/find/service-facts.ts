import { words } from '../../words/en.ts';
import type { Result } from './find.query.ts';

type Service = Pick<
  Result['node'],
  'costOptions' | 'feesDescription' | 'minimumAge' | 'maximumAge' | 'schedules' | 'accessibility'
> & { readonly offers: readonly Pick<Result['node']['offers'][number], 'price' | 'isCurrent'>[] };

const text = words.find;

/** What a service costs, as it says itself: each price in words, or that it is not known. */
export function costsOf(service: Service): readonly string[] {
  const offers = service.offers.filter((offer) => offer.isCurrent).map((offer) => offer.price);
  const costs = service.costOptions.map((cost) => cost.summary);
  const found = [...offers, ...costs, service.feesDescription ?? ''].filter((line) => line !== '');
  return found.length === 0 ? [text.costUnknown] : [...new Set(found)];
}

/** Who a service is for by age; null when it does not say. */
export function agesOf({ minimumAge, maximumAge }: Service): string | null {
  if (minimumAge !== null && maximumAge !== null) return text.agesBetween(minimumAge, maximumAge);
  if (minimumAge !== null) return text.agesFrom(minimumAge);
  return maximumAge === null ? null : text.agesTo(maximumAge);
}

/** When a service runs. */
export function whenOf(service: Service): readonly string[] {
  return service.schedules.length === 0 ? [words.unknown] : service.schedules.map((schedule) => schedule.summary);
}

/** How one gets in and about; unknowns are said, not hidden. */
export function accessOf(service: Service): readonly string[] {
  return service.accessibility.length === 0
    ? [text.accessUnknown]
    : service.accessibility.map((fact) => fact.description);
}
