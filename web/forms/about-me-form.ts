import * as v from 'valibot';

import { words } from '../words/en.ts';
import { textOf } from './fields.ts';
import { readShape, required, type Read } from './shape.ts';

const text = words.aboutMe;
const { communication } = text;

const orNull = v.pipe(
  v.string(),
  v.transform((value) => (value === '' ? null : value)),
);

const SayForm = v.object({
  words: required(text.say.need),
  spokenById: required(text.say.whoNeed),
  helpedBy: orNull,
});

/** Reads the form that adds to About Me; `speakerId` is who spoke, null when the form asks. */
export function readSayForm(form: FormData, speakerId: string | null): Read<v.InferOutput<typeof SayForm>> {
  return readShape(SayForm, {
    words: textOf(form, 'words'),
    spokenById: speakerId ?? textOf(form, 'spokenById'),
    helpedBy: textOf(form, 'helpedBy'),
  });
}

const anyOf = <const T extends Readonly<Record<string, string>>>(names: T) =>
  v.array(v.picklist(Object.keys(names) as (keyof T & string)[]));

const CommunicationForm = v.object({
  spokenById: required(text.say.whoNeed),
  lettersLanguage: v.picklist(['ENGLISH', 'WELSH']),
  interpreter: v.union([
    v.pipe(
      v.literal(''),
      v.transform(() => null),
    ),
    v.picklist(Object.keys(communication.interpreters) as (keyof typeof communication.interpreters)[]),
  ]),
  formats: anyOf(communication.formatNames),
  contactBy: anyOf(communication.ways),
  neverBy: anyOf(communication.ways),
  ...{ pronouns: orNull, noun: orNull, spokenLanguage: orNull, interpreterNote: orNull },
  ...{ bestTimes: orNull, saysYes: orNull, saysNo: orNull, needsTime: orNull, uses: orNull },
});

/** Reads the form that says how somebody communicates; `speakerId` is who says so, null when the form asks. */
export function readCommunicationForm(
  form: FormData,
  speakerId: string | null,
): Read<v.InferOutput<typeof CommunicationForm>> {
  const lists = Object.fromEntries(['formats', 'contactBy', 'neverBy'].map((name) => [name, form.getAll(name)]));
  const lines = Object.fromEntries(
    Object.keys(CommunicationForm.entries)
      .filter((name) => !(name in lists))
      .map((name) => [name, textOf(form, name)]),
  );
  return readShape(CommunicationForm, { ...lines, ...lists, spokenById: speakerId ?? textOf(form, 'spokenById') });
}
