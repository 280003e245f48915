import { describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type CircleLevel, type MemberRole, type Viewer } from '../../api/common/viewer.ts';
import { canSuggest, isBrokerOf, levelFor, relationTo } from '../../api/people/individual.policy.ts';

const AMIRA = { authorityId: 'fenmoor', individualId: 'amira' };
const member = (organisationId: string, role: MemberRole): Viewer => ({
  ...ANONYMOUS,
  personId: role,
  memberships: [{ organisationId, organisationName: organisationId, kind: 'AUTHORITY', role }],
});
const close = (individualId: string, mayDo: CircleLevel, relation: string): Viewer => ({
  ...ANONYMOUS,
  personId: relation,
  circles: [{ individualId, relation, maySee: [], mayDo }],
});

describe("in the individual's affairs", () => {
  it.each([
    ['the visitor', ANONYMOUS, false, false, 'VIEW', null],
    ['the individual', close('amira', 'COMMIT', 'SELF'), false, true, 'COMMIT', 'SELF'],
    ['a niece who looks', close('amira', 'VIEW', 'niece'), false, false, 'VIEW', 'niece'],
    ['a niece who suggests', close('amira', 'SUGGEST', 'niece'), false, true, 'SUGGEST', 'niece'],
    ['an attorney who commits', close('amira', 'COMMIT', 'attorney'), false, true, 'COMMIT', 'attorney'],
    ["somebody else's niece", close('bo', 'COMMIT', 'niece'), false, false, 'VIEW', null],
    ['the broker', member('fenmoor', 'BROKER'), true, true, 'SUGGEST', 'broker'],
    ['the budget holder', member('fenmoor', 'BUDGET_HOLDER'), false, false, 'VIEW', null],
    ['a broker elsewhere', member('saltmarsh', 'BROKER'), false, false, 'VIEW', null],
  ] as const)('%s', (_who, viewer, isBroker, suggests, level, relation) => {
    expect([
      isBrokerOf(viewer, AMIRA),
      canSuggest(viewer, AMIRA),
      levelFor(viewer, AMIRA),
      relationTo(viewer, AMIRA),
    ]).toEqual([isBroker, suggests, level, relation]);
  });

  it('a broker who is close as well is what the circle says, so that a role never adds to a mandate', () => {
    const both: Viewer = { ...close('amira', 'VIEW', 'sister'), memberships: member('fenmoor', 'BROKER').memberships };
    expect([levelFor(both, AMIRA), relationTo(both, AMIRA)]).toEqual(['VIEW', 'sister']);
  });
});
