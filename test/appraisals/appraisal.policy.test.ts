import { expect, it } from '@jest/globals';
import { canAppraise, canChooseOption, canRemoveOption } from '../../api/appraisals/appraisal.policy.ts';
import { ANONYMOUS, type CircleLevel, type MemberRole, type Shared, type Viewer } from '../../api/common/viewer.ts';

const inCircle = (mayDo: CircleLevel, maySee: Shared[] = ['PLAN'], personId = 'niece'): Viewer => ({
  ...ANONYMOUS,
  personId,
  circles: [{ individualId: 'amira', relation: 'niece', maySee, mayDo }],
});
const worker = (role: MemberRole, organisationId = 'fenmoor'): Viewer => ({
  ...ANONYMOUS,
  personId: 'worker',
  memberships: [{ organisationId, organisationName: 'Fenmoor', kind: 'AUTHORITY', role }],
});
const subject = { authorityId: 'fenmoor', individualId: 'amira' };

it.each<[string, Viewer, { look: boolean; choose: boolean; own: boolean; anothers: boolean }]>([
  ['the individual', inCircle('COMMIT', ['PLAN'], 'amira'), { look: true, choose: true, own: true, anothers: true }],
  ['who may bind her', inCircle('COMMIT'), { look: true, choose: true, own: true, anothers: true }],
  ['who may suggest', inCircle('SUGGEST'), { look: true, choose: false, own: true, anothers: false }],
  ['who may look', inCircle('VIEW'), { look: false, choose: false, own: false, anothers: false }],
  [
    'who does not share the plan',
    inCircle('SUGGEST', ['BUDGET']),
    { look: false, choose: false, own: false, anothers: false },
  ],
  ['her broker', worker('BROKER'), { look: true, choose: false, own: true, anothers: false }],
  ['an approver', worker('APPROVER'), { look: false, choose: false, own: false, anothers: false }],
  ['a broker elsewhere', worker('BROKER', 'elsewhere'), { look: false, choose: false, own: false, anothers: false }],
  ['nobody', ANONYMOUS, { look: false, choose: false, own: false, anothers: false }],
])('lets %s do what is theirs', (_who, viewer, may) => {
  expect({
    look: canAppraise(viewer, subject),
    choose: canChooseOption(viewer, subject),
    own: canRemoveOption(viewer, { ...subject, addedById: viewer.personId ?? 'x' }),
    anothers: canRemoveOption(viewer, { ...subject, addedById: 'another' }),
  }).toEqual(may);
});
