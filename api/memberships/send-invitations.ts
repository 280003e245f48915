import type { Context } from '../platform/context.ts';
import { failureOf, type Mailer } from '../platform/mailer.ts';
import { inTransaction } from '../platform/transaction.ts';
import { invitationLink } from './invitation.queries.ts';
import { invitationText } from './invitation.rules.ts';

const MOST_TRIES = 5;

interface Claimed {
  readonly id: string;
  readonly linkId: string;
  readonly email: string;
  readonly tries: number;
  readonly inviteeName: string;
  readonly invitedByName: string;
  readonly aboutName: string;
}

/** Sends the letters of invitations that wait, each tried once now; without a mailer they go on waiting. For the system's role. */
export async function sendInvitations(ctx: Context, mailer: Mailer | null): Promise<{ sent: number; failed: number }> {
  if (mailer === null) return { sent: 0, failed: 0 };
  const tried: string[] = [];
  let sent = 0;
  for (let letter = await claim(ctx, tried); letter !== null; letter = await claim(ctx, tried)) {
    tried.push(letter.id);
    if (await send(ctx, mailer, letter)) sent += 1;
  }
  return { sent, failed: tried.length - sent };
}

// Marked before it is sent: should the process end between, a letter is rather lost than sent twice, and can be sent again.
async function claim(ctx: Context, tried: readonly string[]): Promise<Claimed | null> {
  return inTransaction(ctx, async (tx) => {
    const [rows]: [Claimed[], number] = await tx.manager.query(
      `update invitation i set letter_state = 'SENDING', letter_tries = letter_tries + 1
       where i.id = (select w.id from invitation w where w.letter_state = 'WAITING' and w.state = 'OPEN' and w.id <> all ($1)
           order by w.invited_at, w.id limit 1 for update skip locked)
       returning id, link_id as "linkId", email, letter_tries as tries, invitee_name as "inviteeName",
         invited_by_name as "invitedByName", about_name as "aboutName"`,
      [tried],
    );
    return rows[0] ?? null;
  });
}

async function send(ctx: Context, mailer: Mailer, letter: Claimed): Promise<boolean> {
  const { subject, text } = invitationText({ ...letter, link: invitationLink(ctx.links, letter.linkId) });
  try {
    await mailer.send({ to: letter.email, subject, text });
  } catch (error) {
    const { code, isFinal } = failureOf(error);
    await note(ctx, letter.id, isFinal || letter.tries >= MOST_TRIES ? 'FAILED' : 'WAITING');
    ctx.log.warn({ event: 'invitation_not_sent', invitationId: letter.id, code }, 'invitation not sent');
    return false;
  }
  await note(ctx, letter.id, 'SENT');
  return true;
}

function note(ctx: Context, invitationId: string, state: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    // A letter that was asked for again meanwhile waits on.
    await tx.manager.query("update invitation set letter_state = $2 where id = $1 and letter_state = 'SENDING'", [
      invitationId,
      state,
    ]);
  });
}
