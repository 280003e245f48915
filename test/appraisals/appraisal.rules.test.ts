import { describe, expect, it } from '@jest/globals';
import { addingProblems, type OptionToAdd } from '../../api/appraisals/adding.rules.ts';
import {
  APPRAISAL_MOVES,
  type AppraisalStanding,
  AppraisalState,
  type Choice,
  decideChoice,
  decideOpening,
  decideRemoving,
  type OptionStanding,
} from '../../api/appraisals/appraisal.rules.ts';
import { decideOwnIdea, kindOfOption, type OwnIdea } from '../../api/appraisals/option.rules.ts';
import { problemsOf } from '../../api/common/result.ts';

const same: OptionStanding = { id: 'same', kind: 'CARRY_ON_AS_NOW', serviceId: null };
const lunch: OptionStanding = { id: 'lunch', kind: 'COMMUNITY_GROUP', serviceId: 'thursday-table' };
const ideas = (count: number): OptionStanding[] =>
  Array.from({ length: count }, (_, index) => ({ id: `idea ${index}`, kind: 'OWN_IDEA', serviceId: null }));
const open: AppraisalStanding = { state: 'OPEN', version: 3, outcomeState: 'AGREED', options: [same, lunch] };
const codesOf = (...given: Parameters<typeof problemsOf>) => problemsOf(...given).map(({ code }) => code);

describe('an appraisal', () => {
  it('goes only where its moves lead', () => {
    const reached = new Set<AppraisalState>(['OPEN']);
    for (const state of reached) for (const next of APPRAISAL_MOVES[state]) reached.add(next);
    expect([...reached].sort()).toEqual(Object.keys(AppraisalState).sort());
  });

  it.each([
    ['AGREED', []],
    ['DRAFT', ['OUTCOME_NOT_AGREED']],
    ['WITHDRAWN', ['OUTCOME_NOT_AGREED']],
  ] as const)('for an outcome that is %s opens, or says %j', (state, expected) => {
    expect(codesOf(decideOpening(state))).toEqual(expected);
  });
});

describe('adding an option', () => {
  const own: OwnIdea = { name: 'Two afternoons out' };
  it.each<[string, Partial<AppraisalStanding>, OptionToAdd, string[]]>([
    ['a service', {}, { serviceId: 'day-link' }, []],
    ['an own idea', {}, { own }, []],
    ['the fourth', { options: [same, ...ideas(3)] }, { own }, []],
    ['the fifth', { options: [same, ...ideas(4)] }, { own }, ['TOO_MANY_OPTIONS']],
    ['the same service again', {}, { serviceId: 'thursday-table' }, ['ALREADY_AN_OPTION']],
    ['both', {}, { serviceId: 'day-link', own }, ['SERVICE_OR_OWN_IDEA']],
    ['neither', {}, {}, ['SERVICE_OR_OWN_IDEA']],
    ['after the decision', { state: 'DECIDED' }, { own }, ['APPRAISAL_DECIDED']],
    ['after the outcome went', { outcomeState: 'WITHDRAWN' }, { own }, ['OUTCOME_NOT_AGREED']],
    [
      'the same service when full',
      { options: [same, lunch, ...ideas(3)] },
      { serviceId: 'thursday-table' },
      ['ALREADY_AN_OPTION', 'TOO_MANY_OPTIONS'],
    ],
  ])('%s', (_what, change, added, expected) => {
    expect(addingProblems({ ...open, ...change }, added).map(({ code }) => code)).toEqual(expected);
  });
});

describe('removing an option', () => {
  it.each<[string, Partial<AppraisalStanding>, string, string[]]>([
    ['one that is there', {}, 'lunch', []],
    ['one that is gone', {}, 'gone', ['NOT_AN_OPTION']],
    ['carrying on as now', {}, 'same', ['ALWAYS_THERE']],
    ['after the decision', { state: 'DECIDED' }, 'lunch', ['APPRAISAL_DECIDED']],
    ['after the outcome went', { outcomeState: 'WITHDRAWN' }, 'lunch', ['OUTCOME_NOT_AGREED']],
  ])('%s', (_what, change, optionId, expected) => {
    expect(codesOf(decideRemoving({ ...open, ...change }, optionId))).toEqual(expected);
  });
});

