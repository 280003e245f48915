import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ANONYMOUS } from '../../api/common/viewer.ts';
import { answerLetter } from '../../api/directory/answer-letter.ts';
import { addMonths } from '../../api/directory/freshness.rules.ts';
import { linkOf } from '../../api/directory/letter-link.rules.ts';
import { sendLetters } from '../../api/directory/send-letters.ts';
import { writeReminders } from '../../api/directory/write-reminders.ts';
import { type Context, makeContext } from '../../api/platform/context.ts';
import { type Database, openDatabase } from '../../api/platform/database.ts';
import { readEnvironment } from '../../api/platform/environment.ts';
import { openMailer } from '../../api/platform/mailer.ts';
import { entities } from '../../api/server/entities.ts';
import { workOnce } from '../../api/server/work.ts';
import { type MailServer, openMailServer } from '../support/mail-server.ts';
import { type Organisation, type Someone, TODAY } from '../support/make.ts';
import { codesOf, field, type World, world } from '../support/world.ts';

let here: World;
let db: Database;
let mail: MailServer;
let editor: Someone;
let group: Organisation;
let serviceId: string;
let place = 0;
beforeAll(async () => {
  here = await world();
  mail = await openMailServer();
  db = await openDatabase({ url: here.database.systemUrl, entities, size: 2 });
  editor = await here.make.member(await here.make.authority(), 'EDITOR');
  group = await here.make.organisation('COMMUNITY_GROUP', 'Wool Circle');
});
afterAll(async () => {
  await Promise.all([db.close(), mail.close()]);
  await here.close();
});
beforeEach(async () => {
  // The entries of the tests before are checked, so that each test meets its own alone.
  await here.sql('update service set assured_on = current_date');
  await here.sql(`update letter set state = 'FAILED' where state = 'WAITING'`);
  place += 1;
  serviceId = await here.make.service(group, `Knit ${place}`);
  await here.sql('update service set assured_on = $2, email = $3 where id = $1', [
    serviceId,
    addMonths(TODAY, -4),
    `knit${place}@wool.example`,
  ]);
});

/** The system's context that many days from now. */
const inDays = (days: number): Context => {
  const { log } = here.contextOf(null);
  const ctx = makeContext({ viewer: ANONYMOUS, db, log, links: here.contextOf(null).links });
  return { ...ctx, now: () => ctx.now().add({ hours: 24 * days }) };
};
const letters = () =>
  here.sql<{ id: string; kind: string; state: string; failure: string | null; tries: number }>(
    'select id, kind, state, failure, tries from letter where service_id = $1 order by written_at',
    [serviceId],
  );
const post = async (days = 0) => {
  const mailer = await openMailer({ mail: { url: mail.url, from: 'Directory <directory@council.example>' } });
  try {
    return await sendLetters(inDays(days), mailer);
  } finally {
    mailer?.close();
  }
};
const answer = (letterId: string, isStillCorrect = true, words?: string, days = 0) => {
  const ctx = here.contextOf(null);
  const token = linkOf(ctx.links, letterId).split('/').at(-1) ?? '';
  const at = { ...ctx, now: () => ctx.now().add({ hours: 24 * days }) };
  return answerLetter(at, { token, isStillCorrect, words }).then((result) =>
    result.ok ? [] : result.problems.map(({ code }) => code),
  );
};
const assuredOn = async () =>
  (
    await here.sql<{ day: string; by: string }>(
      'select assured_on::text as day, assured_by as by from service where id = $1',
      [serviceId],
    )
  )[0];

describe('reminders', () => {
  it('are written when a check is due, again a month later, and then no more', async () => {
    const kinds = async () => (await letters()).map(({ kind }) => kind);
    await writeReminders(inDays(0));
    await writeReminders(inDays(0));
    expect(await kinds()).toEqual(['FIRST']);
    await writeReminders(inDays(29));
    expect(await kinds()).toEqual(['FIRST']);
    await writeReminders(inDays(30));
    expect(await kinds()).toEqual(['FIRST', 'SECOND']);
    await writeReminders(inDays(400));
    expect(await kinds()).toEqual(['FIRST', 'SECOND']);
  });

  it('go to nobody whose entry is fresh, has ended, or has no public address', async () => {
    for (const change of ['assured_on = current_date', "status = 'DEFUNCT'", 'email = null']) {
      await here.sql(`update service set ${change} where id = $1`, [serviceId]);
      await here.sql(
        `insert into contact (id, service_id, position, email, is_public) values (gen_random_uuid(), $1, 1, 'own@home.example', false)`,
        [serviceId],
      );
      await writeReminders(inDays(0));
      expect(await letters()).toEqual([]);
      await here.sql(`update service set assured_on = $2, status = 'ACTIVE', email = 'a@b.example' where id = $1`, [
        serviceId,
        addMonths(TODAY, -4),
      ]);
    }
  });

  it('are at most one a day to one address', async () => {
    const other = await here.make.service(group, 'Another');
    await here.sql('update service set assured_on = $2, email = $3 where id = $1', [
      other,
      addMonths(TODAY, -5),
      `knit${place}@wool.example`,
    ]);
    expect(await writeReminders(inDays(0))).toBe(1);
    expect(await writeReminders(inDays(0))).toBe(0);
    expect(await writeReminders(inDays(1))).toBe(1);
  });
});

