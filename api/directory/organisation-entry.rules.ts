// The organisation behind an entry of a feed.
// The feed decides who it is, never what it may do here. Raw organisation → entry | null when it has no name.

import type { OrganisationKind } from '../common/viewer.ts';
import { emailOf, websiteOf } from './address.rules.ts';
import { exactFingerprintOf } from './fingerprint.rules.ts';
import { readRegistrations } from './registration-entry.rules.ts';
import type { RegistrationEntry } from './registration-entry.rules.ts';
import { phonesOf } from './phone.rules.ts';
import { rawList } from './repair.rules.ts';
import type { Note, Raw } from './repair.rules.ts';
import { kindOfTerms, readTerms } from './term.rules.ts';
import { lineOf, textOf } from './text.rules.ts';

/** One organisation of a feed. */
export interface OrganisationEntry {
  readonly externalId: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly description: string | null;
  readonly website: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly registrations: readonly RegistrationEntry[];
}

/** Reads an organisation; `kindOfService` is what its service says, which its own word overrules. */
export function readOrganisation(
  raw: Raw,
  note: Note,
  kindOfService: OrganisationKind | null = null,
): OrganisationEntry | null {
  const name = lineOf(raw['name'], note);
  if (name === null) return null;

  const id = lineOf(raw['id'], note);
  if (id === null) note('ID_MISSING');
  const phone = rawList(raw['phones'], note).flatMap((each) => phonesOf(each['number'], note))[0];
  return {
    externalId: id ?? `made-${exactFingerprintOf(name.toLowerCase()).toString('hex').slice(0, 32)}`,
    name,
    kind: kindOfTerms(readTerms(raw['attributes'], note)) ?? kindOfService ?? 'UNSORTED',
    description: textOf(raw['description'], note),
    website: websiteOf(raw['website'] ?? raw['uri'], note),
    email: emailOf(raw['email'], note),
    phone: phone?.number ?? null,
    registrations: readRegistrations(raw, note),
  };
}
