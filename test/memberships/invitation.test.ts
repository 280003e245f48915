import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ANONYMOUS } from '../../api/common/viewer.ts';
import { acceptInvitation } from '../../api/memberships/accept-invitation.ts';
import { followInvitation } from '../../api/memberships/follow-invitation.ts';
import { invitationLink } from '../../api/memberships/invitation.queries.ts';
import { sendInvitations } from '../../api/memberships/send-invitations.ts';
import { welcomeNewcomer } from '../../api/memberships/welcome-newcomer.ts';
import { makeContext } from '../../api/platform/context.ts';
import { openDatabase } from '../../api/platform/database.ts';
import { openMailer } from '../../api/platform/mailer.ts';
import { entities } from '../../api/server/entities.ts';
import { openMailServer } from '../support/mail-server.ts';
import type { MadeIndividual, Organisation, Someone } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';
import { codesOf, field, type World, world } from '../support/world.ts';

let here: World;
let provider: Organisation;
let manager: Someone;
let amira: MadeIndividual;
let kay: Someone;
beforeAll(async () => {
  here = await world();
});
afterAll(() => here.close());
beforeEach(async () => {
  provider = await here.make.provider();
  manager = await here.make.manager(provider, 'Priya Manager');
  amira = await here.make.individual(await here.make.authority());
  kay = await here.make.person('Kay Newby');
});

const SENT = 'invitation { id state name email role relation maySee mayDo } link userErrors { code message field }';
const MUTATIONS = {
  inviteMember: `mutation M($input: InviteMemberInput!) { inviteMember(input: $input) { ${SENT} } }`,
  inviteToCircle: `mutation M($input: InviteToCircleInput!) { inviteToCircle(input: $input) { ${SENT} } }`,
  resendInvitation: `mutation M($input: ResendInvitationInput!) { resendInvitation(input: $input) { ${SENT} } }`,
  withdrawInvitation:
    'mutation M($input: WithdrawInvitationInput!) { withdrawInvitation(input: $input) { invitation { state } userErrors { code message } } }',
  acceptInvitation:
    'mutation M($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { invitation { state } userErrors { code message } } }',
  declineInvitation:
    'mutation M($input: DeclineInvitationInput!) { declineInvitation(input: $input) { invitation { state } userErrors { code message } } }',
} as const;
const FOLLOW = `query F($token: String!) { followedInvitation(token: $token) {
  state inviteeName invitedByName aboutName role relation maySee mayDo endsOn } }`;

type Name = keyof typeof MUTATIONS;
const ask = (name: Name, who: Someone | null, input: Record<string, unknown>) =>
  here.as(who)(MUTATIONS[name], { input });
const codes = async (name: Name, who: Someone | null, input: Record<string, unknown>) =>
  codesOf(await ask(name, who, input), name);
const sent = async (name: Name, who: Someone, input: Record<string, unknown>) => {
  const told = field(await ask(name, who, input), name);
  if (told['invitation'] === null) throw new Error(JSON.stringify(told));
  return {
    invitationId: (told['invitation'] as { id: string }).id,
    token: String(told['link']).split('/').at(-1) ?? '',
    link: told['link'] as string | null,
  };
};
const asMember = (more: Record<string, unknown> = {}) => ({
  organisationId: provider.id,
  name: 'Kay Newby',
  role: 'MEMBER',
  ...more,
});
const intoCircle = (more: Record<string, unknown> = {}) => ({
  ...{ individualId: amira.id, name: 'Kay Newby', relation: 'friend', maySee: ['PLAN'], mayDo: 'SUGGEST' },
  ...more,
});

