import { expect, it } from '@jest/globals';
import { ANONYMOUS, type CircleLevel, type MemberRole, type Shared, type Viewer } from '../../api/common/viewer.ts';
import { canSuggestInPlan, capacityOf } from '../../api/people/individual.policy.ts';
import { canAgreeOutcome, canWithdrawOutcome } from '../../api/outcomes/outcome.policy.ts';

const somebody = (personId: string, parts: Partial<Viewer> = {}): Viewer => ({ ...ANONYMOUS, personId, ...parts });
const inCircle = (mayDo: CircleLevel, maySee: Shared[] = ['PLAN']): Viewer =>
  somebody('niece', { circles: [{ individualId: 'amira', relation: 'niece', maySee, mayDo }] });
const worker = (role: MemberRole, organisationId = 'fenmoor'): Viewer =>
  somebody('worker', {
    memberships: [{ organisationId, organisationName: 'Fenmoor', kind: 'AUTHORITY', role }],
  });
const amira = somebody('amira', {
  circles: [
    {
      individualId: 'amira',
      relation: 'SELF',
      maySee: ['APPOINTMENTS', 'PLAN', 'BUDGET', 'AGREEMENTS'],
      mayDo: 'COMMIT',
    },
  ],
});
const outcome = { authorityId: 'fenmoor', individualId: 'amira', state: 'DRAFT', spokenById: 'niece' } as const;

it.each<[string, Viewer, { suggest: boolean; agree: boolean; withdraw: boolean }]>([
  ['the individual', amira, { suggest: true, agree: true, withdraw: true }],
  ['who may bind her', inCircle('COMMIT'), { suggest: true, agree: true, withdraw: true }],
  ['who may suggest, and spoke', inCircle('SUGGEST'), { suggest: true, agree: false, withdraw: true }],
  ['who may only look', inCircle('VIEW'), { suggest: false, agree: false, withdraw: false }],
  [
    'who may suggest without the plan',
    inCircle('SUGGEST', ['BUDGET']),
    { suggest: false, agree: false, withdraw: false },
  ],
  ['her broker', worker('BROKER'), { suggest: true, agree: false, withdraw: false }],
  ['another role of her authority', worker('BUDGET_HOLDER'), { suggest: false, agree: false, withdraw: false }],
  ['a broker of another authority', worker('BROKER', 'elsewhere'), { suggest: false, agree: false, withdraw: false }],
  ['a stranger', somebody('stranger'), { suggest: false, agree: false, withdraw: false }],
  ['nobody', ANONYMOUS, { suggest: false, agree: false, withdraw: false }],
])('lets %s do what is theirs', (_who, viewer, may) => {
  expect({
    suggest: canSuggestInPlan(viewer, outcome),
    agree: canAgreeOutcome(viewer, outcome),
    withdraw: canWithdrawOutcome(viewer, outcome),
  }).toEqual(may);
});

it('does not let a suggester take back what was agreed, or what another said', () => {
  expect(canWithdrawOutcome(inCircle('SUGGEST'), { ...outcome, state: 'AGREED' })).toBe(false);
  expect(canWithdrawOutcome(inCircle('SUGGEST'), { ...outcome, spokenById: 'amira' })).toBe(false);
});

it.each<[Viewer, string]>([
  [amira, 'INDIVIDUAL'],
  [inCircle('SUGGEST'), 'CIRCLE'],
  [worker('BROKER'), 'BROKER'],
])('knows in what capacity somebody acts (%#)', (viewer, capacity) => {
  expect(capacityOf(viewer, 'amira')).toBe(capacity);
});
