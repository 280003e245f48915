import { describe, expect, it } from '@jest/globals';
import { problemsOf } from '../../api/common/result.ts';
import {
  decideAgreeing,
  decideStatement,
  decideWithdrawing,
  OUTCOME_MOVES,
  OutcomeState,
  type Statement,
} from '../../api/outcomes/outcome.rules.ts';
import { cleaned, tooLong } from '../../api/common/wording.ts';

const said: Statement = { statement: 'I want to cook again.', domain: 'NUTRITION' };
const known = { today: '2026-11-23', lastPriority: 2, isSpeakerKnown: true };

describe('an outcome', () => {
  it('goes only where its moves lead, and WITHDRAWN is the end', () => {
    const reached = new Set<OutcomeState>(['DRAFT']);
    for (const state of reached) for (const next of OUTCOME_MOVES[state]) reached.add(next);
    expect([...reached].sort()).toEqual(Object.keys(OutcomeState).sort());
    expect(OUTCOME_MOVES.WITHDRAWN).toEqual([]);
  });

  it('is kept in the words that were said, trimmed', () => {
    const result = decideStatement({ ...said, statement: '  I want\r\nto cook\u0000 again. ' }, known);
    expect(result).toMatchObject({ ok: true, value: { statement: 'I want\nto cook again.', baseline: null } });
  });

  it.each([
    [undefined, 2, 3],
    [undefined, 0, 1],
    [undefined, 9, 9],
    [5, 2, 5],
  ])('stands at place %s after %s as %s', (priority, lastPriority, expected) => {
    expect(decideStatement({ ...said, priority }, { ...known, lastPriority })).toMatchObject({
      ok: true,
      value: { priority: expected },
    });
  });

  it.each<[Partial<Statement>, Partial<typeof known>, string, string]>([
    [{ statement: ' \n ' }, {}, 'STATEMENT_REQUIRED', 'statement'],
    [{ statement: 'x'.repeat(2001) }, {}, 'TEXT_TOO_LONG', 'statement'],
    [{ baseline: -1 }, {}, 'LEVEL_OUT_OF_RANGE', 'baseline'],
    [{ target: 11 }, {}, 'LEVEL_OUT_OF_RANGE', 'target'],
    [{ priority: 0 }, {}, 'PRIORITY_OUT_OF_RANGE', 'priority'],
    [{ priority: 10 }, {}, 'PRIORITY_OUT_OF_RANGE', 'priority'],
    [{ byWhen: '2026-11-22' }, {}, 'DAY_PAST', 'byWhen'],
    [{}, { isSpeakerKnown: false }, 'SPEAKER_NOT_KNOWN', 'spokenById'],
  ])('with %j and %j is refused as %s', (change, circumstances, code, field) => {
    const result = decideStatement({ ...said, ...change }, { ...known, ...circumstances });
    expect(problemsOf(result)).toEqual([{ code, field: [field], message: expect.stringMatching(/\.$/) }]);
  });

  it('is refused with every problem at once', () => {
    const result = decideStatement({ ...said, statement: '', baseline: 11, target: -1, priority: 0 }, known);
    expect(problemsOf(result)).toHaveLength(4);
  });

  it.each([[{ baseline: 0, target: 10 }], [{ byWhen: '2026-11-23' }], [{ statement: 'x'.repeat(2000) }]])(
    'at the edge, %j, is accepted',
    (change) => {
      expect(decideStatement({ ...said, ...change }, known).ok).toBe(true);
    },
  );

  it.each<[OutcomeState, unknown]>([
    ['DRAFT', { ok: true, value: true }],
    ['AGREED', { ok: true, value: false }],
    ['WITHDRAWN', { ok: false, problems: [{ code: 'OUTCOME_WITHDRAWN' }] }],
  ])('that is %s, agreed: %j', (state, expected) => {
    expect(decideAgreeing(state)).toMatchObject(expected as object);
  });

  it.each<[OutcomeState, boolean]>([
    ['DRAFT', true],
    ['AGREED', true],
    ['WITHDRAWN', false],
  ])('that is %s, withdrawn, changes: %s', (state, hasChanged) => {
    expect(decideWithdrawing(state, 'It does not matter any more.')).toEqual({ ok: true, value: hasChanged });
    expect(problemsOf(decideWithdrawing(state, 'x'.repeat(2001)))).toMatchObject([{ code: 'TEXT_TOO_LONG' }]);
  });
});

describe('a wording', () => {
  it.each([
    [null, null],
    [undefined, null],
    ['  ', null],
    ['\u0000\u0007', null],
    ['Prynhawn da\tbawb\n', 'Prynhawn da\tbawb'],
  ])('%j is cleaned to %j', (text, expected) => expect(cleaned(text)).toBe(expected));

  it('may be as long as stated', () => {
    expect(tooLong('abc', 3, 'own', 'name')).toEqual([]);
    expect(tooLong('abcd', 3, 'own', 'name')).toMatchObject([{ code: 'TEXT_TOO_LONG', field: ['own', 'name'] }]);
  });
});
