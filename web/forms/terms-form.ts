import * as v from 'valibot';

import { words } from '../words/en.ts';
import { dateOf, textOf } from './fields.ts';
import { amount, date, optionalDate, readShape, required, wholeNumber, type Read } from './shape.ts';

const { shape, term, terms: label } = words.form;

/** The days a visit may fall on, in the order of the week. */
export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

/** What a price may be for. */
export const units = ['HOUR', 'VISIT', 'SESSION', 'DAY', 'WEEK'] as const;

/** The names of the terms, in the order they are read. */
export const termNames = [
  'SUPPORT',
  'PLACE',
  'WHEN',
  'PRICE',
  'START',
  'END',
  'NOTICE',
  'CANCELLATION',
  'WORKER_ABSENCE',
] as const;

/** The name of one term. */
export type TermName = (typeof termNames)[number];

const time = /^([01]\d|2[0-3]):[0-5]\d$/;

const VisitRow = v.object({
  weekday: v.picklist(['', ...weekdays]),
  startsAt: v.string(),
  endsAt: v.string(),
});

const Visits = v.pipe(
  v.array(VisitRow),
  v.transform((rows) => rows.flatMap(({ weekday, ...times }) => (weekday === '' ? [] : [{ weekday, ...times }]))),
  v.minLength(1, shape.visits),
  v.check((rows) => rows.every((row) => time.test(row.startsAt) && time.test(row.endsAt)), shape.time(term.WHEN)),
);

const Terms = v.object({
  support: required(shape.missing(term.SUPPORT)),
  place: required(shape.missing(term.PLACE)),
  visits: Visits,
  rate: amount(label.rate),
  unit: v.picklist(units),
  startsOn: date(label.startsOn),
  endsOn: optionalDate(label.endsOn),
  noticeDays: wholeNumber(label.noticeDays),
  cancellation: required(shape.missing(term.CANCELLATION)),
  ifWorkerCannotCome: required(shape.missing(term.WORKER_ABSENCE)),
});

/** Terms as a form holds them once they have the right shape. */
export type TermsDraft = v.InferOutput<typeof Terms>;

/** The same before anything was filled in: every part may be missing. */
export type TermsStart = Partial<TermsDraft>;

const TermsForm = v.object({ terms: Terms });

/** Reads the fields of a terms form; problems carry the path that the API uses for the same field. */
export function readTermsForm(form: FormData): Read<{ readonly terms: TermsDraft }> {
  const field = (name: string) => textOf(form, `terms-${name}`);
  return readShape(TermsForm, {
    terms: {
      support: field('support'),
      place: field('place'),
      visits: visitRows(form),
      rate: field('rate'),
      unit: field('unit'),
      startsOn: dateOf(form, 'terms-startsOn'),
      endsOn: dateOf(form, 'terms-endsOn'),
      noticeDays: field('noticeDays'),
      cancellation: field('cancellation'),
      ifWorkerCannotCome: field('ifWorkerCannotCome'),
    },
  });
}

/** The reasons that were given, term by term; terms without one are left out. */
export function readReasons(form: FormData): readonly { readonly term: TermName; readonly reason: string }[] {
  return termNames.flatMap((name) => {
    const reason = textOf(form, `reason-${name}`);
    return reason === '' ? [] : [{ term: name, reason }];
  });
}

function visitRows(form: FormData) {
  const rows = [];
  for (let row = 0; form.has(`terms-visits-${String(row)}-weekday`); row += 1) {
    const field = (name: string) => textOf(form, `terms-visits-${String(row)}-${name}`);
    rows.push({
      weekday: field('weekday'),
      startsAt: withNought(field('startsAt')),
      endsAt: withNought(field('endsAt')),
    });
  }
  return rows;
}

/** "9:00" is as good as "09:00". */
export function withNought(clock: string): string {
  return /^\d:\d\d$/.test(clock) ? `0${clock}` : clock;
}
