import { describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type Viewer, type ViewerCircle } from '../../api/common/viewer.ts';
import type { Result } from '../../api/common/result.ts';
import { idSignedIn, signedId } from '../../api/memberships/signed-id.rules.ts';
import { canKeepInvitation } from '../../api/memberships/invitation.policy.ts';
import {
  decideAccepting,
  decideCircleInvitation,
  decideDeclining,
  decideMemberInvitation,
  decideResending,
  decideWithdrawing,
  invitationState,
  invitationText,
  MOST_INVITATIONS,
} from '../../api/memberships/invitation.rules.ts';

const TODAY = '2026-03-10';
const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code }) => code));

describe('inviting into an organisation', () => {
  const wish = { role: 'MEMBER', endsOn: null, approvalLimitPence: null } as const;
  const standing = { kind: 'PROVIDER', invitedLately: 0 } as const;
  it.each([
    ['with an address', { name: 'Kay', email: 'kay@fen.example' }, wish, standing, []],
    ['without one', { name: 'Kay' }, wish, standing, []],
    ['nobody', { name: ' ' }, wish, standing, ['NAME_REQUIRED']],
    ['the longest name', { name: 'k'.repeat(200) }, wish, standing, []],
    ['a longer name', { name: 'k'.repeat(201) }, wish, standing, ['TEXT_TOO_LONG']],
    ['two addresses', { name: 'Kay', email: 'a@b.example, c@d.example' }, wish, standing, ['EMAIL_UNREADABLE']],
    ['no address', { name: 'Kay', email: 'kay' }, wish, standing, ['EMAIL_UNREADABLE']],
    ['one below the most', { name: 'Kay' }, wish, { ...standing, invitedLately: MOST_INVITATIONS - 1 }, []],
    ['the most', { name: 'Kay' }, wish, { ...standing, invitedLately: MOST_INVITATIONS }, ['TOO_MANY_INVITATIONS']],
    ['a broker of a provider', { name: 'Kay' }, { ...wish, role: 'BROKER' }, standing, ['ROLE_NOT_HERE']],
    ['a limit', { name: 'Kay' }, { ...wish, approvalLimitPence: 1 }, standing, ['LIMIT_IMPOSSIBLE']],
    ['a past day', { name: 'Kay' }, { ...wish, endsOn: '2026-03-09' }, standing, ['LAST_DAY_PAST']],
  ] as const)('%s', (_what, invitee, to, where, expected) => {
    expect(codes(decideMemberInvitation(invitee, to, where, TODAY))).toEqual(expected);
  });
});

describe('inviting into a circle (R56)', () => {
  const offer = { relation: 'friend', maySee: ['PLAN'], mayDo: 'SUGGEST', endsOn: null } as const;
  const self: ViewerCircle = { individualId: 'amira', relation: 'SELF', maySee: [], mayDo: 'COMMIT' };
  const son: ViewerCircle = { ...self, relation: 'son', maySee: ['BUDGET'] };
  it.each([
    ['by the individual', offer, self, []],
    ['without a relation', { ...offer, relation: '' }, self, ['RELATION_REQUIRED']],
    ['a relation of 101', { ...offer, relation: 'f'.repeat(101) }, self, ['TEXT_TOO_LONG']],
    ['to decide', { ...offer, mayDo: 'COMMIT' }, self, ['DECIDING_COMES_LATER']],
    ['to suggest on nothing', { ...offer, maySee: [] }, self, ['NOTHING_TO_ACT_ON']],
    ['to look at nothing', { ...offer, maySee: [], mayDo: 'VIEW' }, self, []],
    ['to what the giver has not', offer, son, ['NOT_YOURS_TO_GIVE']],
    ['to what the giver has', { ...offer, maySee: ['BUDGET'] }, son, []],
    ['until today', { ...offer, endsOn: TODAY }, self, []],
    ['until yesterday', { ...offer, endsOn: '2026-03-09' }, self, ['LAST_DAY_PAST']],
  ] as const)('%s', (_what, given, giver, expected) => {
    const invitee = { name: 'Kay' };
    expect(codes(decideCircleInvitation(invitee, given, { giver, invitedLately: 0 }, TODAY))).toEqual(expected);
  });
});

