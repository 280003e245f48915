import { describe, expect, it } from '@jest/globals';
import { decideBestInterests } from '../../api/representatives/best-interests.rules.ts';
import { type Assessed, decideCapacity } from '../../api/representatives/capacity.rules.ts';
import { decideCourtOrder, decideLifting } from '../../api/representatives/court-order.rules.ts';
import {
  decideRepresentation,
  decideRepresentationEnd,
  isInForce,
  type Representing,
  type RepresentationFacts,
} from '../../api/representatives/representation.rules.ts';
import { type Problem, problemsOf, type Result } from '../../api/common/result.ts';

const DAY = '2026-11-25';
const codes = (result: Result<unknown>) => problemsOf(result).map(({ code }: Problem) => code);

const WISH: Representing = {
  personId: 'martin',
  kind: 'LPA_HEALTH',
  actsAlone: true,
  hasPermission: false,
  evidence: 'The sealed paper.',
  startsOn: '2026-01-01',
};
const FACTS: RepresentationFacts = { bornOn: null, isInCircle: true, standing: [], employers: [] };
const other = (more: Partial<Representing>) => ({
  ...WISH,
  personId: 'edith',
  actsAlone: false,
  endsOn: null,
  ...more,
});

describe('a representation', () => {
  it.each<[string, Partial<Representing>, Partial<RepresentationFacts>, string[]]>([
    ['is kept', {}, {}, []],
    ['needs somebody in the circle', {}, { isInCircle: false }, ['NOT_IN_CIRCLE']],
    ['ends on its first day at the earliest', { endsOn: '2026-01-01' }, {}, []],
    ['does not end before it begins', { endsOn: '2025-12-31' }, {}, ['DAYS_NOT_IN_ORDER']],
    ['was seen today at the latest', { evidenceSeenOn: DAY }, {}, []],
    ['was not seen tomorrow', { evidenceSeenOn: '2026-11-26' }, {}, ['EVIDENCE_IN_FUTURE']],
    ['says little', { scope: 'x'.repeat(501) }, {}, ['TEXT_TOO_LONG']],
    ['is held once on each day', {}, { standing: [other({ personId: 'martin' })] }, ['OVERLAPS']],
    [
      'follows one that ended the day before',
      {},
      { standing: [{ ...other({ personId: 'martin' }), startsOn: '2025-01-01', endsOn: '2025-12-31' }] },
      [],
    ],
    [
      'does not begin on the last day of one',
      {},
      { standing: [{ ...other({ personId: 'martin' }), startsOn: '2025-01-01', endsOn: '2026-01-01' }] },
      ['OVERLAPS'],
    ],
    ['is not the only one beside another', {}, { standing: [other({})] }, ['CONTRADICTS_ANOTHER']],
    ['stands beside another when neither is the only one', { actsAlone: false }, { standing: [other({})] }, []],
    ['does not stand beside a deputy', {}, { standing: [other({ kind: 'DEPUTY_HEALTH' })] }, ['CONTRADICTS_ANOTHER']],
    ['stands beside one over money', {}, { standing: [other({ kind: 'LPA_FINANCE' })] }, []],
    [
      'for benefits does not stand beside a deputy for money',
      { kind: 'APPOINTEE' },
      { standing: [other({ kind: 'DEPUTY_FINANCE' })] },
      ['CONTRADICTS_ANOTHER'],
    ],
    [
      'of an advocate stands beside nothing else of theirs',
      { kind: 'IMCA' },
      { standing: [other({ personId: 'martin', kind: 'NEXT_OF_KIN' })] },
      ['CONTRADICTS_ANOTHER'],
    ],
    ['of an advocate', { kind: 'IMCA' }, { employers: ['Larkfield Care'] }, ['WORKS_FOR_PROVIDER']],
    [
      'of a parent beside the other parent',
      { kind: 'PARENTAL_RESPONSIBILITY' },
      { standing: [other({ kind: 'PARENTAL_RESPONSIBILITY' })] },
      [],
    ],
    ['of a parent of an adult', { kind: 'PARENTAL_RESPONSIBILITY' }, { bornOn: '2008-01-01' }, ['NOT_FOR_THIS_AGE']],
    ['of a parent, the day before 18', { kind: 'PARENTAL_RESPONSIBILITY' }, { bornOn: '2008-01-02' }, []],
    ['by a power of a child', {}, { bornOn: '2008-01-02' }, ['NOT_FOR_THIS_AGE']],
    ['by a power of an adult', {}, { bornOn: '2008-01-01' }, []],
  ])('%s', (_what, wish, facts, expected) => {
    expect(codes(decideRepresentation({ ...WISH, ...wish }, { ...FACTS, ...facts }, DAY))).toEqual(expected);
  });

  it('is no authority while nothing was seen, and was seen today unless told', () => {
    expect(decideRepresentation({ ...WISH, evidence: ' ' }, FACTS, DAY)).toMatchObject({
      value: { evidence: null, evidenceSeenOn: null },
    });
    expect(decideRepresentation(WISH, FACTS, DAY)).toMatchObject({ value: { evidenceSeenOn: DAY } });
  });

  it('ends once, with a reason', () => {
    expect(codes(decideRepresentationEnd(false, ' '))).toEqual(['REASON_REQUIRED']);
    expect(codes(decideRepresentationEnd(false, 'x'.repeat(501)))).toEqual(['TEXT_TOO_LONG']);
    expect(decideRepresentationEnd(false, ' Revoked. ')).toEqual({ ok: true, value: 'Revoked.' });
    expect(decideRepresentationEnd(true, '')).toEqual({ ok: true, value: null });
  });

  it.each([
    ['2026-01-01', '2026-01-31', false, '2025-12-31', false],
    ['2026-01-01', '2026-01-31', false, '2026-01-01', true],
    ['2026-01-01', '2026-01-31', false, '2026-01-31', true],
    ['2026-01-01', '2026-01-31', false, '2026-02-01', false],
    ['2026-01-01', null, true, '2026-02-01', false],
  ])('from %s until %s, ended %s, is on %s in force: %s', (startsOn, endsOn, isEnded, day, expected) => {
    expect(isInForce({ startsOn, endsOn, isEnded }, day)).toBe(expected);
  });
});

