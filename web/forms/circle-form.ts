import * as v from 'valibot';

import { words } from '../words/en.ts';
import { dateOf, textOf } from './fields.ts';
import { optionalDate, readShape, type Read } from './shape.ts';

const parts = ['APPOINTMENTS', 'PLAN', 'BUDGET', 'AGREEMENTS'] as const;

const CircleForm = v.object({
  maySee: v.array(v.picklist(parts)),
  mayDo: v.picklist(['VIEW', 'SUGGEST', 'COMMIT']),
  endsOn: optionalDate(words.circle.until),
});

/** Reads what somebody may see and do; each form of the page has its member's id before the names of its fields. */
export function readCircleForm(form: FormData, memberId: string): Read<v.InferOutput<typeof CircleForm>> {
  return readShape(CircleForm, {
    maySee: form.getAll(`${memberId}-maySee`),
    mayDo: textOf(form, `${memberId}-mayDo`),
    endsOn: dateOf(form, `${memberId}-endsOn`),
  });
}
