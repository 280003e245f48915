import { expect, it } from '@jest/globals';
import { decideReplyBy, workingDayAfter } from '../../api/agreements/reply-by.rules.ts';
import { Temporal } from '../../api/common/calendar.ts';

const at = (text: string) => Temporal.Instant.from(text);

it.each([
  ['2026-12-01', 5, '2026-12-08'],
  ['2026-12-04', 1, '2026-12-07'],
  ['2026-12-05', 1, '2026-12-07'],
  ['2026-12-06', 5, '2026-12-11'],
  ['2026-12-01', 0, '2026-12-01'],
])('from %s, %d working days on is %s', (day, days, then) => {
  expect(workingDayAfter(day, days)).toBe(then);
});

it('gives five working days unless another day is said (R42)', () => {
  const fallen = decideReplyBy(null, at('2026-12-01T10:00:00Z'));
  expect(fallen.ok && fallen.value.toString()).toBe('2026-12-08T23:59:59.999Z');
  const chosen = decideReplyBy('2026-12-03', at('2026-12-01T10:00:00Z'));
  expect(chosen.ok && chosen.value.toString()).toBe('2026-12-03T23:59:59.999Z');
});

it.each([
  ['2026-12-01', '2026-12-01T00:00:00Z', false],
  ['2026-12-02', '2026-12-01T10:00:00Z', true],
  ['2026-11-30', '2026-12-01T10:00:00Z', false],
  ['2026-12-02', '2026-12-01T23:59:59.999Z', true],
  // The clock goes forward on 29 March, so that the day ends an hour early.
  ['2026-03-29', '2026-03-28T23:30:00Z', false],
])('a reply by %s, asked at %s, leaves a full day: %s (R42)', (day, now, isEnough) => {
  const decision = decideReplyBy(day, at(now));
  expect(decision.ok).toBe(isEnough);
  if (!decision.ok)
    expect(decision.problems).toEqual([
      expect.objectContaining({ code: 'REPLY_TOO_SOON', field: ['input', 'replyBy'] }),
    ]);
});