describe('choosing an option', () => {
  const choice: Choice = { optionId: 'lunch', reasons: ' I know Sal there. ', isFirstPreference: true };

  it('keeps the reasons, whether it is the first preference, and the support given (R23)', () => {
    expect(decideChoice(open, { ...choice, supportGiven: ' ', version: 3 })).toEqual({
      ok: true,
      value: { optionId: 'lunch', reasons: 'I know Sal there.', isFirstPreference: true, supportGiven: null },
    });
  });

  it('can be carrying on as now', () => {
    expect(decideChoice(open, { ...choice, optionId: 'same' }).ok).toBe(true);
  });

  it.each<[string, Partial<AppraisalStanding>, Partial<Choice>, string[]]>([
    ['twice', { state: 'DECIDED' }, { reasons: '' }, ['ALREADY_DECIDED']],
    ['among options seen earlier', {}, { version: 2 }, ['CHANGED_MEANWHILE']],
    ['what is gone', {}, { optionId: 'gone' }, ['NOT_AN_OPTION']],
    ['without reasons', {}, { reasons: ' ' }, ['REASONS_REQUIRED']],
    ['with too many words', {}, { reasons: 'x'.repeat(2001) }, ['TEXT_TOO_LONG']],
    ['with too much support', {}, { supportGiven: 'x'.repeat(2001) }, ['TEXT_TOO_LONG']],
    ['after the outcome went', { outcomeState: 'WITHDRAWN' }, {}, ['OUTCOME_NOT_AGREED']],
    [
      'with everything wrong',
      {},
      { optionId: 'gone', reasons: '', version: 1 },
      ['CHANGED_MEANWHILE', 'NOT_AN_OPTION', 'REASONS_REQUIRED'],
    ],
  ])('%s is refused', (_what, change, said, expected) => {
    expect(codesOf(decideChoice({ ...open, ...change }, { ...choice, ...said }))).toEqual(expected);
  });
});

describe("an idea of one's own", () => {
  it('keeps what is said and leaves the rest unknown', () => {
    expect(decideOwnIdea({ name: ' Two afternoons out ', weeklyCost: '54.4', when: 'Mondays' })).toMatchObject({
      ok: true,
      value: {
        kind: 'OWN_IDEA',
        name: 'Two afternoons out',
        weeklyCostPence: 5440,
        happensWhen: 'Mondays',
        summary: null,
        serviceId: null,
      },
    });
  });

  it.each<[Partial<OwnIdea>, string, string]>([
    [{ name: ' ' }, 'NAME_REQUIRED', 'name'],
    [{ name: 'x'.repeat(301) }, 'TEXT_TOO_LONG', 'name'],
    [{ when: 'x'.repeat(501) }, 'TEXT_TOO_LONG', 'when'],
    [{ summary: 'x'.repeat(501) }, 'TEXT_TOO_LONG', 'summary'],
    [{ weeklyCost: '-0.01' }, 'COST_NOT_VALID', 'weeklyCost'],
    [{ weeklyCost: '100000.01' }, 'COST_NOT_VALID', 'weeklyCost'],
    [{ weeklyCost: 'a lot' }, 'COST_NOT_VALID', 'weeklyCost'],
  ])('with %j is refused as %s', (change, code, field) => {
    const result = decideOwnIdea({ name: 'Idea', ...change });
    expect(problemsOf(result)).toMatchObject([{ code, field: ['own', field] }]);
  });

  it.each([undefined, null, '0', '100000.00'])('may cost %s', (weeklyCost) => {
    expect(decideOwnIdea({ name: 'Idea', weeklyCost }).ok).toBe(true);
  });
});

it.each([
  ['PROVIDER', 'PROVIDER'],
  ['COMMUNITY_GROUP', 'COMMUNITY_GROUP'],
  ['AUTHORITY', 'UNIVERSAL_SERVICE'],
  ['ADVICE', 'UNIVERSAL_SERVICE'],
  ['UNSORTED', 'UNIVERSAL_SERVICE'],
] as const)('what a %s runs is a %s', (organisation, kind) => expect(kindOfOption(organisation)).toBe(kind));