describe('an invitation into an organisation', () => {
  it('shows who invites to what, and makes a member of whoever accepts, once', async () => {
    const { token } = await sent('inviteMember', manager, asMember({ endsOn: '2099-01-01' }));
    const seen = await here.as(null)(FOLLOW, { token });
    expect(seen.data?.['followedInvitation']).toEqual({
      ...{ state: 'OPEN', inviteeName: 'Kay Newby', invitedByName: 'Priya Manager', aboutName: provider.name },
      ...{ role: 'MEMBER', relation: null, maySee: [], mayDo: null, endsOn: '2099-01-01' },
    });
    expect(await codes('acceptInvitation', null, { token })).toEqual(['! UNAUTHENTICATED']);
    expect(await codes('acceptInvitation', manager, { token })).toEqual(['OWN_INVITATION']);
    expect(await codes('acceptInvitation', kay, { token })).toEqual([]);
    const told = await here.as(kay)('{ viewer { memberships { role endsOn organisation { name } } } }');
    expect(field(told, 'viewer')['memberships']).toEqual([
      { role: 'MEMBER', endsOn: '2099-01-01', organisation: { name: provider.name } },
    ]);
    for (const name of ['acceptInvitation', 'declineInvitation'] as const)
      expect(await codes(name, await here.make.person(), { token })).toEqual(['ALREADY_ANSWERED']);
    const events = await here.sql('select type from event where stream = $1 order by sequence', [
      `organisation:${provider.id}`,
    ]);
    expect(events).toEqual([{ type: 'MEMBER_INVITED' }, { type: 'MEMBER_JOINED' }]);
  });

  it('lets one of two win who accept at once', async () => {
    const { token } = await sent('inviteMember', manager, asMember());
    const told = await Promise.all(
      [kay, await here.make.person()].map((who) => codes('acceptInvitation', who, { token })),
    );
    expect(told.map((each) => each.join()).toSorted()).toEqual(['', 'ALREADY_ANSWERED']);
  });

  it('is not for somebody who has the role already', async () => {
    const member = await here.make.member(provider, 'MEMBER');
    const { token } = await sent('inviteMember', manager, asMember());
    expect(await codes('acceptInvitation', member, { token })).toEqual(['ALREADY_THERE']);
  });

  it('says every reason at once', async () => {
    const wish = asMember({ name: '', email: 'x', role: 'BROKER', endsOn: '2020-01-01', approvalLimit: '1.00' });
    expect(await codes('inviteMember', manager, wish)).toEqual([
      ...['NAME_REQUIRED', 'EMAIL_UNREADABLE', 'ROLE_NOT_HERE', 'LAST_DAY_PAST', 'LIMIT_IMPOSSIBLE'],
    ]);
    expect(await codes('inviteMember', manager, asMember({ name: 'k'.repeat(201) }))).toEqual(['TEXT_TOO_LONG']);
  });

  it('is written by a manager there alone, and read by no other', async () => {
    const member = await here.make.member(provider, 'MEMBER');
    const { invitationId } = await sent('inviteMember', manager, asMember());
    for (const who of [member, kay, await here.make.manager(await here.make.provider())]) {
      expect(await codes('inviteMember', who, asMember())).toEqual(['! FORBIDDEN']);
      for (const name of ['withdrawInvitation', 'resendInvitation'] as const)
        expect(await codes(name, who, { invitationId })).toEqual(['! NOT_FOUND']);
    }
    expect(await codes('inviteMember', null, asMember())).toEqual(['! UNAUTHENTICATED']);
    const LIST = `query L($id: ID!) { organisation(id: $id) { invitations { totalCount edges { node { id name state } } } } }`;
    const listed = async (who: Someone | null) =>
      (field(await here.as(who)(LIST, { id: provider.id }), 'organisation')['invitations'] as { totalCount: number })
        .totalCount;
    expect([await listed(manager), await listed(member), await listed(null)]).toEqual([1, 0, 0]);
    const count = async () => (await statementsOf(() => here.as(manager)(LIST, { id: provider.id }))).length;
    const before = await count();
    for (let more = 0; more < 5; more += 1) await sent('inviteMember', manager, asMember());
    expect([before, await count()]).toEqual([1, 1]);
  });

  it('is sent twenty times a day by one person and no more', async () => {
    for (let place = 0; place < 19; place += 1)
      await here.sql(
        `insert into invitation (id, link_id, organisation_id, role, about_name, invitee_name, invited_by_id, invited_by_name, invited_at, expires_at)
         values ($1, $2, $3, 'MEMBER', 'x', 'x', $4, 'x', now(), now() + interval '14 days')`,
        [randomUUID(), randomUUID(), provider.id, manager.id],
      );
    const told = await Promise.all([1, 2].map(() => codes('inviteMember', manager, asMember())));
    expect(told.map((each) => each.join()).toSorted()).toEqual(['', 'TOO_MANY_INVITATIONS']);
    const [row] = await here.sql<{ id: string }>('select id from invitation where invited_by_id = $1 limit 1', [
      manager.id,
    ]);
    expect(await codes('resendInvitation', manager, { invitationId: row?.id })).toEqual(['TOO_MANY_INVITATIONS']);
  });

  it('is one for one key', async () => {
    const input = asMember({ idempotencyKey: 'once' });
    expect((await sent('inviteMember', manager, input)).link).toBe((await sent('inviteMember', manager, input)).link);
  });
});

