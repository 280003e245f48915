import { describe, expect, it } from '@jest/globals';
import {
  changesBetween,
  linesOf,
  listInWords,
  unchangedLines,
  visitsInWords,
} from '../../api/agreements/terms-words.rules.ts';
import type { Visit } from '../../api/agreements/terms.rules.ts';
import { WEEKDAYS } from '../../api/common/calendar.ts';
import { termsWith } from '../support/terms.ts';

const at = (weekday: Visit['weekday'], startsAt: string, endsAt: string): Visit => ({ weekday, startsAt, endsAt });

describe('terms in words', () => {
  it('are nine lines, always in the same order', () => {
    expect(linesOf(termsWith()).map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Support: Goes swimming with Amira.',
      'Where: Fenmoor Baths',
      'When: Fridays, 1pm to 3pm',
      'Price: £21.60 an hour (£43.20 a week)',
      'Starts: 4 December 2026',
      'Ends: Runs on until somebody gives notice',
      'Notice: 28 days, both ways',
      'If a visit is cancelled: Free until the day before.',
      'If a worker cannot come: Somebody Amira knows comes instead.',
    ]);
  });

  it.each([
    ['DAY', '£21.60 a day (£21.60 a week)'],
    ['VISIT', '£21.60 a visit (£21.60 a week)'],
    ['SESSION', '£21.60 a session (£21.60 a week)'],
    ['WEEK', '£21.60 a week'],
  ] as const)('say the price of a %s and, where that is another, of a week', (unit, words) => {
    expect(linesOf(termsWith({ unit })).find(({ term }) => term === 'PRICE')?.value).toBe(words);
  });

  it('say plainly that there is no notice, and when they end', () => {
    const lines = linesOf(termsWith({ noticeDays: 0, endsOn: '2027-12-03' }));
    expect(lines.map(({ value }) => value)).toEqual(expect.arrayContaining(['No notice needed', '3 December 2027']));
  });

  it.each([
    [[at('FRIDAY', '13:00', '15:00'), at('MONDAY', '13:00', '15:00')], 'Mondays and Fridays, 1pm to 3pm'],
    [
      [at('MONDAY', '09:30', '12:00'), at('TUESDAY', '13:00', '15:00')],
      'Mondays, 9:30am to midday; Tuesdays, 1pm to 3pm',
    ],
    [WEEKDAYS.map((day) => at(day, '08:00', '08:45')), 'Every day, 8am to 8:45am'],
  ])('put visits together by their times', (visits, words) => {
    expect(visitsInWords(visits)).toBe(words);
  });

  it('join as people do', () => {
    expect([listInWords([]), listInWords(['a']), listInWords(['a', 'b']), listInWords(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });
});

describe('what changed (R41)', () => {
  const was = termsWith();
  const now = termsWith({ ratePence: 22_10, support: 'Goes swimming and walking with Amira.' });

  it('is told as Was and Now, with the reason of whoever changed it', () => {
    const changes = changesBetween(was, now, [{ term: 'PRICE', reason: 'Wages went up.' }]);
    expect(changes.map(({ term, was: before, now: after, reason }) => [term, before, after, reason])).toEqual([
      ['SUPPORT', 'Goes swimming with Amira.', 'Goes swimming and walking with Amira.', null],
      ['PRICE', '£21.60 an hour (£43.20 a week)', '£22.10 an hour (£44.20 a week)', 'Wages went up.'],
    ]);
  });

  it('is shown word by word for prose alone: a mended amount misleads', () => {
    const [support, price] = changesBetween(was, now, []);
    expect(support?.prose).toEqual([
      { kind: 'SAME', text: 'Goes swimming ' },
      { kind: 'ADDED', text: 'and walking ' },
      { kind: 'SAME', text: 'with Amira.' },
    ]);
    expect(price?.prose).toBeNull();
    const everything = termsWith({
      visits: [at('MONDAY', '09:00', '10:00')],
      unit: 'VISIT',
      startsOn: '2027-01-01',
      endsOn: '2027-02-01',
      noticeDays: 7,
    });
    expect(changesBetween(was, everything, []).map(({ prose }) => prose)).toEqual([null, null, null, null, null]);
  });

  it('and what did not together are all nine terms, none twice', () => {
    const [changed, same] = [changesBetween(was, now, []), unchangedLines(was, now)];
    expect(new Set([...changed, ...same].map(({ term }) => term)).size).toBe(9);
    expect(changed.length + same.length).toBe(9);
  });

  it('is nothing between a version and itself', () => {
    expect(changesBetween(was, was, [{ term: 'PRICE', reason: 'None.' }])).toEqual([]);
    expect(unchangedLines(was, was)).toEqual(linesOf(was));
  });
});
