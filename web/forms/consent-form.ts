import * as v from 'valibot';

import { words } from '../words/en.ts';
import { dateOf, textOf } from './fields.ts';
import { optionalDate, readShape, required, type Read } from './shape.ts';

const text = words.consents;
const namesOf = <T extends object>(names: T) => Object.keys(names) as (keyof T & string)[];

const orNull = v.pipe(
  v.string(),
  v.transform((value) => (value === '' ? null : value)),
);

const ConsentForm = v.object({
  recipient: required(text.form.whoNeed),
  classes: v.pipe(v.array(v.picklist(namesOf(text.classes))), v.minLength(1, text.form.whatNeed)),
  purpose: v.picklist(namesOf(text.purposes), text.form.whyNeed),
  endsOn: optionalDate(text.form.until),
  givenById: required(text.form.giverNeed),
  how: v.picklist(['HERE', ...namesOf(text.form.hows)], text.form.howNeed),
  evidence: orNull,
  witness: orNull,
});

type Filled = v.InferOutput<typeof ConsentForm>;

/** A form as the API takes it: exactly one of the three recipients is named. */
export type ConsentWish = Omit<Filled, 'recipient'> & {
  readonly organisationId: string | null;
  readonly personId: string | null;
  readonly isForProvidersAsked: boolean;
};

/** Reads what somebody allows; `giverId` is who says yes on the spot, null when the form asks who did and how. */
export function readConsentForm(form: FormData, giverId: string | null): Read<ConsentWish> {
  const read = readShape(ConsentForm, {
    recipient: textOf(form, 'recipient'),
    classes: form.getAll('classes'),
    purpose: textOf(form, 'purpose'),
    endsOn: dateOf(form, 'endsOn'),
    givenById: giverId ?? textOf(form, 'givenById'),
    how: giverId === null ? textOf(form, 'how') : 'HERE',
    evidence: textOf(form, 'evidence'),
    witness: textOf(form, 'witness'),
  });
  if (!read.ok) return read;
  const { recipient, ...rest } = read.value;
  const [kind, id = null] = recipient.split(':');
  const named = {
    organisationId: kind === 'organisation' ? id : null,
    personId: kind === 'person' ? id : null,
    isForProvidersAsked: kind === 'asked',
  };
  return { ok: true, value: { ...rest, ...named } };
}
