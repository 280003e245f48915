import { describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type CircleLevel, type MemberRole, type Shared, type Viewer } from '../../api/common/viewer.ts';
import { purposeOf } from '../../api/records/look.rules.ts';
import { canOpenRecord, isRecordReader } from '../../api/records/record.policy.ts';

const ALL: Shared[] = ['APPOINTMENTS', 'PLAN', 'BUDGET', 'AGREEMENTS'];
const close = (mayDo: CircleLevel, maySee: Shared[] = ALL): Viewer => ({
  ...{ ...ANONYMOUS, personId: 'p' },
  circles: [{ individualId: 'i', relation: 'niece', maySee, mayDo }],
});
const member = (role: MemberRole, organisationId = 'a'): Viewer => ({
  ...{ ...ANONYMOUS, personId: 'p' },
  memberships: [{ organisationId, organisationName: 'O', kind: 'AUTHORITY', role }],
});

describe('a record is opened by', () => {
  it.each<[string, Viewer, boolean, boolean]>([
    ['whoever sees all and may bind', close('COMMIT'), true, true],
    ['not whoever may only suggest', close('SUGGEST'), false, false],
    ['not whoever may bind but sees a part', close('COMMIT', ['PLAN', 'BUDGET', 'AGREEMENTS']), false, false],
    ['a broker of the authority, but not as the individual does', member('BROKER'), false, true],
    ['not who only keeps the directory', member('EDITOR'), false, false],
    ['not a broker of another authority', member('BROKER', 'b'), false, false],
    ['nobody who has not signed in', ANONYMOUS, false, false],
  ])('%s', (_name, viewer, isReader, canOpen) => {
    expect(isRecordReader(viewer, 'i')).toBe(isReader);
    expect(canOpenRecord(viewer, { authorityId: 'a', individualId: 'i' })).toBe(canOpen);
  });
});

it.each([
  ['CIRCLE', 'niece', '', 'To help, as the person asked them to'],
  ['AUTHORITY', 'BROKER', '', 'To plan and arrange the support'],
  ['AUTHORITY', 'MEMBER', '', 'To work on the support, for the council'],
  ['AUTHORITY', null, '', 'To work on the support, for the council'],
  ['PROVIDER', 'MANAGER', '', 'To give support, or to offer it'],
  ['NOT_KNOWN', null, '', 'Not known'],
  ['AUTHORITY', 'BROKER', 'To check the letter', 'To check the letter'],
] as const)('the purpose of %s %s who said “%s” is: %s', (actedAs, role, said, purpose) => {
  expect(purposeOf({ actedAs, role, said })).toBe(purpose);
});
