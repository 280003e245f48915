// Every feed is brought into one form, Open Referral UK v3 with the parts of HSDS, before its entries are read.
// The feed's own form decides how. Raw row of any kind → raw row in the standard form, for the rules of the entry.

import { isRaw } from './repair.rules.ts';
import type { Note, Raw } from './repair.rules.ts';

/** Brings one raw row into the standard form; what the row lost on the way is noted. */
export type Convert = (row: Raw, note: Note) => Raw;

/** The form that a plain reader takes: telephone numbers, contacts and hours given for a place are the service's too. */
export const fromStandard: Convert = (row) => {
  const placed = objectsOf(row['service_at_locations']);
  const holders = placed.flatMap((each) => {
    const location = isRaw(each['location']) ? each['location'] : {};
    const locationId = location['id'] ?? each['location_id'];
    return [each, location].map((holder) => ({ holder, locationId }));
  });
  const gathered = (part: string) => holders.flatMap(({ holder }) => objectsOf(holder[part]));
  const schedules = holders.flatMap(({ holder, locationId }) =>
    objectsOf(holder['schedules']).map((schedule) => ({ ...schedule, location_id: locationId })),
  );
  return {
    ...row,
    ...added(row, 'phones', gathered('phones')),
    ...added(row, 'contacts', gathered('contacts')),
    ...withoutClosedDays(added(row, 'schedules', schedules)['schedules'] ?? row['schedules']),
  };
};

/** Schedules without the days that stand there without hours among others of the place that have some: then it is closed. */
function withoutClosedDays(schedules: unknown): Raw {
  if (!Array.isArray(schedules)) return {};
  const placesWithHours = new Set(objectsOf(schedules).filter(saysWhen).map(placeOf));
  const isClosed = (schedule: Raw) => !saysWhen(schedule) && placesWithHours.has(placeOf(schedule));
  return { schedules: schedules.filter((schedule) => !isRaw(schedule) || !isClosed(schedule)) };
}

function saysWhen(schedule: Raw): boolean {
  const said = filled(schedule);
  const isMore = ['opens_at', 'closes_at', 'description', 'notes', 'dtstart', 'valid_from', 'bymonthday'].some(
    (field) => said[field] !== undefined,
  );
  return isMore || said['byday'] === undefined || /^monthly$/i.test(String(said['freq']));
}

/** The objects in a list; nothing when it is no list. */
export function objectsOf(value: unknown): Raw[] {
  return Array.isArray(value) ? value.filter(isRaw) : [];
}

/** The object without the fields that are null, empty or not there. */
export function filled(raw: Raw): Raw {
  return Object.fromEntries(
    Object.entries(raw).filter(([, value]) => value !== '' && value !== null && value !== undefined),
  );
}

/**
 * Opening hours by the week as few schedules as say the same: days with equal hours together. Days that stand there without
 * hours, among others that have some, are days on which it is closed, and are left out.
 */
export function weekly(schedules: readonly Raw[]): Raw[] {
  const isOpen = (schedule: Raw) =>
    ['opens_at', 'closes_at', 'description', 'notes'].some((field) => filled(schedule)[field] !== undefined);
  const placesWithHours = new Set(schedules.filter(isOpen).map(placeOf));
  const together = new Map<string, { readonly schedule: Raw; readonly days: unknown[] }>();
  for (const schedule of schedules) {
    const { weekday, byday, id, ...rest } = filled(schedule);
    const day = byday ?? weekday;
    if (day !== undefined && !isOpen(schedule) && placesWithHours.has(placeOf(schedule))) continue;
    const key = JSON.stringify([rest, /\d/.test(String(byday ?? '')) ? id : null, day === undefined ? id : null]);
    const earlier = together.get(key);
    if (earlier) earlier.days.push(day);
    else together.set(key, { schedule: { id, ...rest }, days: day === undefined ? [] : [day] });
  }
  return [...together.values()].map(({ schedule, days }) =>
    days.length === 0 ? schedule : { ...schedule, byday: days.length === 1 ? days[0] : [...new Set(days)].join(',') },
  );
}

function placeOf(schedule: Raw): unknown {
  return schedule['service_at_location_id'] ?? schedule['location_id'] ?? null;
}

/** The row's own list with what was found elsewhere, each thing once; the row's own words when nothing was found. */
function added(row: Raw, part: string, found: readonly Raw[]): Raw {
  if (found.length === 0) return {};
  const all = [...objectsOf(row[part]), ...found];
  const keyOf = (each: Raw) => String(each['id'] ?? JSON.stringify(each));
  const unique = new Map<string, Raw>();
  for (const each of all) unique.set(keyOf(each), { ...unique.get(keyOf(each)), ...each });
  return { [part]: [...unique.values()] };
}
