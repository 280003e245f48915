import * as v from 'valibot';

import { words } from '../words/en.ts';
import type { FieldProblem } from './use-act.ts';

/** A form that could be read, or what is missing from its shape; whether it is allowed is the API's to say. */
export type Read<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Reads a form's values by their shape and gathers every problem with its field. */
export function readShape<Schema extends v.GenericSchema>(
  schema: Schema,
  values: unknown,
): Read<v.InferOutput<Schema>> {
  const result = v.safeParse(schema, values);
  if (result.success) return { ok: true, value: result.output };
  const problems = result.issues.map((issue) => ({
    message: issue.message,
    field: issue.path?.map((step) => String(step.key)) ?? null,
  }));
  return { ok: false, problems };
}

/** Text that has to be there. */
export function required(message: string) {
  return v.pipe(v.string(message), v.nonEmpty(message));
}

/** A day as YYYY-MM-DD that exists in the calendar. */
export function date(what: string) {
  const message = words.form.shape.date(what);
  return v.pipe(v.string(message), v.isoDate(message), v.check(isRealDay, message));
}

/** A day, or null when the fields were left empty. */
export function optionalDate(what: string) {
  return v.union(
    [
      v.pipe(
        v.literal(''),
        v.transform(() => null),
      ),
      date(what),
    ],
    words.form.shape.date(what),
  );
}

/** A whole number. */
export function wholeNumber(what: string) {
  const message = words.form.shape.number(what);
  return v.pipe(v.string(message), v.regex(/^\d{1,6}$/, message), v.transform(Number));
}

/** A whole number, or null when left empty. */
export function optionalNumber(what: string) {
  return v.union(
    [
      v.pipe(
        v.literal(''),
        v.transform(() => null),
      ),
      wholeNumber(what),
    ],
    words.form.shape.number(what),
  );
}

/** Pounds with at most two places, without a pound sign or commas. */
export function amount(what: string) {
  const message = words.form.shape.money(what);
  return v.pipe(
    v.string(message),
    v.transform((value) => value.replace(/[£,\s]/g, '')),
    v.regex(/^\d{1,7}(\.\d{1,2})?$/, message),
  );
}

function isRealDay(value: string): boolean {
  const found = new Date(`${value}T12:00:00Z`);
  return !Number.isNaN(found.getTime()) && found.toISOString().startsWith(value);
}