describe('sending', () => {
  it('hands each letter to the mail server once, with its link', async () => {
    await writeReminders(inDays(0));
    expect(await post()).toEqual({ sent: 1, failed: 0 });
    expect(await post()).toEqual({ sent: 0, failed: 0 });
    const [letter] = await letters();
    const [taken, ...more] = mail.taken.filter(({ to }) => to.includes(`knit${place}@wool.example`));
    expect(more).toEqual([]);
    expect(taken?.from).toContain('directory@council.example');
    expect(taken?.text).toContain('/check/');
    expect(letter).toMatchObject({ state: 'SENT', failure: null });
  });

  it('tries again what the server could not take, and gives up on what it will not', async () => {
    await writeReminders(inDays(0));
    mail.refuseWith('450 later');
    expect(await post()).toEqual({ sent: 0, failed: 1 });
    expect(await letters()).toMatchObject([{ state: 'WAITING', failure: '450', tries: 1 }]);
    mail.refuseWith('550 nobody of that name');
    expect(await post()).toEqual({ sent: 0, failed: 1 });
    expect(await letters()).toMatchObject([{ state: 'FAILED', failure: '550', tries: 2 }]);
    mail.refuseWith(null);
    expect(await post()).toEqual({ sent: 0, failed: 0 });
  });

  it('leaves out a letter whose entry was checked meanwhile', async () => {
    await writeReminders(inDays(0));
    await here.sql('update service set assured_on = current_date where id = $1', [serviceId]);
    expect(await post()).toEqual({ sent: 0, failed: 0 });
    expect(await letters()).toMatchObject([{ state: 'FAILED', failure: 'CHECKED_MEANWHILE' }]);
  });

  it('is done by the waiting work, and waits where no mail server is set', async () => {
    const owner = here.database.ownerUrl;
    expect(await workOnce(owner, readEnvironment({ LOG_LEVEL: 'silent' }))).toEqual({ written: 1, sent: 0, failed: 0 });
    expect(await letters()).toMatchObject([{ state: 'WAITING', tries: 0 }]);
    const environment = readEnvironment({ LOG_LEVEL: 'silent', MAIL_URL: mail.url, MAIL_FROM: 'a@b.example' });
    expect(await workOnce(owner, environment)).toEqual({ written: 0, sent: 1, failed: 0 });
  });
});

describe('the link of a letter', () => {
  it('checks the entry, without an account, once a period', async () => {
    await writeReminders(inDays(0));
    const [letter] = await letters();
    expect(await answer(letter?.id ?? '')).toEqual([]);
    expect(await assuredOn()).toEqual({ day: TODAY, by: 'CONTACT' });
    expect(await answer(letter?.id ?? '')).toEqual(['ALREADY_ANSWERED']);
  });

  it('works again in the next period, by its own letter', async () => {
    await writeReminders(inDays(0));
    const [first] = await letters();
    await answer(first?.id ?? '');
    await writeReminders(inDays(100));
    const [, next] = await letters();
    expect(await answer(first?.id ?? '', true, undefined, 100)).toEqual(['ALREADY_ANSWERED']);
    expect(await answer(next?.id ?? '', true, undefined, 100)).toEqual([]);
  });

  it('is used up when the other letter of its period is answered', async () => {
    await writeReminders(inDays(0));
    await writeReminders(inDays(30));
    const [first, second] = await letters();
    expect(await answer(first?.id ?? '', false, 'We have moved.')).toEqual([]);
    expect(await assuredOn()).toMatchObject({ day: addMonths(TODAY, -4) });
    expect(await answer(second?.id ?? '')).toEqual(['ALREADY_ANSWERED']);
    const [note] = await here.sql('select words, result from assurance where service_id = $1', [serviceId]);
    expect(note).toEqual({ words: 'We have moved.', result: 'NOT_RIGHT' });
  });

  it('has run out after sixty days', async () => {
    await writeReminders(inDays(0));
    const [letter] = await letters();
    expect(await answer(letter?.id ?? '', true, undefined, 61)).toEqual(['LINK_EXPIRED']);
    expect(await answer(letter?.id ?? '', true, undefined, 60)).toEqual([]);
  });

  it('takes one of many answers at once', async () => {
    await writeReminders(inDays(0));
    const [letter] = await letters();
    const told = await Promise.all(Array.from({ length: 8 }, () => answer(letter?.id ?? '')));
    expect(told.filter((codes) => codes.length === 0)).toHaveLength(1);
  });

  it('is of one entry alone: no link that we did not make opens anything', async () => {
    await writeReminders(inDays(0));
    const [letter] = await letters();
    const token = linkOf({ secret: 'a key of a stranger', home: '' }, letter?.id ?? '').slice('/check/'.length);
    const told = await here.as(null)(
      'mutation M($input: AnswerLetterInput!) { answerLetter(input: $input) { service { id } userErrors { code message } } }',
      { input: { token, isStillCorrect: true } },
    );
    expect(codesOf(told, 'answerLetter')).toEqual(['LINK_NOT_VALID']);
    const seen = await here.as(null)('query Q($token: String!) { followedLink(token: $token) { state } }', { token });
    expect(seen.data).toEqual({ followedLink: null });
    expect(await assuredOn()).toMatchObject({ day: addMonths(TODAY, -4) });
  });
});

