// A contact is whom to ask about a service. What belongs to a named person is kept, but is not shown.
// The importer decides what is public. Raw contacts → one entry for each telephone number or mailbox.

import { emailOf } from './address.rules.ts';
import { phonesOf } from './phone.rules.ts';
import type { Phone } from './phone.rules.ts';
import { rawList } from './repair.rules.ts';
import type { Note, Raw } from './repair.rules.ts';
import { lineOf } from './text.rules.ts';

/** Whom to ask. */
export interface ContactEntry {
  readonly name: string | null;
  readonly title: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly phoneExtension: string | null;
  readonly phoneDescription: string | null;
  readonly isPublic: boolean;
}

// Mailboxes of companies that give them to private people.
const PRIVATE_MAILBOX =
  /@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|aol|btinternet|sky|talktalk|virginmedia|ntlworld|protonmail|proton)\./i;
// What one person does for a group, as a rule from home.
const ROLE_OF_ONE =
  /\b(?:chair(?:man|woman|person)?|secretary|treasurer|trustee|co-?ordinator|organis?er|leader|manager|minister|vicar|volunteer|founder|owner|childminder)\b/i;

/** The contacts of a service, and the telephone numbers that it gives without one. */
export function readContacts(row: Raw, note: Note): ContactEntry[] {
  const contacts = rawList(row['contacts'], note).flatMap((raw) => readContact(raw, note));
  const direct = rawList(row['phones'], note).flatMap((raw) => readPhones(raw, note));
  const nobody = { name: null, title: null, email: null };
  return unique([...contacts, ...direct.map((phone) => contactOf(nobody, phone, true))]).slice(0, 50);
}

/**
 * The entries of one contact. A mobile or private mailbox of a person stands apart from what may be shown, unless the feed
 * marks the contact as public; a contact that the feed marks as personal is not shown at all.
 */
function readContact(raw: Raw, note: Note): ContactEntry[] {
  const person = { name: lineOf(raw['name'], note), title: lineOf(raw['title'], note) };
  const email = emailOf(raw['email'], note);
  const phones = rawList(raw['phones'], note).flatMap((phone) => readPhones(phone, note));
  const isPerson = person.name !== null || ROLE_OF_ONE.test(person.title ?? '');
  if (raw['is_public'] === true || raw['is_public'] === false || !isPerson)
    return entriesOf(person, email, phones, raw['is_public'] !== false);

  const isOwn = (phone: Phone) => isPersonal(null, phone.number);
  const isOwnEmail = isPersonal(email, null);
  const own = entriesOf({ ...person }, isOwnEmail ? email : null, phones.filter(isOwn), false);
  const shown = entriesOf(
    person,
    isOwnEmail ? null : email,
    phones.filter((phone) => !isOwn(phone)),
    true,
  );
  return shown.some((entry) => entry.phone !== null || entry.email !== null) || own.length === 0
    ? [...shown, ...own]
    : own;
}

function entriesOf(
  person: Pick<ContactEntry, 'name' | 'title'>,
  email: string | null,
  phones: readonly Phone[],
  isPublic: boolean,
): ContactEntry[] {
  const contacts = phones.map((phone) => contactOf({ ...person, email }, phone, isPublic));
  const isNamedAlone = isPublic && person.name !== null;
  if (contacts.length === 0 && (email !== null || isNamedAlone))
    return [contactOf({ ...person, email }, null, isPublic)];
  return contacts;
}

/** Whether a mailbox or a telephone number is of the kind that people have for themselves. */
export function isPersonal(email: string | null, phone: string | null): boolean {
  return phone?.startsWith('07') === true || PRIVATE_MAILBOX.test(email ?? '');
}

/** A number, whose area code some tables keep in a column of its own. */
function readPhones(raw: Raw, note: Note): Phone[] {
  const extension = lineOf(raw['extension'], note, 20);
  const description = lineOf(raw['description'], note);
  const area = lineOf(raw['area_code'], note, 10);
  const number = lineOf(raw['number'], () => undefined, 400);
  const isWhole = area === null || number === null || /(?:\d\D*){9}/.test(number);
  return phonesOf(
    isWhole ? raw['number'] : `${area.length === 3 && !area.startsWith('0') ? `(${area})` : area} ${number}`,
    note,
  ).map((phone) => ({
    number: phone.number,
    extension: phone.extension ?? extension,
    description: phone.description ?? description,
  }));
}

function contactOf(
  person: Pick<ContactEntry, 'name' | 'title' | 'email'>,
  phone: Phone | null,
  isPublic: boolean,
): ContactEntry {
  return {
    ...person,
    phone: phone?.number ?? null,
    phoneExtension: phone?.extension ?? null,
    phoneDescription: phone?.description ?? null,
    isPublic,
  };
}

function unique(contacts: readonly ContactEntry[]): ContactEntry[] {
  return [...new Map(contacts.map((contact) => [JSON.stringify(contact), contact])).values()];
}