describe('an invitation into a circle', () => {
  it('gives whoever accepts exactly what it says (R56)', async () => {
    const { token } = await sent('inviteToCircle', amira, intoCircle());
    expect((await here.as(null)(FOLLOW, { token })).data?.['followedInvitation']).toMatchObject({
      ...{ aboutName: 'Amira', relation: 'friend', maySee: ['PLAN'], mayDo: 'SUGGEST', role: null },
    });
    expect(await codes('acceptInvitation', kay, { token })).toEqual([]);
    const circle = await here.as(amira)(
      'query C($id: ID!) { individual(id: $id) { circle { relation maySee mayDo person { name } } } }',
      { id: amira.id },
    );
    expect(field(circle, 'individual')['circle']).toEqual([
      { relation: 'friend', maySee: ['PLAN'], mayDo: 'SUGGEST', person: { name: 'Kay Newby' } },
    ]);
    expect(
      await codes('acceptInvitation', kay, { token: (await sent('inviteToCircle', amira, intoCircle())).token }),
    ).toEqual(['ALREADY_THERE']);
  });

  it('says every reason at once', async () => {
    const wish = intoCircle({ relation: '', maySee: [], mayDo: 'COMMIT', endsOn: '2020-01-01' });
    expect(await codes('inviteToCircle', amira, wish)).toEqual([
      ...['RELATION_REQUIRED', 'DECIDING_COMES_LATER', 'NOTHING_TO_ACT_ON', 'LAST_DAY_PAST'],
    ]);
    const son = await here.make.circleMember(amira, 'COMMIT', ['BUDGET']);
    expect(await codes('inviteToCircle', son, intoCircle())).toEqual(['NOT_YOURS_TO_GIVE']);
    expect(await codes('inviteToCircle', son, intoCircle({ maySee: ['BUDGET'] }))).toEqual([]);
  });

  it('is written by the individual, or who may bind them, alone', async () => {
    const niece = await here.make.circleMember(amira, 'SUGGEST');
    const broker = await here.make.broker({ id: amira.authorityId, name: 'Fenmoor', kind: 'AUTHORITY' });
    for (const who of [niece, broker])
      expect(await codes('inviteToCircle', who, intoCircle())).toEqual(['! FORBIDDEN']);
    expect(await codes('inviteToCircle', kay, intoCircle())).toEqual(['! NOT_FOUND']);
    expect(await codes('inviteToCircle', null, intoCircle())).toEqual(['! UNAUTHENTICATED']);
  });
});

describe('a link', () => {
  it('stops when it is withdrawn, declined or replaced', async () => {
    const first = await sent('inviteMember', manager, asMember());
    const again = await sent('resendInvitation', manager, { invitationId: first.invitationId });
    expect(await codes('acceptInvitation', kay, { token: first.token })).toEqual(['LINK_NOT_VALID']);
    expect(await codes('withdrawInvitation', manager, { invitationId: first.invitationId })).toEqual([]);
    expect(await codes('withdrawInvitation', manager, { invitationId: first.invitationId })).toEqual([]);
    expect(await codes('acceptInvitation', kay, { token: again.token })).toEqual(['ALREADY_ANSWERED']);
    expect(await codes('resendInvitation', manager, { invitationId: first.invitationId })).toEqual([
      'ALREADY_ANSWERED',
    ]);

    const other = await sent('inviteMember', manager, asMember());
    expect(await codes('declineInvitation', null, { token: other.token })).toEqual([]);
    expect(await codes('acceptInvitation', kay, { token: other.token })).toEqual(['ALREADY_ANSWERED']);
    expect(await codes('withdrawInvitation', manager, { invitationId: other.invitationId })).toEqual([
      'ALREADY_ANSWERED',
    ]);
    for (const token of ['', 'x', `${other.token}x`, 'A'.repeat(65)]) {
      expect((await here.as(null)(FOLLOW, { token })).data).toEqual({ followedInvitation: null });
      expect(await codes('declineInvitation', null, { token })).toEqual(['LINK_NOT_VALID']);
    }
  });

  it('works for fourteen days, and can be sent again after', async () => {
    const first = await sent('inviteMember', manager, asMember());
    const at = (moment: string) =>
      here.sql(
        `update invitation set invited_at = now() - interval '15 days', expires_at = now() ${moment} where id = $1`,
        [first.invitationId],
      );
    await at(`- interval '1 second'`);
    expect(await codes('acceptInvitation', kay, { token: first.token })).toEqual(['INVITATION_EXPIRED']);
    expect((await here.as(null)(FOLLOW, { token: first.token })).data?.['followedInvitation']).toMatchObject({
      state: 'EXPIRED',
    });
    const again = await sent('resendInvitation', manager, { invitationId: first.invitationId });
    await at(`+ interval '1 minute'`);
    expect(await codes('acceptInvitation', kay, { token: again.token })).toEqual([]);
  });

  it('is kept nowhere: not in the row, not with the idempotency key', async () => {
    const { token } = await sent('inviteMember', manager, asMember({ idempotencyKey: 'kept nowhere' }));
    const rows = await here.sql('select i::text as row from invitation i union all select k::text from idempotency k');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(token).toMatch(/^[\w-]{65}$/);
  });
});