describe('answering and keeping', () => {
  const expiresAt = new Date('2026-03-24T10:00:00Z');
  const last = new Date('2026-03-24T09:59:59.999Z');
  const open = { state: 'OPEN', expiresAt, invitedById: 'mo' } as const;
  const kay = { personId: 'kay', isThere: false };
  it.each([
    ['no invitation', null, kay, last, ['LINK_NOT_VALID']],
    ['in the last moment', open, kay, last, []],
    ['when it has run out', open, kay, expiresAt, ['INVITATION_EXPIRED']],
    ['once it was withdrawn', { ...open, state: 'WITHDRAWN' }, kay, last, ['ALREADY_ANSWERED']],
    ['one’s own', open, { ...kay, personId: 'mo' }, last, ['OWN_INVITATION']],
    ['where one is already', open, { ...kay, isThere: true }, last, ['ALREADY_THERE']],
  ] as const)('%s', (_what, invitation, who, now, expected) => {
    expect(codes(decideAccepting(invitation, who, now))).toEqual(expected);
  });

  it('an expired one can be taken back or sent again, an answered one cannot', () => {
    expect([invitationState(open, last), invitationState(open, expiresAt)]).toEqual(['OPEN', 'EXPIRED']);
    expect(codes(decideWithdrawing(open))).toEqual([]);
    expect(codes(decideWithdrawing({ state: 'DECLINED' }))).toEqual(['ALREADY_ANSWERED']);
    expect(codes(decideResending({ state: 'DECLINED' }, 0))).toEqual(['ALREADY_ANSWERED']);
    expect(codes(decideResending(open, MOST_INVITATIONS - 1))).toEqual([]);
    expect(codes(decideResending(open, MOST_INVITATIONS))).toEqual(['TOO_MANY_INVITATIONS']);
  });

  it('anybody who holds the link may decline it while it is open', () => {
    expect(codes(decideDeclining(open, last))).toEqual([]);
    expect(codes(decideDeclining(open, expiresAt))).toEqual(['INVITATION_EXPIRED']);
    expect(codes(decideDeclining(null, last))).toEqual(['LINK_NOT_VALID']);
  });

  it.each([
    ['a manager', { organisationId: 'fen', individualId: null }, true],
    ['a manager elsewhere', { organisationId: 'salt', individualId: null }, false],
    ['whoever may bind them', { organisationId: null, individualId: 'amira' }, true],
    ['whoever may not', { organisationId: null, individualId: 'bo' }, false],
  ])('is kept by %s: %j', (_who, place, may) => {
    const viewer: Viewer = {
      ...ANONYMOUS,
      personId: 'kay',
      memberships: [{ organisationId: 'fen', organisationName: 'Fen', kind: 'PROVIDER', role: 'MANAGER' }],
      circles: [{ individualId: 'amira', relation: 'son', maySee: [], mayDo: 'COMMIT' }],
    };
    expect(canKeepInvitation(viewer, place)).toBe(may);
  });
});

describe('the link', () => {
  const id = '10000000-0000-4000-8000-000000000001';
  it('opens what it was made for, and nothing else', () => {
    const word = signedId('secret', 'invitation', id);
    expect(idSignedIn('secret', 'invitation', word)).toBe(id);
    expect(idSignedIn('other', 'invitation', word)).toBeNull();
    expect(idSignedIn('secret', 'letter', word)).toBeNull();
    expect(idSignedIn('secret', 'invitation', `${word}x`)).toBeNull();
  });

  it('comes in a letter that says who invites and nothing of anybody’s affairs', () => {
    const { subject, text } = invitationText({
      ...{ inviteeName: 'Kay', invitedByName: 'Amira Okoro', aboutName: 'Amira' },
      link: 'https://kith.example/invited/x',
    });
    expect(subject).toBe('Amira Okoro invites you');
    expect(text).toContain('https://kith.example/invited/x');
    expect(text).toContain('for 14 days');
  });
});
