import { describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type MemberRole, type Viewer } from '../../api/common/viewer.ts';
import { canEndMembership, canManageMembers } from '../../api/memberships/membership.policy.ts';
import {
  decideMembershipChange,
  decideMembershipEnd,
  decideRole,
  type MembershipPlace,
} from '../../api/memberships/membership.rules.ts';
import type { Result } from '../../api/common/result.ts';

const TODAY = '2026-03-10';
const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code }) => code));

describe('giving a role', () => {
  const plain = { role: 'MEMBER', endsOn: null, approvalLimitPence: null } as const;
  const standing = { kind: 'AUTHORITY', isOwn: false, isHeld: false } as const;
  it.each([
    ['a plain member', plain, standing, []],
    ['an approver with a limit', { ...plain, role: 'APPROVER', approvalLimitPence: 1 }, standing, []],
    ['a limit of nothing', { ...plain, role: 'APPROVER', approvalLimitPence: 0 }, standing, ['LIMIT_IMPOSSIBLE']],
    ['a limit for a broker', { ...plain, role: 'BROKER', approvalLimitPence: 1 }, standing, ['LIMIT_IMPOSSIBLE']],
    ['until today', { ...plain, endsOn: TODAY }, standing, []],
    ['until yesterday', { ...plain, endsOn: '2026-03-09' }, standing, ['LAST_DAY_PAST']],
    ['a broker of a provider', { ...plain, role: 'BROKER' }, { ...standing, kind: 'PROVIDER' }, ['ROLE_NOT_HERE']],
    [
      'a safeguarding lead of a group',
      { ...plain, role: 'SAFEGUARDING_LEAD' },
      { ...standing, kind: 'COMMUNITY_GROUP' },
      [],
    ],
    ['a role that is held', plain, { ...standing, isHeld: true }, ['ROLE_HELD']],
    ['oneself an approver', { ...plain, role: 'APPROVER' }, { ...standing, isOwn: true }, ['OWN_ROLE']],
    ['oneself a broker', { ...plain, role: 'BROKER' }, { ...standing, isOwn: true }, []],
  ] as const)('%s', (_what, wish, where, expected) => {
    expect(codes(decideRole(wish, where, TODAY))).toEqual(expected);
  });

  it('says every problem at once', () => {
    const wish = { role: 'APPROVER', endsOn: '2026-01-01', approvalLimitPence: -1 } as const;
    expect(codes(decideRole(wish, { kind: 'PROVIDER', isOwn: true, isHeld: true }, TODAY))).toEqual([
      ...['ROLE_NOT_HERE', 'LAST_DAY_PAST', 'LIMIT_IMPOSSIBLE', 'ROLE_HELD', 'OWN_ROLE'],
    ]);
  });
});

describe('changing and ending', () => {
  const place: MembershipPlace = { role: 'MANAGER', endsOn: null, approvalLimitPence: null, version: 2, endedAt: null };
  const wish = { endsOn: TODAY, approvalLimitPence: null, version: 2 };
  const others = (otherManagers: number) => ({ isOwn: false, otherManagers });
  it.each([
    ['another manager stays', place, wish, others(1), []],
    ['no other manager', place, wish, others(0), ['LAST_MANAGER']],
    ['an older version', place, { ...wish, version: 1 }, others(1), ['CHANGED_MEANWHILE']],
    ['what has ended', { ...place, endedAt: new Date(0) }, wish, others(1), ['ALREADY_ENDED']],
    ['what is past', { ...place, endsOn: '2026-03-09' }, wish, others(1), ['ALREADY_ENDED']],
    ['what is so already', place, { ...wish, endsOn: null, version: 1 }, others(0), []],
    [
      "an approver's own limit",
      { ...place, role: 'APPROVER' },
      { ...wish, approvalLimitPence: 5 },
      { isOwn: true, otherManagers: 0 },
      ['OWN_ROLE'],
    ],
  ] as const)('%s', (_what, from, to, standing, expected) => {
    expect(codes(decideMembershipChange(from, to, standing, TODAY))).toEqual(expected);
  });

  it('ends once, never the last manager', () => {
    expect(decideMembershipEnd(place, 2, 1)).toEqual({ ok: true, value: true });
    expect(decideMembershipEnd({ ...place, endedAt: new Date(0) }, 1, 0)).toEqual({ ok: true, value: false });
    expect(codes(decideMembershipEnd(place, 1, 0))).toEqual(['CHANGED_MEANWHILE', 'LAST_MANAGER']);
    expect(codes(decideMembershipEnd({ ...place, endsOn: TODAY }, 2, 0))).toEqual([]);
  });
});

describe('who may', () => {
  const member = (role: MemberRole, personId: string): Viewer => ({
    ...ANONYMOUS,
    personId,
    memberships: [{ organisationId: 'fen', organisationName: 'Fen', kind: 'AUTHORITY', role }],
  });
  it.each([
    ['a visitor', ANONYMOUS, false, false],
    ['a manager', member('MANAGER', 'mo'), true, true],
    ['the member', member('BROKER', 'bo'), false, true],
    ['a colleague', member('BROKER', 'cy'), false, false],
    ['a manager elsewhere', { ...member('MANAGER', 'mo'), memberships: [] }, false, false],
  ] as const)('%s', (_who, viewer, manages, ends) => {
    const place = { organisationId: 'fen', personId: 'bo' };
    expect([canManageMembers(viewer, 'fen'), canEndMembership(viewer, place)]).toEqual([manages, ends]);
  });
});
