// A loss is what an export could not carry, counted and said in a sentence, so that nobody takes the files for the whole.
// The standard and the importer decide what is lost. Published services and what was held back → sentences with numbers.

import { hasPartialAddress } from './open-place.rules.ts';
import type { PublishedService } from './open-service.rules.ts';
import { openEmail, openWebsite } from './open-value.rules.ts';

/** The forms in which the directory is written to files. */
export const ExportFormat = { 'oruk-3': 'Open Referral UK 3.0', 'hsds-3.1': 'HSDS 3.1', csv: 'HSDS 3 tables' } as const;
export type ExportFormat = keyof typeof ExportFormat;

/** What the database holds back, as counts. */
export interface HeldBack {
  readonly unlicensedServices: number;
  readonly unlistedServices: number;
  readonly ownIdentifiers: number;
  readonly secretAddresses: number;
  readonly contactNames: number;
}

/** One kind of loss. */
export interface Loss {
  readonly count: number;
  readonly sentence: string;
}

// What HSDS has and Open Referral UK has not. It is written all the same, since the profile allows fields of others.
const BEYOND_UK: readonly (readonly [string, (service: PublishedService) => boolean])[] = [
  ['a waiting time (wait_time)', (service) => service.couldStart !== null],
  ['telephone numbers or e-mail addresses (contacts.phones, contacts.email, phones)', hasContact],
  ['a currency (cost_options.currency)', (service) => service.costs.some(({ amountPence }) => amountPence !== null)],
  ['an address of several lines (address_2)', (service) => service.places.some(hasSeveralLines)],
  ['the names of its languages (languages.name)', (service) => service.languages.length > 0],
];

/** The losses among some services; add them up with `addLosses`. */
export function lossesOf(services: readonly PublishedService[], format: ExportFormat): Loss[] {
  const count = (test: (service: PublishedService) => boolean) => services.filter(test).length;
  const losses = [
    loss(
      count(isAddressPartial),
      'services have a place whose address is not whole; it is left out, since five parts are required.',
    ),
    loss(
      count(isUnreachable),
      'services have a web or e-mail address that the standard’s validators refuse; it is left out.',
    ),
  ];
  if (format !== 'oruk-3') return losses;
  const beyond = BEYOND_UK.map(([what, test]) =>
    loss(
      count(test),
      `services have ${what}: written as HSDS does, and passed over by readers that know the UK profile alone.`,
    ),
  );
  return [...losses, ...beyond];
}

/** The losses of what is held back. */
export function lossesHeldBack(held: HeldBack): Loss[] {
  return [
    loss(held.unlicensedServices, 'services are not republished, because their feed states no licence.'),
    loss(held.unlistedServices, 'services are not published, because their organisation is not listed.'),
    loss(
      held.ownIdentifiers,
      'services came with an identifier that is no UUID, or that another has; each goes out under one made here.',
    ),
    loss(held.secretAddresses, 'places are secret: only the first half of their postcode is told, in a sentence.'),
    loss(held.contactNames, 'contacts have the name of a person, which is left out.'),
  ];
}

/** Losses of the same sentence as one, in the order in which they were met. */
export function addLosses(losses: readonly Loss[]): Loss[] {
  const sums = new Map<string, number>();
  for (const { count, sentence } of losses) sums.set(sentence, (sums.get(sentence) ?? 0) + count);
  return [...sums].map(([sentence, count]) => ({ count, sentence }));
}

/** The report, line by line. */
export function lossesInWords(losses: readonly Loss[], format: ExportFormat): string[] {
  const real = losses.filter(({ count }) => count > 0);
  const title = `What ${ExportFormat[format]} could not carry`;
  if (real.length === 0) return [`${title}: nothing.`];
  return [`${title}:`, ...real.map(({ count, sentence }) => `${String(count).padStart(8)}  ${sentence}`)];
}

function loss(count: number, sentence: string): Loss {
  return { count, sentence };
}

function hasContact({ contacts, phone }: PublishedService): boolean {
  return phone !== null || contacts.some((contact) => contact.phone !== null || contact.email !== null);
}

function hasSeveralLines({ location }: PublishedService['places'][number]): boolean {
  return location.addressLines.length > 1;
}

function isAddressPartial({ places }: PublishedService): boolean {
  return places.some(({ location }) => hasPartialAddress(location));
}

function isUnreachable({ website, email, contacts }: PublishedService): boolean {
  const emails = [email, ...contacts.map((contact) => contact.email)];
  return (website !== null && openWebsite(website) === null) || emails.some((each) => openEmail(each) !== each);
}
