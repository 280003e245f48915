// A contact is whom to ask about a service. What belongs to a named person is kept, but is not shown.
// The importer decides what is public. Raw contacts → one entry for each telephone number or mailbox.

import { emailOf, phonesOf } from './address.rules.ts';
import type { Phone } from './address.rules.ts';
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

// Mailboxes of companies that give them to private people; a group's own address is seldom there under a person's name.
const PRIVATE_MAILBOX = /@(?:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|aol|btinternet|sky)\./i;

/** The contacts of a service, and the telephone numbers that it gives without one. */
export function readContacts(row: Raw, note: Note): ContactEntry[] {
  const contacts = rawList(row['contacts'], note).flatMap((raw) => readContact(raw, note));
  const direct = rawList(row['phones'], note).flatMap((raw) => readPhones(raw, note));
  const nobody = { name: null, title: null, email: null };
  return unique([...contacts, ...direct.map((phone) => contactOf(nobody, phone))]).slice(0, 50);
}

function readContact(raw: Raw, note: Note): ContactEntry[] {
  const person = {
    name: lineOf(raw['name'], note),
    title: lineOf(raw['title'], note),
    email: emailOf(raw['email'], note),
  };
  const phones = rawList(raw['phones'], note).flatMap((phone) => readPhones(phone, note));
  const isHidden = raw['is_public'] === false;
  const contacts = phones.map((phone) => contactOf(person, phone));
  if (contacts.length === 0 && (person.email !== null || person.name !== null)) contacts.push(contactOf(person, null));
  return isHidden ? contacts.map((contact) => ({ ...contact, isPublic: false })) : contacts;
}

/** Whether a mailbox or a telephone number is of the kind that people have for themselves. */
export function isPersonal(email: string | null, phone: string | null): boolean {
  return phone?.startsWith('07') === true || PRIVATE_MAILBOX.test(email ?? '');
}

function readPhones(raw: Raw, note: Note): Phone[] {
  const extension = lineOf(raw['extension'], note, 20);
  const description = lineOf(raw['description'], note);
  return phonesOf(raw['number'], note).map((phone) => ({
    number: phone.number,
    extension: phone.extension ?? extension,
    description: phone.description ?? description,
  }));
}

function contactOf(person: Pick<ContactEntry, 'name' | 'title' | 'email'>, phone: Phone | null): ContactEntry {
  const isOwn = isPersonal(person.email, phone?.number ?? null);
  return {
    ...person,
    phone: phone?.number ?? null,
    phoneExtension: phone?.extension ?? null,
    phoneDescription: phone?.description ?? null,
    isPublic: person.name === null || !isOwn,
  };
}

function unique(contacts: readonly ContactEntry[]): ContactEntry[] {
  return [...new Map(contacts.map((contact) => [JSON.stringify(contact), contact])).values()];
}
