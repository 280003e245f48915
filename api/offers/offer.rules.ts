// An offer is a provider's price for a service, by a unit. Costs in a directory feed become offers where they name one.
// The provider decides the price, who is told of it, who may pay, and how much is free.
// A feed's cost “per hour” → an offer by the HOUR. MADE → REVISED into the next | ENDED; which one holds follows from the days.

/** What a rate is for. */
export const OfferUnit = { HOUR: 'HOUR', VISIT: 'VISIT', SESSION: 'SESSION', DAY: 'DAY', WEEK: 'WEEK' } as const;
export type OfferUnit = keyof typeof OfferUnit;

/** What everybody is told of a price. Who may read the rates themselves is decided by the database (rule R43). */
export const ShownPrice = { EXACT: 'EXACT', RANGE: 'RANGE', NONE: 'NONE' } as const;
export type ShownPrice = keyof typeof ShownPrice;

/** Kinds of money that can pay. */
export const FundingKind = {
  COUNCIL_MANAGED: 'COUNCIL_MANAGED',
  DIRECT_PAYMENT: 'DIRECT_PAYMENT',
  INDIVIDUAL_SERVICE_FUND: 'INDIVIDUAL_SERVICE_FUND',
  PERSONAL_HEALTH_BUDGET: 'PERSONAL_HEALTH_BUDGET',
  SELF_FUNDED: 'SELF_FUNDED',
} as const;
export type FundingKind = keyof typeof FundingKind;

/** VAT on a price, which is always told with the VAT in it (rule R4). */
export const VatTreatment = { EXEMPT: 'EXEMPT', ZERO: 'ZERO', REDUCED: 'REDUCED', STANDARD: 'STANDARD' } as const;
export type VatTreatment = keyof typeof VatTreatment;

const UNITS: readonly (readonly [RegExp, OfferUnit])[] = [
  [/\b(?:hour|hr|hourly)\b/i, 'HOUR'],
  [/\b(?:visit|call)\b/i, 'VISIT'],
  [/\bsession\b/i, 'SESSION'],
  [/\b(?:day|daily)\b/i, 'DAY'],
  [/\b(?:week|weekly)\b/i, 'WEEK'],
];

/** The unit that a cost's own words name, such as “per hour”; null when they name none. */
export function unitOf(option: string | null): OfferUnit | null {
  if (option === null) return null;
  return UNITS.find(([words]) => words.test(option))?.[1] ?? null;
}

/** The shortest visit that a cost's words ask for, in minutes: “minimum 2 hours” is 120; null when they ask for none. */
export function minimumMinutesOf(description: string | null): number | null {
  const match = /\bminimum(?: of)? (\d{1,3}) ?(hour|minute|min)/i.exec(description ?? '');
  if (!match) return null;
  return Number(match[1]) * (match[2]?.toLowerCase() === 'hour' ? 60 : 1) || null;
}

/** Whether an offer holds on that day; both days are included. */
export function isCurrentOffer(
  offer: { readonly validFrom: string | null; readonly validTo: string | null },
  today: string,
): boolean {
  return (offer.validFrom === null || offer.validFrom <= today) && (offer.validTo === null || offer.validTo >= today);
}
