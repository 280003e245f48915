import * as v from 'valibot';

import { words } from '../words/en.ts';
import { dateOf, textOf } from './fields.ts';
import { optionalDate, optionalNumber, readShape, type Read } from './shape.ts';

const parts = ['APPOINTMENTS', 'PLAN', 'BUDGET', 'AGREEMENTS'] as const;

const kinds = ['FAMILY', 'FRIEND', 'CARER', 'ADVOCATE', 'INTERPRETER', 'PROFESSIONAL', 'OTHER'] as const;

const CircleForm = v.object({
  kind: v.picklist(kinds),
  maySee: v.array(v.picklist(parts)),
  mayDo: v.picklist(['VIEW', 'SUGGEST', 'COMMIT']),
  endsOn: optionalDate(words.circle.until),
});

/** Reads what somebody may see and do; each form of the page has its member's id before the names of its fields. */
export function readCircleForm(form: FormData, memberId: string): Read<v.InferOutput<typeof CircleForm>> {
  return readShape(CircleForm, {
    kind: textOf(form, `${memberId}-kind`),
    maySee: form.getAll(`${memberId}-maySee`),
    mayDo: textOf(form, `${memberId}-mayDo`),
    endsOn: dateOf(form, `${memberId}-endsOn`),
  });
}

const SupportForm = v.object({
  answer: v.picklist(['NO', 'UP_TO'], words.circle.support.choose),
  hoursAWeek: optionalNumber(words.circle.support.hours),
  words: v.string(),
});

/** Reads how much support somebody says they can give. */
export function readSupportForm(form: FormData): Read<v.InferOutput<typeof SupportForm>> {
  const [answer, hoursAWeek, said] = ['answer', 'hoursAWeek', 'words'].map((name) => textOf(form, name));
  return readShape(SupportForm, { answer, hoursAWeek, words: said });
}
