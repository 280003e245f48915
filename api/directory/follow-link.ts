import { dayAt } from '../common/calendar.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import { letterIdOf } from './letter-link.rules.ts';
import { openLetter } from './letter.queries.ts';
import { linkState } from './letter.rules.ts';
import type { LinkState } from './letter.rules.ts';

/** A letter as whoever holds its link sees it. */
export interface FollowedLink {
  readonly serviceId: string;
  readonly state: LinkState;
  readonly expiresOn: string;
}

/** What a link leads to; changes nothing, since mail scanners follow links. Null when the link does not work. */
export async function followLink(ctx: Context, token: string): Promise<FollowedLink | null> {
  const letterId = letterIdOf(ctx.links.secret, token);
  if (letterId === null) return null;
  return inTransaction(ctx, async (tx) => {
    const letter = await openLetter(tx, letterId);
    if (letter === null) return null;
    return { serviceId: letter.serviceId, state: linkState(letter, dayAt(tx.now())), expiresOn: letter.expiresOn };
  });
}
