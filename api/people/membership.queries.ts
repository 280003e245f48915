import { dayAt } from '../common/calendar.ts';
import type { MemberRole } from '../common/viewer.ts';
import type { Transaction } from '../platform/transaction.ts';
import { Membership } from './membership.entity.ts';

/** Who is to act for an organisation, and as what. */
export interface NewMember {
  readonly organisationId: string;
  readonly personId: string;
  readonly role: MemberRole;
}

/** Writes that a person acts for an organisation from today on, unless they do so already; answers the id it was given. */
export async function insertMembership(tx: Transaction, member: NewMember): Promise<string> {
  const id = tx.newId();
  const row = { id, ...member, startsOn: dayAt(tx.now()), endsOn: null };
  await tx.manager.createQueryBuilder().insert().into(Membership).values(row).orIgnore().execute();
  return id;
}
