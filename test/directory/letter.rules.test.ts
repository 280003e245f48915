import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY } from '../../api/directory/freshness.rules.ts';
import { letterIdOf, linkOf, tokenOf } from '../../api/directory/letter-link.rules.ts';
import {
  decideAnswer,
  expiryOf,
  letterDue,
  letterText,
  linkState,
  type Written,
} from '../../api/directory/letter.rules.ts';

const TODAY = '2026-11-25';
const LETTER = '019ab000-0000-7000-8000-000000000001';

describe('which letter is due', () => {
  const written = (changes: Partial<Written> = {}): Written => ({
    ...{ checkedOn: '2026-08-25', firstOn: null, hasSecond: false, isAnswered: false },
    ...changes,
  });
  it.each<[string, Partial<Written>, string | null]>([
    ['the first on the day a check is due', {}, 'FIRST'],
    ['none the day before', { checkedOn: '2026-08-26' }, null],
    ['the first when no check is known', { checkedOn: null }, 'FIRST'],
    ['the second 30 days after the first', { firstOn: '2026-10-26' }, 'SECOND'],
    ['none after 29 days', { firstOn: '2026-10-27' }, null],
    ['no third', { firstOn: '2026-09-01', hasSecond: true }, null],
    ['none once answered', { firstOn: '2026-09-01', isAnswered: true }, null],
  ])('%s', (_title, changes, kind) => {
    expect(letterDue(written(changes), DEFAULT_POLICY, TODAY)).toBe(kind);
  });
});

describe('a link', () => {
  it('gives the letter back to whoever has the key, and nothing to others', () => {
    const token = tokenOf('key', LETTER);
    expect(letterIdOf('key', token)).toBe(LETTER);
    expect(letterIdOf('another key', token)).toBeNull();
    expect(linkOf({ secret: 'key', home: 'https://kith.example' }, LETTER)).toBe(`https://kith.example/check/${token}`);
  });

  it.each([
    [
      'with another letter in it',
      tokenOf('key', LETTER.replace(/1$/, '2')).slice(0, 22) + tokenOf('key', LETTER).slice(22),
    ],
    ['cut short', tokenOf('key', LETTER).slice(0, -1)],
    ['with a sign changed', tokenOf('key', LETTER).replace(/.$/, (sign) => (sign === 'A' ? 'Q' : 'A'))],
    ['empty', ''],
    ['of words', 'hello.there'],
  ])('%s is no link', (_title, token) => {
    expect(letterIdOf('key', token)).toBeNull();
  });

  it('works until its last day, once', () => {
    const letter = { expiresOn: TODAY, isAnswered: false, isPeriodOver: false };
    expect(expiryOf('2026-09-26')).toBe(TODAY);
    expect(linkState(letter, TODAY)).toBe('OPEN');
    expect(linkState(letter, '2026-11-26')).toBe('EXPIRED');
    expect(linkState({ ...letter, isAnswered: true }, TODAY)).toBe('ANSWERED');
    expect(linkState({ ...letter, isPeriodOver: true }, TODAY)).toBe('ANSWERED');
  });
});

describe('an answer', () => {
  const open = { expiresOn: TODAY, isAnswered: false, isPeriodOver: false };
  it.each<[string, Parameters<typeof decideAnswer>[0], Parameters<typeof decideAnswer>[1], unknown]>([
    ['yes', open, { isStillCorrect: true }, { result: 'STILL_CORRECT', words: null }],
    [
      'no, with words',
      open,
      { isStillCorrect: false, words: ' New phone. ' },
      { result: 'NOT_RIGHT', words: 'New phone.' },
    ],
    ['no, without', open, { isStillCorrect: false, words: ' ' }, ['WORDS_NEEDED']],
    [
      '2,000 signs',
      open,
      { isStillCorrect: false, words: 'x'.repeat(2000) },
      { result: 'NOT_RIGHT', words: 'x'.repeat(2000) },
    ],
    ['2,001 signs', open, { isStillCorrect: false, words: 'x'.repeat(2001) }, ['TEXT_TOO_LONG']],
    ['too late', { ...open, expiresOn: '2026-11-24' }, { isStillCorrect: true }, ['LINK_EXPIRED']],
    ['twice', { ...open, isAnswered: true }, { isStillCorrect: true }, ['ALREADY_ANSWERED']],
  ])('%s', (_title, letter, answer, expected) => {
    const decision = decideAnswer(letter, answer, TODAY);
    expect(decision.ok ? decision.value : decision.problems.map(({ code }) => code)).toEqual(expected);
  });
});

it('a letter says what it is about, what to do and until when, in plain text', () => {
  const about = {
    serviceName: 'Knit',
    organisationName: 'Wool Circle',
    link: 'https://k.example/check/x',
    expiresOn: TODAY,
  };
  const { subject, text } = letterText(about);
  expect(subject).toBe('Is “Knit” still correct?');
  expect(text).toContain('\nhttps://k.example/check/x\n');
  expect(text).toContain('until 25 November 2026');
});