describe('sendLetter, over HTTP', () => {
  const SEND = `mutation M($input: SendLetterInput!) { sendLetter(input: $input) {
    service { letters { edges { node { kind state address link } } } } userErrors { code message } } }`;
  const send = (who: Someone | null, id = serviceId) => here.as(who)(SEND, { input: { serviceId: id } });

  it('shows an editor the link, which anybody may look at without answering, and answer', async () => {
    const told = await send(editor);
    expect(codesOf(told, 'sendLetter')).toEqual([]);
    const service = field(told, 'sendLetter')['service'] as { letters: { edges: { node: { link: string } }[] } };
    const link = service.letters.edges[0]?.node.link ?? '';
    expect(link.startsWith(`${here.url}/check/`)).toBe(true);
    const token = link.split('/').at(-1);
    const LOOK = 'query Q($token: String!) { followedLink(token: $token) { state expiresOn service { name } } }';
    for (const _ of [1, 2]) {
      const seen = await here.as(null)(LOOK, { token });
      expect(field(seen, 'followedLink')).toMatchObject({ state: 'OPEN', service: { name: `Knit ${place}` } });
    }
    expect(await assuredOn()).toMatchObject({ day: addMonths(TODAY, -4) });
    const answered = await here.as(null)(
      'mutation M($input: AnswerLetterInput!) { answerLetter(input: $input) { service { freshness { assuredBy state } } userErrors { code } } }',
      { input: { token, isStillCorrect: true } },
    );
    expect(field(answered, 'answerLetter')['service']).toEqual({
      freshness: { assuredBy: 'the group itself', state: 'FRESH' },
    });
    expect(field(await here.as(null)(LOOK, { token }), 'followedLink')).toMatchObject({ state: 'ANSWERED' });
  });

  it('writes one a day, to an address that is public, about what runs', async () => {
    await send(editor);
    expect(codesOf(await send(editor), 'sendLetter')).toEqual(['WRITTEN_TODAY']);
    const silent = await here.make.service(group, 'Silent');
    expect(codesOf(await send(editor, silent), 'sendLetter')).toEqual(['NO_ADDRESS']);
    await here.sql(`update service set status = 'DEFUNCT' where id = $1`, [silent]);
    expect(codesOf(await send(editor, silent), 'sendLetter')).toEqual(['SERVICE_ENDED']);
  });

  it('is for editors of the directory alone, and so are letters', async () => {
    await send(editor);
    const member = await here.make.member(group, 'MEMBER');
    expect(codesOf(await send(member), 'sendLetter')).toEqual(['! FORBIDDEN']);
    expect(codesOf(await send(null), 'sendLetter')).toEqual(['! UNAUTHENTICATED']);
    expect(codesOf(await send(editor, 'nothing'), 'sendLetter')).toEqual(['! NOT_FOUND']);
    for (const who of [member, null]) {
      const told = await here.as(who)('query Q($id: ID!) { service(id: $id) { letters { totalCount } } }', {
        id: serviceId,
      });
      expect(field(told, 'service')).toEqual({ letters: { totalCount: 0 } });
    }
  });
});
