import * as v from 'valibot';

import { words } from '../words/en.ts';
import { textOf } from './fields.ts';
import { readShape, required, type Read } from './shape.ts';

const text = words.agreement.signPage;

const SignForm = v.object({
  method: v.picklist(['TYPED', 'WITNESSED']),
  typedName: required(text.needName),
  hasRead: v.pipe(
    v.literal('yes', text.needTick),
    v.transform(() => true),
  ),
});

/** Reads the form that signs an agreement. */
export function readSignForm(form: FormData): Read<v.InferOutput<typeof SignForm>> {
  return readShape(SignForm, {
    method: textOf(form, 'method') === 'WITNESSED' ? 'WITNESSED' : 'TYPED',
    typedName: textOf(form, 'typedName'),
    hasRead: textOf(form, 'hasRead'),
  });
}
