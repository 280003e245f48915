import * as v from 'valibot';

import { words } from '../words/en.ts';
import { textOf } from './fields.ts';
import { optionalNumber, readShape, type Read } from './shape.ts';
import { weekdays, withNought } from './terms-form.ts';

const text = words.listings.field;

/** Whether a service runs, in the order in which it is asked. */
export const statuses = ['ACTIVE', 'TEMPORARILY_CLOSED', 'INACTIVE', 'DEFUNCT'] as const;

const clock = v.union(
  [
    v.pipe(
      v.literal(''),
      v.transform(() => null),
    ),
    v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  ],
  words.form.shape.time(text.schedules),
);

const Entry = v.object({
  name: v.string(),
  description: v.string(),
  status: v.picklist(statuses),
  phone: v.string(),
  email: v.string(),
  website: v.string(),
  feesDescription: v.string(),
  couldStart: v.string(),
  ages: v.object({ minimum: optionalNumber(text.youngest), maximum: optionalNumber(text.oldest) }),
  languages: v.array(v.string()),
  areas: v.array(v.string()),
  schedules: v.array(
    v.object({ days: v.array(v.picklist(weekdays)), opensAt: clock, closesAt: clock, description: v.string() }),
  ),
});

const EntryForm = v.object({ entry: Entry });

/** An entry as its form holds it; the API cleans it and judges the rest. */
export type EntryDraft = v.InferOutput<typeof EntryForm>;

/** Reads the fields of an entry; problems carry the path that the API uses for the same field. */
export function readEntryForm(form: FormData): Read<EntryDraft> {
  const field = (name: string) => textOf(form, `entry-${name}`);
  return readShape(EntryForm, {
    entry: {
      ...{ name: field('name'), description: field('description'), status: field('status') },
      ...{ phone: field('phone'), email: field('email'), website: field('website') },
      ...{ feesDescription: field('feesDescription'), couldStart: field('couldStart') },
      ages: { minimum: field('ages-minimum'), maximum: field('ages-maximum') },
      languages: listOf(field('languages')),
      areas: listOf(field('areas')),
      schedules: scheduleRows(form),
    },
  });
}

/** The parts of a list that was written with commas or on lines. */
export function listOf(written: string): readonly string[] {
  return written
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function scheduleRows(form: FormData) {
  const rows = [];
  for (let row = 0; form.has(`entry-schedules-${String(row)}-opensAt`); row += 1) {
    const id = `entry-schedules-${String(row)}`;
    rows.push({
      days: form.getAll(`${id}-days`),
      opensAt: withNought(textOf(form, `${id}-opensAt`)),
      closesAt: withNought(textOf(form, `${id}-closesAt`)),
      description: textOf(form, `${id}-description`),
    });
  }
  return rows;
}
