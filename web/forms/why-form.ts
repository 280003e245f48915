import * as v from 'valibot';

import { words } from '../words/en.ts';
import { textOf } from './fields.ts';
import { readShape, required, type Read } from './shape.ts';

const text = words.choose.why;

const WhyForm = v.object({
  reasons: required(text.needReasons),
  isFirstPreference: v.pipe(
    v.picklist(['yes', 'no'], text.needFirst),
    v.transform((answer) => answer === 'yes'),
  ),
  supportGiven: v.pipe(
    v.string(),
    v.transform((value) => (value === '' ? null : value)),
  ),
});

/** Reads the form that says why an option was chosen. */
export function readWhyForm(form: FormData): Read<v.InferOutput<typeof WhyForm>> {
  return readShape(WhyForm, {
    reasons: textOf(form, 'reasons'),
    isFirstPreference: textOf(form, 'isFirstPreference'),
    supportGiven: textOf(form, 'supportGiven'),
  });
}