const ASSESSED: Assessed = {
  decision: 'Where to live.',
  finding: 'LACKS_CAPACITY',
  understands: true,
  retains: false,
  weighs: false,
  communicates: true,
  supportGiven: 'Pictures, in the morning, with Edith there.',
  grounds: 'He could not keep both places in mind.',
  impairment: 'Dementia.',
  assessor: 'Nell Ashdown, broker',
  assessedOn: DAY,
};

describe('a capacity record (R24)', () => {
  it.each<[string, Partial<Assessed>, string | null, string[]]>([
    ['is kept', {}, null, []],
    ['is of one decision', { decision: ' ' }, null, ['DECISION_REQUIRED']],
    ['says what support was given first', { supportGiven: '' }, null, ['SUPPORT_REQUIRED']],
    ['says on what it stands', { grounds: '' }, null, ['GROUNDS_REQUIRED']],
    ['says who assessed it', { assessor: '' }, null, ['ASSESSOR_REQUIRED']],
    ['is not lacking when all four can be done', { retains: true, weighs: true }, null, ['FINDING_NOT_BORNE_OUT']],
    ['is lacking when one cannot', { finding: 'HAS_CAPACITY' }, null, ['FINDING_NOT_BORNE_OUT']],
    ['names what keeps them from it', { impairment: null }, null, ['IMPAIRMENT_REQUIRED']],
    ['is not of tomorrow', { assessedOn: '2026-11-26' }, null, ['ASSESSED_IN_FUTURE']],
    ['is not long', { decision: 'x'.repeat(501) }, null, ['TEXT_TOO_LONG']],
    ['is not of a child', {}, '2010-11-26', ['NOT_FOR_THIS_AGE']],
    ['is of somebody of 16', {}, '2010-11-25', []],
    [
      'of competence is not of somebody of 16',
      { finding: 'COMPETENT_UNDER_16', retains: true, weighs: true },
      '2010-11-25',
      ['NOT_FOR_THIS_AGE'],
    ],
    ['of competence is of a child', { finding: 'COMPETENT_UNDER_16', retains: true, weighs: true }, '2010-11-26', []],
  ])('%s', (_what, said, bornOn, expected) => {
    expect(codes(decideCapacity({ ...ASSESSED, ...said }, bornOn, DAY))).toEqual(expected);
  });
});

