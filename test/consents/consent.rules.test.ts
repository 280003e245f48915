import { describe, expect, it } from '@jest/globals';
import { type Viewer } from '../../api/common/viewer.ts';
import { canRecordConsent, canWithdrawConsent } from '../../api/consents/consent.policy.ts';
import {
  authorityOf,
  type ConsentStatus,
  type ConsentWish,
  decideConsent,
  decideWithdrawal,
  type Giving,
  type Standing,
} from '../../api/consents/consent.rules.ts';

const NOBODY: Standing = { isIndividual: false, circle: null, isRepresentative: false };
const ALL = ['APPOINTMENTS', 'PLAN', 'BUDGET', 'AGREEMENTS'] as const;
const giving = (more: Partial<Giving> = {}): Giving => ({
  ...{ individualId: 'amira', giverId: 'amira', recorderId: 'amira', today: '2026-11-25' },
  standing: { ...NOBODY, isIndividual: true },
  ...{ isRecipientFound: true, overlaps: false },
  ...more,
});
const wish = (more: Partial<ConsentWish> = {}): ConsentWish => ({
  ...{ classes: ['PLAN'], organisationId: 'advice', isForProvidersAsked: false, how: 'HERE' },
  ...more,
});
const codes = (asked: ConsentWish, facts: Giving) => {
  const decision = decideConsent(asked, facts);
  return decision.ok ? [] : decision.problems.map(({ code, field }) => `${code} ${field?.join('.') ?? ''}`);
};

describe('by what authority somebody says yes for an individual', () => {
  it.each([
    ['the individual', { ...NOBODY, isIndividual: true }, 'INDIVIDUAL'],
    ['who may decide', { ...NOBODY, circle: { mayDo: 'COMMIT', maySee: ALL } }, 'CIRCLE'],
    ['who may suggest', { ...NOBODY, circle: { mayDo: 'SUGGEST', maySee: ALL } }, null],
    ['who may look', { ...NOBODY, circle: { mayDo: 'VIEW', maySee: ALL } }, null],
    ['a representative', { ...NOBODY, isRepresentative: true }, 'REPRESENTATIVE'],
    ['anybody else', NOBODY, null],
  ] as const)('%s', (_who, standing, authority) => {
    expect(authorityOf(standing)).toBe(authority);
  });
});

describe('what is kept', () => {
  it('is each kind of data once, from today on, with no end, when nothing else is said', () => {
    const decision = decideConsent(wish({ classes: ['PLAN', 'MONEY', 'PLAN'], evidence: '  ' }), giving());
    expect(decision).toEqual({
      ok: true,
      value: {
        ...{ classes: ['MONEY', 'PLAN'], startsOn: '2026-11-25', endsOn: null, witness: null, evidence: null },
        ...{ recipientKind: 'ORGANISATION', givenAs: 'INDIVIDUAL' },
      },
    });
  });

  const byDaughter = (maySee: readonly (typeof ALL)[number][]) =>
    giving({ giverId: 'carys', recorderId: 'carys', standing: { ...NOBODY, circle: { mayDo: 'COMMIT', maySee } } });
  const byBroker = (more: Partial<Giving> = {}) => giving({ recorderId: 'ben', ...more });

  it.each([
    ['today as the last day', wish({ endsOn: '2026-11-25' }), giving(), []],
    [
      'yesterday as the last day',
      wish({ startsOn: '2026-11-20', endsOn: '2026-11-24' }),
      giving(),
      ['LAST_DAY_PAST endsOn'],
    ],
    ['one day alone', wish({ startsOn: '2026-12-01', endsOn: '2026-12-01' }), giving(), []],
    [
      'days in the wrong order',
      wish({ startsOn: '2026-12-02', endsOn: '2026-12-01' }),
      giving(),
      ['DAYS_IN_WRONG_ORDER endsOn'],
    ],
    ['days that overlap', wish(), giving({ overlaps: true }), ['DATES_OVERLAP startsOn']],
    ['nothing', wish({ classes: [] }), giving(), ['NOTHING_ALLOWED classes']],
    ['nobody to know', wish({ organisationId: null }), giving(), ['RECIPIENT_UNCLEAR recipient']],
    ['two to know', wish({ isForProvidersAsked: true }), giving(), ['RECIPIENT_UNCLEAR recipient']],
    ['somebody who is not there', wish(), giving({ isRecipientFound: false }), ['RECIPIENT_NOT_FOUND recipient']],
    [
      'the individual as who may know',
      wish({ organisationId: null, personId: 'amira' }),
      giving(),
      ['RECIPIENT_IS_GIVER recipient'],
    ],
    [
      'the giver as who may know',
      wish({ organisationId: null, personId: 'carys' }),
      byDaughter(ALL),
      ['RECIPIENT_IS_GIVER recipient'],
    ],
    ['all that the giver sees', wish({ classes: ['PLAN', 'HEALTH'] }), byDaughter(['PLAN']), []],
    [
      'more than the giver sees',
      wish({ classes: ['PLAN', 'MONEY'] }),
      byDaughter(['PLAN']),
      ['NOT_YOURS_TO_GIVE classes'],
    ],
    ['a giver without authority', wish(), giving({ standing: NOBODY }), ['NO_AUTHORITY givenById']],
    ['spoken words without what was said', wish({ how: 'SPOKEN' }), byBroker(), ['EVIDENCE_REQUIRED evidence']],
    ['spoken words', wish({ how: 'SPOKEN', evidence: 'She said yes.' }), byBroker(), []],
    ['somebody else’s yes as given here', wish(), byBroker(), ['HOW_IT_WAS_GIVEN how']],
    ['a yes by accepting, given by itself', wish({ how: 'BY_ACCEPTING' }), giving(), ['HOW_IT_WAS_GIVEN how']],
    [
      'a gesture that nobody else saw',
      wish({ how: 'GESTURE', evidence: 'Thumbs up.' }),
      byBroker(),
      ['WITNESS_REQUIRED witness'],
    ],
    [
      'an aid that nobody else saw',
      wish({ how: 'COMMUNICATION_AID', evidence: 'Yes card.' }),
      byBroker(),
      ['WITNESS_REQUIRED witness'],
    ],
    ['a gesture that somebody saw', wish({ how: 'GESTURE', evidence: 'Thumbs up.', witness: 'Carys' }), byBroker(), []],
    ['the longest evidence', wish({ how: 'SPOKEN', evidence: 'x'.repeat(2000) }), byBroker(), []],
    [
      'evidence that is too long',
      wish({ how: 'SPOKEN', evidence: 'x'.repeat(2001) }),
      byBroker(),
      ['TEXT_TOO_LONG evidence'],
    ],
    ['a witness that is too long', wish({ witness: 'x'.repeat(201) }), giving(), ['TEXT_TOO_LONG witness']],
  ])('%s', (_what, asked, facts, expected) => {
    expect(codes(asked, facts)).toEqual(expected);
  });

  it('says everything that is wrong at once', () => {
    const asked = wish({ organisationId: null, how: 'GESTURE', startsOn: '2026-12-02', endsOn: '2026-12-01' });
    expect(codes(asked, giving({ standing: NOBODY }))).toEqual([
      ...['NO_AUTHORITY givenById', 'RECIPIENT_UNCLEAR recipient', 'DAYS_IN_WRONG_ORDER endsOn'],
      ...['EVIDENCE_REQUIRED evidence', 'WITNESS_REQUIRED witness'],
    ]);
  });
});

