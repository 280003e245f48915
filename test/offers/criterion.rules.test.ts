import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideCriteria, type AskedCriterion } from '../../api/offers/criteria-stating.rules.ts';
import {
  answerInWords,
  criteriaSaid,
  type Criterion,
  CriterionAttribute,
  CriterionOperator,
  holdAgainst,
  type KnownOfPerson,
  type SaidOfService,
} from '../../api/offers/criterion.rules.ts';

const AGE: Criterion = {
  ...{ attribute: 'AGE', operator: 'AT_LEAST', accepted: ['60'], unit: 'years', isHard: true, source: 'FEED' },
  ...{ ruleText: 'For people aged 60 and over', question: 'Can I join at my age?' },
};
const SAID: SaidOfService = { minimumAge: null, maximumAge: null, areas: [], description: null };

describe('a criterion held against a person (R19)', () => {
  it.each<[string, Partial<Criterion>, KnownOfPerson, string]>([
    ['at the lowest age', {}, { AGE: ['60'] }, 'MET'],
    ['below it', {}, { AGE: ['59'] }, 'NOT_MET'],
    ['of an age nobody knows', {}, {}, 'UNKNOWN'],
    ['of no number', {}, { AGE: ['sixty'] }, 'UNKNOWN'],
    ['at the highest age', { operator: 'AT_MOST' }, { AGE: ['60'] }, 'MET'],
    ['above it', { operator: 'AT_MOST' }, { AGE: ['61'] }, 'NOT_MET'],
    ['in one of the places', { ...area('FN1', 'FN2') }, { AREA: ['fn2', 'Fenmoor'] }, 'MET'],
    ['in the borough by name', { ...area('Fenmoor') }, { AREA: ['FN2', 'Fenmoor'] }, 'MET'],
    ['in none of the postcodes', { ...area('FN1') }, { AREA: ['SM4', 'Saltmarsh'] }, 'NOT_MET'],
    ['in no place of that name, as far as we know', { ...area('Marsh End') }, { AREA: ['FN2'] }, 'UNKNOWN'],
    ['who has to ask', { operator: 'ASK', accepted: [] }, { AGE: ['60'] }, 'UNKNOWN'],
  ])('who is %s', (_who, changes, known, answer) => {
    expect(holdAgainst({ ...AGE, ...changes }, known).answer).toBe(answer);
  });

  it('never holds against anybody what is not known, and names the facts that it used', () => {
    const criteria = fc.record({
      attribute: fc.constantFrom(...Object.values(CriterionAttribute)),
      operator: fc.constantFrom(...Object.values(CriterionOperator)),
      accepted: fc.array(fc.oneof(fc.string(), fc.nat().map(String)), { maxLength: 4 }),
    });
    const facts = fc.dictionary(
      fc.constantFrom(...Object.values(CriterionAttribute)),
      fc.array(fc.oneof(fc.string(), fc.nat().map(String)), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(criteria, facts, (changes, known) => {
        const { answer, used } = holdAgainst({ ...AGE, ...changes }, known);
        const theirs = (known as KnownOfPerson)[changes.attribute] ?? [];
        if (theirs.length === 0) return answer === 'UNKNOWN' && used.length === 0;
        return answer === 'UNKNOWN' ? used.length === 0 : used === theirs;
      }),
    );
  });

  it('says it in words, with the rule or the question', () => {
    expect(answerInWords(AGE, 'MET')).toBe('Meets the rule: For people aged 60 and over.');
    expect(answerInWords(AGE, 'NOT_MET')).toBe(
      'Does not meet the rule: For people aged 60 and over. You can ask anyway.',
    );
    expect(answerInWords(AGE, 'UNKNOWN')).toBe(
      'Not known whether this fits: For people aged 60 and over. Ask: Can I join at my age?',
    );
  });
});

describe('what an entry says becomes criteria where it can', () => {
  it.each<[string, Partial<SaidOfService>, string[]]>([
    ['nothing', {}, []],
    ['a lowest age', { minimumAge: 18 }, ['AGE AT_LEAST 18: For people aged 18 and over']],
    ['a lowest age of none', { minimumAge: 0 }, []],
    ['a highest age', { maximumAge: 25 }, ['AGE AT_MOST 25: For people aged up to 25']],
    ['places', { areas: ['Fenmoor', 'FN3'] }, ['AREA ANY_OF Fenmoor,FN3: For people in Fenmoor, FN3']],
    [
      'a referral',
      { description: 'A friendly group. Referral required from a GP. Tea is free.' },
      ['REFERRAL ASK : Referral required from a GP.'],
    ],
    ['a club', { description: 'Members only.' }, ['MEMBERSHIP ASK : Members only.']],
    ['a queue', { description: 'There is a waiting list' }, ['WAITING ASK : There is a waiting list']],
    ['no rule', { description: 'We sing on Mondays.' }, []],
  ])('%s', (_what, said, criteria) => {
    const found = criteriaSaid({ ...SAID, ...said });
    expect(
      found.map(
        ({ attribute, operator, accepted, ruleText }) => `${attribute} ${operator} ${accepted.join()}: ${ruleText}`,
      ),
    ).toEqual(criteria);
    expect(found.every(({ source, question }) => source === 'FEED' && question.endsWith('?'))).toBe(true);
  });
});

const asked = (changes: Partial<AskedCriterion> = {}): AskedCriterion => ({
  ...{ attribute: 'LANGUAGE', operator: 'ANY_OF', accepted: ['Welsh'], isHard: false },
  ...{ ruleText: 'We speak Welsh', question: 'Do you speak Welsh?', ...changes },
});

describe('stating criteria', () => {
  it.each<[string, AskedCriterion[], string[]]>([
    ['one', [asked()], []],
    ['twenty', Array.from({ length: 20 }, () => asked()), []],
    ['more', Array.from({ length: 21 }, () => asked()), ['TOO_MANY']],
    ['no words', [asked({ ruleText: ' ' })], ['RULE_MISSING']],
    ['as many words as fit', [asked({ ruleText: 'x'.repeat(300) })], []],
    ['too many words', [asked({ ruleText: 'x'.repeat(301) })], ['RULE_MISSING']],
    ['no question', [asked({ question: '' })], ['QUESTION_MISSING']],
    ['no values', [asked({ accepted: [] })], ['VALUES_IMPOSSIBLE']],
    ['values where it is to be asked', [asked({ operator: 'ASK' })], ['VALUES_IMPOSSIBLE']],
    ['nothing where it is to be asked', [asked({ operator: 'ASK', accepted: null })], []],
    ['two limits in one', [asked({ operator: 'AT_MOST', accepted: ['1', '2'] })], ['VALUES_IMPOSSIBLE']],
    ['a limit in words', [asked({ operator: 'AT_MOST', accepted: ['ten'] })], ['VALUES_IMPOSSIBLE']],
  ])('%s', (_what, criteria, codes) => {
    const result = decideCriteria(criteria);
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(codes);
  });
});

function area(...accepted: string[]) {
  return { attribute: 'AREA' as const, operator: 'ANY_OF' as const, accepted };
}