const WEIGHED = {
  wishes: 'He wants to be near Edith.',
  options: [
    { option: 'Stay', benefits: 'Home.', disbenefits: 'Falls.' },
    { option: 'Withy End', benefits: 'Near.', disbenefits: 'New.' },
  ],
  consulted: [{ who: 'Edith, wife', said: 'Near me.' }],
  leastRestrictive: 'Help at home was tried.',
  chosenOption: 1,
  reasons: 'Near Edith and safe.',
  decidedBy: 'Martin Thorne, attorney',
  decidedOn: DAY,
};

describe('a best-interests record (R24)', () => {
  it.each([
    ['is kept', {}, []],
    ['holds every option', { options: WEIGHED.options.slice(0, 1), chosenOption: 0 }, ['OPTIONS_MISSING']],
    [
      'weighs each',
      { options: [{ option: 'Stay', benefits: '', disbenefits: 'Falls.' }, ...WEIGHED.options] },
      ['OPTION_NOT_WEIGHED'],
    ],
    ['chooses one of them', { chosenOption: 2 }, ['NOT_AN_OPTION']],
    ['tells the wishes', { wishes: ' ' }, ['WISHES_REQUIRED']],
    ['tells who was asked', { consulted: [] }, ['NOBODY_CONSULTED']],
    ['tells what they said', { consulted: [{ who: 'Edith', said: '' }] }, ['NOBODY_CONSULTED']],
    ['tells what restricts least', { leastRestrictive: '' }, ['LEAST_RESTRICTIVE_REQUIRED']],
    ['tells why', { reasons: '' }, ['REASONS_REQUIRED']],
    ['tells who decided', { decidedBy: '' }, ['REASONS_REQUIRED']],
    ['is not long', { wishes: 'x'.repeat(2001) }, ['TEXT_TOO_LONG']],
    ['is not of tomorrow', { decidedOn: '2026-11-26' }, ['DECIDED_IN_FUTURE']],
  ])('%s', (_what, said, expected) => {
    expect(codes(decideBestInterests({ ...WEIGHED, ...said }, true, DAY))).toEqual(expected);
  });

  it('is only for a decision that could not be made', () => {
    expect(codes(decideBestInterests(WEIGHED, false, DAY))).toEqual(['NOT_LACKING']);
  });
});

describe('a court order (R63)', () => {
  it.each([
    ['Family Court, FM26', DAY, true, false, []],
    [' ', DAY, true, false, ['EVIDENCE_REQUIRED']],
    ['x'.repeat(501), DAY, true, false, ['TEXT_TOO_LONG']],
    ['Family Court, FM26', '2026-11-26', true, false, ['ORDERED_IN_FUTURE']],
    ['Family Court, FM26', DAY, false, false, ['NOT_IN_CIRCLE']],
    ['Family Court, FM26', DAY, true, true, ['ALREADY_STOPPED']],
  ])('%.20s of %s, in the circle %s, stopped %s', (evidence, orderedOn, isInCircle, isStopped, expected) => {
    expect(codes(decideCourtOrder({ evidence, orderedOn }, { isInCircle, isStopped }, DAY))).toEqual(expected);
  });

  it('is lifted once, with what was seen', () => {
    expect(codes(decideLifting(false, ''))).toEqual(['REASON_REQUIRED']);
    expect(decideLifting(true, '')).toEqual({ ok: true, value: null });
    expect(decideLifting(false, 'Discharged.')).toEqual({ ok: true, value: 'Discharged.' });
  });
});
