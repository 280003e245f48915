// A published contact is a desk, a mailbox or a number, never a person's name: nobody agreed to be named in a feed.
// The importer decided what is public. Public contacts → the standard's contacts, and the phones that belong to nobody.

import { filled, madeId, openEmail } from './open-value.rules.ts';
import type { OpenRecord } from './open-value.rules.ts';

/** A contact as the directory publishes it. */
export interface PublishedContact {
  readonly title: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly phoneExtension: string | null;
  readonly phoneDescription: string | null;
}

interface Reachable {
  readonly id: string;
  readonly phone: string | null;
  readonly contacts: readonly PublishedContact[];
}

/** The contacts that have a title or a mailbox and can be reached, each once with all its numbers. */
export function openContacts(service: Reachable): OpenRecord[] {
  const groups = new Map<string, PublishedContact[]>();
  for (const contact of service.contacts.filter(isSomebody)) {
    const key = JSON.stringify([contact.title, contact.email]);
    groups.set(key, [...(groups.get(key) ?? []), contact]);
  }
  return [...groups.values()].map((contacts, index) => {
    const id = madeId(service.id, 'contact', index + 1);
    return filled({
      id,
      service_id: service.id,
      title: contacts[0]?.title,
      email: openEmail(contacts[0]?.email ?? null),
      phones: phonesOf(contacts, id, { contact_id: id }),
    });
  });
}

/** The numbers that stand by themselves, and the service's own number when it stands nowhere else. */
export function openPhones(service: Reachable): OpenRecord[] {
  const loose = service.contacts.filter((contact) => !isSomebody(contact));
  const isTold = service.phone === null || service.contacts.some(({ phone }) => phone === service.phone);
  const own = { title: null, email: null, phone: service.phone, phoneExtension: null, phoneDescription: null };
  return phonesOf(isTold ? loose : [own, ...loose], service.id, { service_id: service.id });
}

function isSomebody(contact: PublishedContact): boolean {
  const hasEmail = openEmail(contact.email) !== null;
  return hasEmail || (contact.title !== null && contact.phone !== null);
}

function phonesOf(contacts: readonly PublishedContact[], ownerId: string, link: OpenRecord): OpenRecord[] {
  const numbered = contacts.filter(({ phone }) => phone !== null).map(numberOf);
  const unique = new Map(numbered.map((phone) => [JSON.stringify(phone), phone]));
  return [...unique.values()].map((phone, index) => ({ id: madeId(ownerId, 'phone', index + 1), ...link, ...phone }));
}

/** HSDS has extensions as numbers, so one with a leading zero goes into the words. */
function numberOf({ phone, phoneExtension, phoneDescription }: PublishedContact): OpenRecord {
  const isNumber = phoneExtension !== null && /^[1-9]\d{0,8}$/.test(phoneExtension);
  const words = [phoneDescription, isNumber || phoneExtension === null ? null : `extension ${phoneExtension}`];
  return filled({
    number: phone,
    extension: isNumber ? Number(phoneExtension) : null,
    description: words.filter((word) => word !== null).join(', '),
  });
}