describe('a letter', () => {
  it('carries the link when there is a mail server, and the inviter sees none', async () => {
    const mail = await openMailServer();
    const db = await openDatabase({ url: here.database.systemUrl, entities, size: 2 });
    const mailer = await openMailer({ mail: { url: mail.url, from: 'Kith <kith@council.example>' } });
    try {
      const ctx = here.contextOf(manager);
      const links = { ...ctx.links, hasMail: true };
      const { inviteMember } = await import('../../api/memberships/invite-member.ts');
      const { tellInvitationLink } = await import('../../api/memberships/tell-invitation-link.ts');
      const input = {
        organisationId: provider.id,
        name: 'Kay Newby',
        email: 'kay@fen.example',
        role: 'MEMBER',
      } as const;
      const result = await inviteMember({ ...ctx, links }, input);
      expect(result.ok && (await tellInvitationLink(ctx, result.value))).toBeNull();

      const system = makeContext({ viewer: ANONYMOUS, db, log: ctx.log, links });
      expect(await sendInvitations(system, null)).toEqual({ sent: 0, failed: 0 });
      mail.refuseWith('451 later');
      expect(await sendInvitations(system, mailer)).toEqual({ sent: 0, failed: 1 });
      mail.refuseWith(null);
      expect(await sendInvitations(system, mailer)).toEqual({ sent: 1, failed: 0 });
      expect(await sendInvitations(system, mailer)).toEqual({ sent: 0, failed: 0 });
      expect(mail.taken[0]?.to).toContain('kay@fen.example');
      const token = /invited\/([\w-]{65})/.exec(mail.taken[0]?.text.replace(/=\n/g, '') ?? '')?.[1] ?? '';
      expect((await followInvitation(here.contextOf(null), token))?.aboutName).toBe(provider.name);
      expect((await acceptInvitation(here.contextOf(kay), { token })).ok).toBe(true);
    } finally {
      mailer?.close();
      await Promise.all([db.close(), mail.close()]);
    }
  });
});

describe('somebody new', () => {
  it('is taken in by an open link alone, under the name they were invited by, and belongs nowhere until they accept', async () => {
    const ctx = here.contextOf(null);
    const [linkId, id] = [randomUUID(), randomUUID()];
    await here.sql(
      `insert into invitation (id, link_id, authority_id, individual_id, relation, may_do, about_name, invitee_name, invited_by_id, invited_by_name, invited_at, expires_at)
       values ($1, $2, $3, $4, 'friend', 'VIEW', 'Amira', 'Noor Newby', $4, 'Amira Okoro', now(), now() + interval '14 days')`,
      [id, linkId, amira.authorityId, amira.id],
    );
    const token = invitationLink(ctx.links, linkId).split('/').at(-1) ?? '';
    expect(await welcomeNewcomer(ctx, `${token}x`, 'noor')).toBe(false);
    expect(await welcomeNewcomer(ctx, token, 'noor')).toBe(true);
    const people = await here.sql<Someone>("select id, name, subject from person where subject = 'noor'");
    expect(people).toEqual([expect.objectContaining({ name: 'Noor Newby' })]);
    expect(await here.sql('select 1 from circle_member where individual_id = $1', [amira.id])).toEqual([]);
    const noor = people[0];
    if (noor) expect((await acceptInvitation(here.contextOf(noor), { token })).ok).toBe(true);
    expect(await welcomeNewcomer(ctx, token, 'somebody-else')).toBe(false);
  });
});
