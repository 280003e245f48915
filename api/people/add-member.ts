import { dayAt } from '../common/calendar.ts';
import type { MemberRole } from '../common/viewer.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import { Membership } from './membership.entity.ts';

export interface AddMember {
  readonly organisationId: string;
  readonly personId: string;
  readonly role: MemberRole;
}

/** Lets a person act for an organisation in a role from today on; for the system's role. */
export function addMember(ctx: Context, input: AddMember): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const id = tx.newId();
    await tx.manager.insert(Membership, { id, ...input, startsOn: dayAt(tx.now()), endsOn: null });
    return id;
  });
}
