import * as v from 'valibot';

import { words } from '../words/en.ts';
import { dateOf, textOf } from './fields.ts';
import { date, readShape, required, wholeNumber, type Read } from './shape.ts';

const text = words.interpreters.ask;
const kinds = ['SPOKEN', 'BSL', 'SSE', 'TACTILE_BSL', 'DEAFBLIND_MANUAL', 'LIPSPEAKER', 'SPEECH_TO_TEXT'] as const;

const InterpreterForm = v.object({
  interpreter: v.picklist(kinds),
  language: v.string(),
  wantedOn: date(text.wantedOn),
  startsAt: required(text.startsAt),
  minutes: wholeNumber(text.minutes),
  place: v.string(),
  purpose: v.string(),
});

/** Reads which interpreter is wanted, when, where and what for. */
export function readInterpreterForm(form: FormData): Read<v.InferOutput<typeof InterpreterForm>> {
  const texts = ['interpreter', 'language', 'startsAt', 'minutes', 'place', 'purpose'].map((name) => [
    name,
    textOf(form, name),
  ]);
  return readShape(InterpreterForm, { ...Object.fromEntries(texts), wantedOn: dateOf(form, 'wantedOn') });
}
