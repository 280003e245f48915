import { dayAt, timestampOf } from '../common/calendar.ts';
import type { Transaction } from '../platform/transaction.ts';
import { CHECKED_ON } from './freshness.queries.ts';
import { expiryOf } from './letter.rules.ts';
import type { FollowedLetter, LetterKind } from './letter.rules.ts';

/** The period of an entry of which no check, change or arrival is known begins here. */
const BEFORE_ALL = '1970-01-01';

/** Public address of an entry's contact, of rows `service s` and `organisation o`; never that of a private contact. */
export const ADDRESS = `lower(coalesce(s.email,
  (select c.email from contact c where c.service_id = s.id and c.is_public and c.email is not null order by c.position limit 1),
  o.email))`;

/** Day on which the running period of a `service s` began. */
export const PERIOD_ON = `coalesce(${CHECKED_ON('s')}, '${BEFORE_ALL}')`;

/** A letter about to be written. */
export interface NewLetter {
  readonly serviceId: string;
  readonly organisationId: string;
  readonly kind: LetterKind;
  readonly periodOn: string;
  readonly address: string;
}

/** Writes a letter to be sent; answers its id, or null when there is such a letter already. */
export async function insertLetter(tx: Transaction, letter: NewLetter): Promise<string | null> {
  const { serviceId, organisationId, kind, periodOn, address } = letter;
  const today = dayAt(tx.now());
  const rows: { id: string }[] = await tx.manager.query(
    `insert into letter (id, service_id, organisation_id, kind, period_on, address, written_on, written_at, expires_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
    [
      ...[tx.newId(), serviceId, organisationId, kind, periodOn, address, today],
      ...[timestampOf(tx.now()), expiryOf(today)],
    ],
  );
  return rows[0]?.id ?? null;
}

/** Where a letter about the entry would go and of which period it would be; the address is null when none is public. */
export async function addresseeOf(
  tx: Transaction,
  serviceId: string,
): Promise<{ readonly address: string | null; readonly periodOn: string }> {
  const rows: { address: string | null; periodOn: string }[] = await tx.manager.query(
    `select ${ADDRESS} as address, ${PERIOD_ON} as "periodOn"
     from service s join organisation o on o.id = s.organisation_id where s.id = $1`,
    [serviceId],
  );
  const [found] = rows;
  const isAddress = /^[^@\s]+@[^@\s]+$/.test(found?.address ?? '');
  return { address: isAddress ? (found?.address ?? null) : null, periodOn: found?.periodOn ?? BEFORE_ALL };
}

/** A letter whose link was followed. */
export interface OpenedLetter extends FollowedLetter {
  readonly id: string;
  readonly serviceId: string;
  readonly organisationId: string;
}

/** The letter of a link whose signature was checked, held until the transaction ends; null when it is gone. */
export async function openLetter(tx: Transaction, letterId: string): Promise<OpenedLetter | null> {
  await tx.manager.query('select access.open_letter($1)', [letterId]);
  // All letters of the period are held, so that two links followed at once take turns.
  await tx.manager.query(`select from letter where id = any (access.ids('kith.letters')) order by id for update`);
  const rows: OpenedLetter[] = await tx.manager.query(
    `select l.id, l.service_id as "serviceId", l.organisation_id as "organisationId", l.expires_on as "expiresOn",
       exists (select from letter other where other.service_id = l.service_id and other.period_on = l.period_on
         and other.answered_at is not null) as "isAnswered",
       ${PERIOD_ON} > l.period_on as "isPeriodOver"
     from letter l join service s on s.id = l.service_id where l.id = $1`,
    [letterId],
  );
  return rows[0] ?? null;
}
