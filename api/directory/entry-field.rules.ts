// An entry field is one thing that an entry says, as it is written by hand, suggested, and weighed against a feed.
// Whoever keeps the entry decides what it says. column or rows → value → words for people.

import type { ServiceStatus } from './entry.rules.ts';
import { fingerprintOf } from './fingerprint.rules.ts';
import { describeSchedule } from './schedule.rules.ts';
import type { ScheduleEntry } from './schedule.rules.ts';

/** What can be written by hand. An organisation's own details have the first five only. */
export const EntryField = {
  NAME: 'NAME',
  DESCRIPTION: 'DESCRIPTION',
  WEBSITE: 'WEBSITE',
  EMAIL: 'EMAIL',
  PHONE: 'PHONE',
  STATUS: 'STATUS',
  SCHEDULES: 'SCHEDULES',
  FEES: 'FEES',
  COULD_START: 'COULD_START',
  AGES: 'AGES',
  LANGUAGES: 'LANGUAGES',
  AREAS: 'AREAS',
} as const;
export type EntryField = keyof typeof EntryField;

/** Ages in years. Both travel together, since one is only right beside the other. */
export interface Ages {
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/** When a service is open, as it stands in the database. */
export interface KeptSchedule extends ScheduleEntry {
  readonly locationId: string | null;
}

/** What each field holds. */
export interface EntryValues {
  readonly NAME: string;
  readonly DESCRIPTION: string | null;
  readonly WEBSITE: string | null;
  readonly EMAIL: string | null;
  readonly PHONE: string | null;
  readonly STATUS: ServiceStatus;
  readonly SCHEDULES: readonly KeptSchedule[];
  readonly FEES: string | null;
  readonly COULD_START: string | null;
  readonly AGES: Ages | null;
  readonly LANGUAGES: readonly string[];
  readonly AREAS: readonly string[];
}

/** Any value of any field. */
export type EntryValue = EntryValues[EntryField];

/** What some of the fields hold. */
export type SomeValues = { readonly [Field in EntryField]?: EntryValues[Field] };

/** Each field that is given with its value, in the order in which people read them. */
export function fieldsOf(values: SomeValues): readonly (readonly [EntryField, EntryValue])[] {
  return Object.keys(EntryField).flatMap((name) => {
    const field = name as EntryField;
    const value = values[field];
    return value === undefined ? [] : [[field, value] as const];
  });
}

/** The fields of which something else is said than before, with both. */
export function differingFields(
  before: SomeValues,
  after: SomeValues,
): readonly { readonly field: EntryField; readonly value: EntryValue; readonly before: EntryValue }[] {
  return fieldsOf(after).flatMap(([field, value]) => {
    const stood = before[field] ?? null;
    return sorted(stood) === sorted(value) ? [] : [{ field, value, before: stood }];
  });
}

// The database hands the keys of an object back in an order of its own.
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

/** Whether two values say the same to a reader: how they are written, and the order of a list, do not count. */
export function saysTheSame(field: EntryField, one: EntryValue, other: EntryValue): boolean {
  return comparable(field, one).equals(comparable(field, other));
}

function comparable(field: EntryField, value: EntryValue): Buffer {
  return fingerprintOf(field === 'SCHEDULES' ? (value as readonly KeptSchedule[]).map(describeSchedule) : value);
}

/** The name of a field as people read it. */
export const FIELD_LABELS: Readonly<Record<EntryField, string>> = {
  NAME: 'Name',
  DESCRIPTION: 'What it is',
  WEBSITE: 'Website',
  EMAIL: 'E-mail',
  PHONE: 'Telephone',
  STATUS: 'Open or closed',
  SCHEDULES: 'When',
  FEES: 'What it costs',
  COULD_START: 'How soon it can start',
  AGES: 'Ages',
  LANGUAGES: 'Languages',
  AREAS: 'Areas',
};

const STATUS_WORDS: Readonly<Record<ServiceStatus, string>> = {
  ACTIVE: 'Open',
  INACTIVE: 'Not running at present',
  DEFUNCT: 'Closed for good',
  TEMPORARILY_CLOSED: 'Closed for a while',
};

/** A value in words, one line to an item; “Nothing” when it says nothing. */
export function valueInWords(field: EntryField, value: EntryValue): string {
  const words = linesOf(field, value)
    .filter((line) => line !== '')
    .join('\n');
  return words === '' ? 'Nothing' : words;
}

function linesOf(field: EntryField, value: EntryValue): readonly string[] {
  if (value === null) return [];
  switch (field) {
    case 'STATUS':
      return [STATUS_WORDS[value as ServiceStatus]];
    case 'AGES':
      return [agesInWords(value as Ages)];
    case 'LANGUAGES':
    case 'AREAS':
      return [(value as readonly string[]).join(', ')];
    case 'SCHEDULES':
      return (value as readonly KeptSchedule[]).map(describeSchedule);
    default:
      return [value as string];
  }
}

function agesInWords({ minimum, maximum }: Ages): string {
  if (minimum !== null && maximum !== null) return `${minimum} to ${maximum} years`;
  if (minimum !== null) return `${minimum} years or over`;
  return maximum === null ? '' : `Up to ${maximum} years`;
}
