// What an entry of a feed says of registrations: identifiers with their scheme, and the columns of a regulator's own register.
// The feed decides what it says; what it does not say is not known. Raw organisation or service → registrations told.

import { dayOf } from './moment.rules.ts';
import { REGULATORS, RegistrationStatus, RegulatedActivity } from './registration.rules.ts';
import type { Regulator } from './registration.rules.ts';
import { rawList } from './repair.rules.ts';
import type { Note, Raw } from './repair.rules.ts';
import { lineOf } from './text.rules.ts';

/** One registration as a feed tells it. */
export interface RegistrationEntry {
  readonly regulator: Regulator;
  readonly identifier: string;
  readonly status: RegistrationStatus;
  readonly activities: readonly RegulatedActivity[];
  readonly rating: string | null;
  readonly ratedOn: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

const MOST = 20;

// The codes of org-id.guide; CQC has none there, so the codes are those that feeds use.
const SCHEMES: Readonly<Record<string, Regulator>> = {
  'GB-CHC': 'CHARITY_COMMISSION',
  'GB-COH': 'COMPANIES_HOUSE',
  'GB-CQC': 'CQC',
  'GB-CQC-LOC': 'CQC',
  'GB-CQC-PRO': 'CQC',
  'GB-CIW': 'CIW',
  'GB-CIS': 'CIS',
  'GB-NIC': 'CCNI',
  'GB-OFSTED': 'OFSTED',
  'GB-RQIA': 'RQIA',
  'GB-SC': 'OSCR',
};

const WORDS: readonly (readonly [RegExp, Regulator])[] = [
  [/\bcqc\b|care quality commission/i, 'CQC'],
  [/\bciw\b|care inspectorate wales|arolygiaeth gofal cymru/i, 'CIW'],
  [/\bcis\b|care inspectorate/i, 'CIS'],
  [/\brqia\b|regulation and quality improvement/i, 'RQIA'],
  [/\bofsted\b/i, 'OFSTED'],
  [/\boscr\b|scottish charit/i, 'OSCR'],
  [/\bccni\b|charit.*northern ireland/i, 'CCNI'],
  [/\bcharit/i, 'CHARITY_COMMISSION'],
  [/compan(?:y|ies)/i, 'COMPANIES_HOUSE'],
];

const STATUSES: readonly (readonly [RegExp, RegistrationStatus])[] = [
  [/^(?:active|registered|open)$/i, 'ACTIVE'],
  [/^dormant$/i, 'DORMANT'],
  [/^suspended$/i, 'SUSPENDED'],
  [/^(?:deregistered|inactive|removed|cancelled|closed|dissolved)$/i, 'DEREGISTERED'],
];

// Regulated activities by their legal names, then service types that cannot be given without one.
const ACTIVITIES: readonly (readonly [RegExp, readonly RegulatedActivity[]])[] = [
  [/^personal care$|homecare|home care agenc|domiciliary care|supported living|extra care housing/i, ['PERSONAL_CARE']],
  [/nursing homes?$|care home (?:service )?with nursing/i, ['ACCOMMODATION_WITH_CARE', 'NURSING_CARE']],
  [/accommodation for persons|residential homes?|care home/i, ['ACCOMMODATION_WITH_CARE']],
  [/^nursing care$/i, ['NURSING_CARE']],
];

/** Reads what an organisation or a service says of its registrations; what names no known register is left out. */
export function readRegistrations(raw: Raw, note: Note): RegistrationEntry[] {
  const told = [...rawList(raw['registrations'], note), ...rawList(raw['organization_identifiers'], note)];
  const entries = told.slice(0, MOST).map((each) => readRegistration(each, note));
  const unique = new Map<string, RegistrationEntry>();
  for (const entry of entries.filter((each) => each !== null)) {
    const key = `${entry.regulator} ${entry.identifier}`;
    if (!unique.has(key)) unique.set(key, entry);
  }
  return [...unique.values()];
}

/** The regulated activities that these words stand for, each once; words of other things stand for OTHER. */
export function activitiesOf(words: readonly string[]): RegulatedActivity[] {
  const found = words.flatMap((word): readonly RegulatedActivity[] => {
    const known = ACTIVITIES.find(([pattern]) => pattern.test(word.trim()));
    return known ? known[1] : [RegulatedActivity.OTHER];
  });
  return [...new Set(found)].sort();
}

function readRegistration(raw: Raw, note: Note): RegistrationEntry | null {
  const regulator = regulatorOf(raw, note);
  const identifier = lineOf(raw['identifier'], note, 100);
  if (regulator === null || identifier === null) return null;
  const rating = lineOf(raw['rating'], note, 100);
  const startsOn = dayOf(raw['starts_on'], note);
  const endsOn = dayOf(raw['ends_on'], note);
  return {
    regulator,
    identifier,
    status: statusOf(lineOf(raw['status'], note, 100)),
    activities: activitiesOf(wordsOf(raw['activities'])),
    rating: rating === null ? null : sentenceCased(rating),
    ratedOn: rating === null ? null : dayOf(raw['rated_on'], note),
    startsOn,
    endsOn: startsOn !== null && endsOn !== null && endsOn < startsOn ? null : endsOn,
  };
}

function regulatorOf(raw: Raw, note: Note): Regulator | null {
  const named = raw['regulator'];
  if (typeof named === 'string' && named in REGULATORS) return named as Regulator;
  const scheme = lineOf(raw['identifier_scheme'], note, 100) ?? '';
  const type = lineOf(raw['identifier_type'], note, 100) ?? '';
  const known = SCHEMES[scheme.toUpperCase()];
  return known ?? WORDS.find(([pattern]) => pattern.test(`${scheme} ${type}`))?.[1] ?? null;
}

/** An identifier alone does not say whether the registration still stands. */
function statusOf(word: string | null): RegistrationStatus {
  return STATUSES.find(([pattern]) => pattern.test(word ?? ''))?.[1] ?? RegistrationStatus.UNKNOWN;
}

function wordsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}

function sentenceCased(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}
