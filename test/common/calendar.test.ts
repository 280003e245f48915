import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  countWeekday,
  dayAt,
  dayInWords,
  daysInclusive,
  endOfDay,
  isDay,
  minutesOf,
  Temporal,
  timeInWords,
  WEEKDAYS,
} from '../../api/common/calendar.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));

describe('days', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-10-25', 1, '2026-10-26'],
  ])('%s and %d days is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
  });

  it('counts both ends', () => {
    expect(daysInclusive('2026-01-01', '2026-01-01')).toBe(1);
    expect(daysInclusive('2026-01-01', '2026-12-31')).toBe(365);
    expect(daysInclusive('2028-01-01', '2028-12-31')).toBe(366);
    expect(daysInclusive('2026-01-02', '2026-01-01')).toBe(0);
  });

  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '26-01-01', '2026-01-01T00:00', '', 'today'])(
    '"%s" is no day',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );

  it('counts a weekday as one would on a wall calendar', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -3, max: 800 }), fc.constantFrom(...WEEKDAYS), (from, length, weekday) => {
        const to = addDays(from, length);
        let count = 0;
        for (let date = from; date <= to; date = addDays(date, 1)) {
          if (Temporal.PlainDate.from(date).dayOfWeek === WEEKDAYS.indexOf(weekday) + 1) count += 1;
        }
        return countWeekday(weekday, from, to) === count;
      }),
      { numRuns: 60 },
    );
  });
});

describe('the place', () => {
  it.each([
    ['2026-07-01T23:30:00Z', '2026-07-02'],
    ['2026-12-01T23:30:00Z', '2026-12-01'],
    ['2026-03-29T00:59:59Z', '2026-03-29'],
  ])('at %s it is %s in England', (instant, day) => {
    expect(dayAt(Temporal.Instant.from(instant))).toBe(day);
  });

  it.each([
    ['2026-07-01', '2026-07-01T22:59:59.999Z'],
    ['2026-12-01', '2026-12-01T23:59:59.999Z'],
    ['2026-03-29', '2026-03-29T22:59:59.999Z'],
    ['2026-10-25', '2026-10-25T23:59:59.999Z'],
  ])('%s ends at %s, also on the days when the clock changes', (day, instant) => {
    expect(endOfDay(day).toString()).toBe(instant);
  });
});

describe('words', () => {
  it.each([
    ['13:00', '1pm'],
    ['09:30', '9:30am'],
    ['12:00', 'midday'],
    ['00:00', 'midnight'],
    ['12:15', '12:15pm'],
    ['00:05', '12:05am'],
  ])('%s is %s', (time, words) => {
    expect(timeInWords(time)).toBe(words);
  });

  it('says days as people do', () => {
    expect(dayInWords('2026-12-04')).toBe('4 December 2026');
  });

  it.each([
    ['00:00', 0],
    ['23:59', 1_439],
    ['24:00', null],
    ['9:00', null],
    ['09:60', null],
    ['', null],
  ])('"%s" is %s minutes after midnight', (time, minutes) => {
    expect(minutesOf(time)).toBe(minutes);
  });
});
