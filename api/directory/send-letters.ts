import { timestampOf } from '../common/calendar.ts';
import type { Context } from '../platform/context.ts';
import type { Mailer } from '../platform/mailer.ts';
import { failureOf } from '../platform/mailer.ts';
import { inTransaction } from '../platform/transaction.ts';
import { linkOf } from './letter-link.rules.ts';
import { PERIOD_ON } from './letter.queries.ts';
import { letterText, MOST_TRIES } from './letter.rules.ts';

/** What became of the letters that waited. */
export interface LettersSent {
  readonly sent: number;
  readonly failed: number;
}

interface Claimed {
  readonly id: string;
  readonly address: string;
  readonly expiresOn: string;
  readonly tries: number;
  readonly serviceName: string;
  readonly organisationName: string;
}

/** Sends the letters that wait, each tried once now; without a mailer they go on waiting. For the system's role. */
export async function sendLetters(ctx: Context, mailer: Mailer | null): Promise<LettersSent> {
  if (mailer === null) return { sent: 0, failed: 0 };
  await giveUpOnLost(ctx);
  const tried: string[] = [];
  let sent = 0;
  for (let letter = await claim(ctx, tried); letter !== null; letter = await claim(ctx, tried)) {
    tried.push(letter.id);
    if (await send(ctx, mailer, letter)) sent += 1;
  }
  return { sent, failed: tried.length - sent };
}

// Marked before it is sent: should the process end between, a letter is rather lost than sent twice.
async function claim(ctx: Context, tried: readonly string[]): Promise<Claimed | null> {
  return inTransaction(ctx, async (tx) => {
    await tx.manager.query(
      `update letter l set state = 'FAILED', failure = 'CHECKED_MEANWHILE' from service s
       where l.state = 'WAITING' and s.id = l.service_id and ${PERIOD_ON} > l.period_on`,
    );
    const [rows]: [Claimed[], number] = await tx.manager.query(
      `update letter l set state = 'SENDING', tries = tries + 1 from service s, organisation o
       where l.id = (select w.id from letter w where w.state = 'WAITING' and w.id <> all ($1)
           order by w.written_at, w.id limit 1 for update skip locked)
         and s.id = l.service_id and o.id = s.organisation_id
       returning l.id, l.address, l.expires_on as "expiresOn", l.tries, s.name as "serviceName", o.name as "organisationName"`,
      [tried],
    );
    return rows[0] ?? null;
  });
}

async function send(ctx: Context, mailer: Mailer, letter: Claimed): Promise<boolean> {
  const { subject, text } = letterText({ ...letter, link: linkOf(ctx.links, letter.id) });
  try {
    await mailer.send({ to: letter.address, subject, text });
  } catch (error) {
    const { code, isFinal } = failureOf(error);
    const state = isFinal || letter.tries >= MOST_TRIES ? 'FAILED' : 'WAITING';
    await note(ctx, 'update letter set state = $2, failure = $3 where id = $1', [letter.id, state, code]);
    ctx.log.warn({ event: 'letter_not_sent', letterId: letter.id, code }, 'letter not sent');
    return false;
  }
  await note(ctx, `update letter set state = 'SENT', sent_at = $2 where id = $1`, [letter.id, timestampOf(ctx.now())]);
  return true;
}

/** Letters that a process was sending when it ended: nobody knows whether they went, so they are not sent again. */
function giveUpOnLost(ctx: Context): Promise<void> {
  const hourAgo = timestampOf(ctx.now().subtract({ hours: 1 }));
  return note(
    ctx,
    `update letter set state = 'FAILED', failure = 'INTERRUPTED' where state = 'SENDING' and written_at < $1`,
    [hourAgo],
  );
}

function note(ctx: Context, statement: string, values: readonly unknown[]): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await tx.manager.query(statement, [...values]);
  });
}
