import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import { Person } from './person.entity.ts';

export interface RegisterPerson {
  readonly name: string;
  readonly preferredName: string;
  /** Who they are at the identity provider; null for somebody who does not sign in. */
  readonly subject: string | null;
  /** Authority that holds the record; null for people of other organisations. */
  readonly authorityId: string | null;
  /** Line for the development sign-in page; null keeps them off it. */
  readonly demoNote?: string | null;
}

/** Takes a person in; for the system's role. Answers the person's id, which tells nothing of when they came. */
export function registerPerson(ctx: Context, input: RegisterPerson): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const id = tx.newOpaqueId();
    await tx.manager.insert(Person, { id, email: null, demoNote: null, ...input });
    return id;
  });
}
