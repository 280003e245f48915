import * as v from 'valibot';

import { words } from '../words/en.ts';
import { textOf } from './fields.ts';
import { amount, readShape, required, type Read } from './shape.ts';

const text = words.choose.own;

/** The parts of an own idea that are told in words, in the order they are asked. */
export const ownIdeaParts = [
  'summary',
  'when',
  'gettingThere',
  'couldStart',
  'thingsToThinkAbout',
  'ifItFallsThrough',
] as const;

const optional = v.pipe(
  v.string(),
  v.transform((value) => (value === '' ? null : value)),
);

const OwnIdea = v.object({
  name: required(text.needName),
  summary: optional,
  weeklyCost: v.union(
    [
      v.pipe(
        v.literal(''),
        v.transform(() => null),
      ),
      amount(text.costField),
    ],
    words.form.shape.money(text.costField),
  ),
  when: optional,
  gettingThere: optional,
  couldStart: optional,
  thingsToThinkAbout: optional,
  ifItFallsThrough: optional,
});

const OwnIdeaForm = v.object({ own: OwnIdea });

/** Reads the form that puts forward an idea of one's own; what was left empty is not known. */
export function readOwnIdeaForm(form: FormData): Read<v.InferOutput<typeof OwnIdeaForm>> {
  const field = (name: string) => textOf(form, `own-${name}`);
  return readShape(OwnIdeaForm, {
    own: {
      name: field('name'),
      weeklyCost: field('weeklyCost'),
      ...Object.fromEntries(ownIdeaParts.map((part) => [part, field(part)])),
    },
  });
}
