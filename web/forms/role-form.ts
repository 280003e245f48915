import * as v from 'valibot';

import { words } from '../words/en.ts';
import { dateOf, textOf } from './fields.ts';
import { amount, optionalDate, readShape, type Read } from './shape.ts';

const text = words.members;

/** Every role that somebody may have in an organisation. */
export const roles = text.rolesOf.AUTHORITY;

const terms = {
  endsOn: optionalDate(text.until),
  approvalLimit: v.union(
    [
      v.pipe(
        v.literal(''),
        v.transform(() => null),
      ),
      amount(text.limitField),
    ],
    words.form.shape.money(text.limitField),
  ),
};
const TermsForm = v.object(terms);
const RoleForm = v.object({ role: v.picklist(roles, words.form.shape.missing(text.giveField)), ...terms });

function read(form: FormData, prefix: string) {
  return { endsOn: dateOf(form, `${prefix}-endsOn`), approvalLimit: textOf(form, `${prefix}-approvalLimit`) };
}

/** Reads until when a role lasts and its limit; several such forms stand on a page, each with a prefix of its own. */
export function readTermsForm(form: FormData, prefix: string): Read<v.InferOutput<typeof TermsForm>> {
  return readShape(TermsForm, read(form, prefix));
}

/** Reads a role with its terms. */
export function readRoleForm(form: FormData, prefix: string): Read<v.InferOutput<typeof RoleForm>> {
  return readShape(RoleForm, { role: textOf(form, `${prefix}-role`), ...read(form, prefix) });
}
