import { describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type MemberRole, type OrganisationKind } from '../../api/common/viewer.ts';
import { canReadGaps } from '../../api/gaps/gap.policy.ts';
import { readGap } from '../../api/gaps/gap.rules.ts';

const outwardOf = (area: string) =>
  area.trim().toUpperCase().startsWith('FM') ? area.trim().toUpperCase().slice(0, 3) : null;

describe('a gap as it is kept', () => {
  it.each([
    ['Signing choir', 'choir signing'],
    ['I am looking for a choir, signing!', 'am choir signing'],
    ['choir choir', 'choir'],
    ['Côr arwyddo', 'arwyddo côr'],
    ['ring me on 07700 900123', 'ring'],
  ])('%j is kept as %j, so that the same need is counted together and no figure stays', (need, kept) => {
    expect(readGap({ need, area: 'FM3 4QT' }, outwardOf)).toEqual({
      ok: true,
      value: { need: kept, domain: null, area: 'FM3' },
    });
  });

  it.each([
    ['', 'FM3', ['NEED_REQUIRED']],
    ['the 12345', 'FM3', ['NEED_REQUIRED']],
    ['a'.repeat(100), 'FM3', []],
    ['a'.repeat(101), 'FM3', ['NEED_TOO_LONG']],
    ['choir', ' ', ['AREA_REQUIRED']],
    ['choir', 'the moon', ['AREA_NOT_KNOWN']],
    ['', '', ['NEED_REQUIRED', 'AREA_REQUIRED']],
  ])('%j in %j: %j', (need, area, codes) => {
    const result = readGap({ need, area }, outwardOf);
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(codes);
  });
});

describe('who reads gaps', () => {
  it.each<[OrganisationKind, MemberRole, boolean]>([
    ['AUTHORITY', 'BROKER', true],
    ['AUTHORITY', 'EDITOR', true],
    ['AUTHORITY', 'MEMBER', true],
    ['PROVIDER', 'MANAGER', false],
    ['COMMUNITY_GROUP', 'MEMBER', false],
    ['ADVICE', 'MANAGER', false],
  ])('a member of a %s as %s: %s', (kind, role, may) => {
    const membership = { organisationId: 'o', organisationName: 'O', kind, role };
    expect(canReadGaps({ ...ANONYMOUS, personId: 'p', memberships: [membership] })).toBe(may);
  });

  it('not a visitor', () => expect(canReadGaps(ANONYMOUS)).toBe(false));
});
