import * as v from 'valibot';

import { words } from '../words/en.ts';
import { dateOf, textOf } from './fields.ts';
import { readRoleForm } from './role-form.ts';
import { optionalDate, readShape, required, type Read } from './shape.ts';

const text = words.invitations;
const { missing } = words.form.shape;

const who = { name: required(missing(text.name)), email: v.string() };
const WhoForm = v.object(who);
const CircleInvitation = v.object({
  ...who,
  relation: required(missing(text.relation)),
  maySee: v.array(v.picklist(['APPOINTMENTS', 'PLAN', 'BUDGET', 'AGREEMENTS'])),
  mayDo: v.picklist(['VIEW', 'SUGGEST'], missing(text.do)),
  endsOn: optionalDate(words.members.until),
});

/** The prefix of the fields of the role in the form that invites a member. */
export const ROLE_FIELDS = 'invite';

/** Reads whom to invite into an organisation, and as what. */
export function readMemberInvitation(form: FormData) {
  const person = readShape(WhoForm, { name: textOf(form, 'name'), email: textOf(form, 'email') });
  const role = readRoleForm(form, ROLE_FIELDS);
  if (person.ok && role.ok) {
    const value = { ...role.value, name: person.value.name, email: person.value.email || null };
    return { ok: true, value } as const;
  }
  return { ok: false, problems: [person, role].flatMap((each) => (each.ok ? [] : each.problems)) } as const;
}

/** Reads whom to invite into a circle, and what they would see and do. */
export function readCircleInvitation(form: FormData): Read<v.InferOutput<typeof CircleInvitation>> {
  return readShape(CircleInvitation, {
    name: textOf(form, 'name'),
    email: textOf(form, 'email'),
    relation: textOf(form, 'relation'),
    maySee: form.getAll('maySee'),
    mayDo: textOf(form, 'mayDo'),
    endsOn: dateOf(form, 'endsOn'),
  });
}
