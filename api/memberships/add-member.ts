import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import { insertMembership, type NewMember } from './membership.queries.ts';

/** Lets a person act for an organisation in a role from today on; for the system's role. */
export function addMember(ctx: Context, input: NewMember): Promise<string> {
  return inTransaction(ctx, (tx) => insertMembership(tx, input));
}
