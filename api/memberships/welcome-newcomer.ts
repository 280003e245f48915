import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import { linkIdOf } from './invitation.queries.ts';

/** Takes in somebody who proved who they are and came by the link of an open invitation; false when they did not. They belong nowhere until they accept. */
export function welcomeNewcomer(ctx: Context, token: string, subject: string): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const linkId = linkIdOf(tx.links, token);
    if (linkId === null) return false;
    const rows: { isWelcome: boolean }[] = await tx.manager.query(
      'select access.welcome_newcomer($1, $2, $3) as "isWelcome"',
      [linkId, subject, tx.newOpaqueId()],
    );
    return rows[0]?.isWelcome === true;
  });
}
