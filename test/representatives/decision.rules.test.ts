import { describe, expect, it } from '@jest/globals';
import { ageOn, decideBirthDate, lifeStageOn, warningOf } from '../../api/representatives/age.rules.ts';
import { covers, DecisionKind, RepresentationKind } from '../../api/representatives/cover.rules.ts';
import { decideFor, type Grounds, kindOfDecision } from '../../api/representatives/decision.rules.ts';

const DAY = '2026-11-25';
const NOBODY: Grounds = {
  bornOn: null,
  isSelf: false,
  hasMandate: false,
  held: [],
  hasParent: false,
  finding: null,
};
const holding = (
  kind: RepresentationKind,
  more: Partial<Grounds> = {},
  seen = true,
  hasPermission = false,
): Grounds => ({
  ...NOBODY,
  held: [{ id: kind, kind, isEvidenceSeen: seen, hasPermission }],
  ...more,
});
const said = (kind: DecisionKind, grounds: Grounds) => {
  const decision = decideFor(kind, grounds, DAY);
  if (!decision.ok) return decision.problems.map(({ code }) => code).join();
  return decision.value === null ? 'nothing' : decision.value.by;
};
const LACKS = { finding: 'LACKS_CAPACITY' } as const;
const CHILD = { bornOn: '2015-01-01' } as const;

describe('what a kind of authority covers (R23)', () => {
  const WELFARE = ['RESIDENCE', 'CARE_AND_SUPPORT', 'HEALTH', 'SHARING'];
  const FINANCE = ['MONEY', 'BENEFITS', 'CONTRACT'];
  const EXPECTED: Readonly<Record<RepresentationKind, readonly string[]>> = {
    ...{ NEXT_OF_KIN: [], LPA_HEALTH: WELFARE, LPA_FINANCE: FINANCE, DEPUTY_HEALTH: WELFARE, DEPUTY_FINANCE: FINANCE },
    ...{ APPOINTEE: ['BENEFITS'], CARE_ACT_ADVOCATE: [], IMCA: [], IMHA: [], CHILDRENS_ADVOCATE: [], INFORMAL: [] },
    PARENTAL_RESPONSIBILITY: [...WELFARE, ...FINANCE],
  };
  it.each(Object.keys(RepresentationKind) as RepresentationKind[])('%s', (kind) => {
    const covered = (Object.keys(DecisionKind) as DecisionKind[]).filter((decision) => covers(kind, decision));
    expect(covered.toSorted()).toEqual([...EXPECTED[kind]].sort());
  });

  it('a power over money never chooses where somebody lives, and one over health never signs for money', () => {
    for (const kind of ['LPA_FINANCE', 'DEPUTY_FINANCE', 'APPOINTEE'] as const) {
      expect(covers(kind, 'RESIDENCE')).toBe(false);
    }
    for (const kind of ['LPA_HEALTH', 'DEPUTY_HEALTH'] as const) expect(covers(kind, 'CONTRACT')).toBe(false);
  });
});