describe('a withdrawal', () => {
  const agreement = (isStanding: boolean) => ({ provider: 'Brightwater', isStanding });
  it.each([
    ['of what stands', { isWithdrawn: false, agreement: null }, true],
    ['of what was withdrawn', { isWithdrawn: true, agreement: agreement(true) }, false],
    ['after the agreement ended', { isWithdrawn: false, agreement: agreement(false) }, true],
  ])('%s', (_what, consent, isNew) => {
    expect(decideWithdrawal(consent)).toEqual({ ok: true, value: isNew });
  });

  it('is refused while an agreement rests on it, and says what to do instead', () => {
    const decision = decideWithdrawal({ isWithdrawn: false, agreement: agreement(true) });
    expect(decision).toMatchObject({
      problems: [
        { code: 'NEEDED_BY_AGREEMENT', message: expect.stringMatching(/^Brightwater .* end the agreement first/) },
      ],
    });
  });
});

describe('who may write down a yes or a no', () => {
  const subject = { authorityId: 'fenmoor', individualId: 'amira' };
  const inCircle = (mayDo: 'COMMIT' | 'SUGGEST', relation = 'niece'): Viewer => ({
    ...{ personId: 'x', name: 'X', memberships: [] },
    circles: [{ individualId: 'amira', relation, maySee: ALL, mayDo }],
  });
  const member = (role: 'BROKER' | 'BUDGET_HOLDER', organisationId = 'fenmoor'): Viewer => ({
    ...{ personId: 'x', name: 'X', circles: [] },
    memberships: [{ organisationId, organisationName: 'F', kind: 'AUTHORITY', role }],
  });
  it.each([
    ['the individual', inCircle('COMMIT', 'SELF'), true],
    ['who may decide', inCircle('COMMIT'), true],
    ['who may suggest', inCircle('SUGGEST'), false],
    ['the broker', member('BROKER'), true],
    ['a budget holder', member('BUDGET_HOLDER'), false],
    ['a broker elsewhere', member('BROKER', 'saltmarsh'), false],
  ])('%s', (_who, viewer, may) => {
    const of = (status: ConsentStatus, isNeededByAgreement = false) => ({ ...subject, status, isNeededByAgreement });
    expect(canRecordConsent(viewer, subject)).toBe(may);
    expect(canWithdrawConsent(viewer, of('OPEN'))).toBe(may);
    expect(canWithdrawConsent(viewer, of('WAITING'))).toBe(may);
    expect(canWithdrawConsent(viewer, of('OPEN', true))).toBe(false);
    expect(canWithdrawConsent(viewer, of('OVER'))).toBe(false);
    expect(canWithdrawConsent(viewer, of('WITHDRAWN'))).toBe(false);
  });
});