describe('who decides (R23, R24, R63)', () => {
  it.each<[string, DecisionKind, Grounds, string]>([
    ['the individual, presumed able', 'RESIDENCE', { ...NOBODY, isSelf: true }, 'INDIVIDUAL'],
    ['the individual, found unable', 'RESIDENCE', { ...NOBODY, isSelf: true, ...LACKS }, 'CAPACITY_LACKING'],
    ['the individual, found able', 'RESIDENCE', { ...NOBODY, isSelf: true, finding: 'HAS_CAPACITY' }, 'INDIVIDUAL'],
    ['somebody with nothing', 'RESIDENCE', NOBODY, 'nothing'],
    ['next of kin', 'CARE_AND_SUPPORT', holding('NEXT_OF_KIN', LACKS), 'KIND_DOES_NOT_COVER'],
    ['an advocate', 'CARE_AND_SUPPORT', holding('IMCA', LACKS), 'KIND_DOES_NOT_COVER'],
    ['an attorney for money, about a home', 'RESIDENCE', holding('LPA_FINANCE', LACKS), 'KIND_DOES_NOT_COVER'],
    ['an attorney for money, about a contract', 'CONTRACT', holding('LPA_FINANCE', LACKS), 'REPRESENTATIVE'],
    ['the same without permission', 'CONTRACT', holding('LPA_FINANCE'), 'CAPACITY_PRESUMED'],
    ['the same with permission', 'CONTRACT', holding('LPA_FINANCE', {}, true, true), 'REPRESENTATIVE'],
    ['a deputy for money', 'CONTRACT', holding('DEPUTY_FINANCE'), 'REPRESENTATIVE'],
    ['an attorney for health, presumed able', 'RESIDENCE', holding('LPA_HEALTH'), 'CAPACITY_PRESUMED'],
    [
      'an attorney for health, with permission',
      'RESIDENCE',
      holding('LPA_HEALTH', {}, true, true),
      'CAPACITY_PRESUMED',
    ],
    ['an attorney for health, found unable', 'RESIDENCE', holding('LPA_HEALTH', LACKS), 'REPRESENTATIVE'],
    ['an attorney whose papers nobody saw', 'RESIDENCE', holding('LPA_HEALTH', LACKS, false), 'EVIDENCE_NOT_SEEN'],
    ['an appointee, about a contract', 'CONTRACT', holding('APPOINTEE'), 'KIND_DOES_NOT_COVER'],
    ['a mandate, about care', 'CARE_AND_SUPPORT', { ...NOBODY, hasMandate: true }, 'MANDATE'],
    ['a mandate, about a contract', 'CONTRACT', { ...NOBODY, hasMandate: true }, 'MANDATE'],
    ['a mandate, about a home', 'RESIDENCE', { ...NOBODY, hasMandate: true }, 'MANDATE_DOES_NOT_COVER'],
    ['a mandate that lapsed', 'CARE_AND_SUPPORT', { ...NOBODY, hasMandate: true, ...LACKS }, 'CAPACITY_LACKING'],
    [
      'a mandate and an authority that does not cover it',
      'CARE_AND_SUPPORT',
      holding('LPA_FINANCE', { hasMandate: true }),
      'MANDATE',
    ],
    ['a parent', 'CARE_AND_SUPPORT', holding('PARENTAL_RESPONSIBILITY', CHILD), 'REPRESENTATIVE'],
    [
      'a parent of a child found able',
      'CARE_AND_SUPPORT',
      holding('PARENTAL_RESPONSIBILITY', { ...CHILD, finding: 'COMPETENT_UNDER_16' }),
      'CAPACITY_PRESUMED',
    ],
    [
      'a parent, the day before the 16th birthday',
      'CARE_AND_SUPPORT',
      holding('PARENTAL_RESPONSIBILITY', { bornOn: '2010-11-26' }),
      'REPRESENTATIVE',
    ],
    [
      'a parent, on the 16th birthday',
      'CARE_AND_SUPPORT',
      holding('PARENTAL_RESPONSIBILITY', { bornOn: '2010-11-25' }),
      'CAPACITY_PRESUMED',
    ],
    ['a child', 'CARE_AND_SUPPORT', { ...NOBODY, ...CHILD, isSelf: true, hasParent: true }, 'NEEDS_PARENT'],
    ['a child with no parent', 'CARE_AND_SUPPORT', { ...NOBODY, ...CHILD, isSelf: true }, 'CHILD_WITHOUT_PARENT'],
    ["an aunt with a child's mandate", 'CONTRACT', { ...NOBODY, ...CHILD, hasMandate: true }, 'CHILD_WITHOUT_PARENT'],
    [
      'a child found able',
      'CARE_AND_SUPPORT',
      { ...NOBODY, ...CHILD, isSelf: true, finding: 'COMPETENT_UNDER_16' },
      'INDIVIDUAL',
    ],
    ['somebody of 16', 'CARE_AND_SUPPORT', { ...NOBODY, bornOn: '2010-11-25', isSelf: true }, 'INDIVIDUAL'],
  ])('%s, about %s', (_who, kind, grounds, expected) => {
    expect(said(kind, grounds)).toBe(expected);
  });

  it.each([
    [true, true, 'RESIDENCE'],
    [true, false, 'RESIDENCE'],
    [false, true, 'CARE_AND_SUPPORT'],
    [false, false, 'CONTRACT'],
  ] as const)('a place to live %s, paid by a budget %s: %s', (isPlace, isPaid, kind) => {
    expect(kindOfDecision(isPlace, isPaid)).toBe(kind);
  });
});

describe('age (R63)', () => {
  it.each([
    ['2010-11-26', 15, 'CHILD'],
    ['2010-11-25', 16, 'YOUNG_PERSON'],
    ['2008-11-26', 17, 'YOUNG_PERSON'],
    ['2008-11-25', 18, 'ADULT'],
    ['2026-11-25', 0, 'CHILD'],
  ] as const)('born on %s is %s and %s', (bornOn, age, stage) => {
    expect([ageOn(bornOn, DAY), lifeStageOn(bornOn, DAY)]).toEqual([age, stage]);
  });

  it.each([
    ['2026-02-28', 17],
    ['2026-03-01', 18],
    ['2028-02-28', 19],
    ['2028-02-29', 20],
  ])('born on a leap day is, on %s, %i', (day, age) => {
    expect(ageOn('2008-02-29', day)).toBe(age);
  });

  it.each([
    ['2026-11-25', true],
    ['2026-11-26', false],
    ['1890-01-01', false],
    ['2026-02-30', false],
  ])('a birth date of %s can be kept: %s', (bornOn, isKept) => {
    expect(decideBirthDate(bornOn, DAY).ok).toBe(isKept);
  });

  it('warns of a child with nobody as parent, and of nobody else', () => {
    expect(warningOf({ bornOn: '2015-01-01', hasParent: false }, DAY)).toMatch(/parental responsibility/);
    expect(warningOf({ bornOn: '2015-01-01', hasParent: true }, DAY)).toBeNull();
    expect(warningOf({ bornOn: '2010-11-25', hasParent: false }, DAY)).toBeNull();
    expect(warningOf({ bornOn: null, hasParent: false }, DAY)).toBeNull();
  });
});
