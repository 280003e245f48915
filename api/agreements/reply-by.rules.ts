// How long an offer stands: five working days unless said, and never less than a day for a person's decision (rule R42).
import { dayAt, endOfDay, Temporal } from '../common/calendar.ts';
import { ok, refuseWith, type Result } from '../common/result.ts';

const WORKING_DAYS = 5;
const SHORTEST_HOURS = 24;

/** The instant at which terms lapse: the end of the day asked for, or of the fifth working day from now. */
export function decideReplyBy(asked: string | null, now: Temporal.Instant): Result<Temporal.Instant, 'REPLY_TOO_SOON'> {
  const replyBy = endOfDay(asked ?? workingDayAfter(dayAt(now), WORKING_DAYS));
  if (Temporal.Instant.compare(replyBy, now.add({ hours: SHORTEST_HOURS })) >= 0) return ok(replyBy);
  return refuseWith('REPLY_TOO_SOON', 'Give at least one full day to answer.', 'input', 'replyBy');
}

/** The day that many working days later; Saturdays and Sundays do not count. */
export function workingDayAfter(day: string, workingDays: number): string {
  let date = Temporal.PlainDate.from(day);
  for (let left = workingDays; left > 0;) {
    date = date.add({ days: 1 });
    if (date.dayOfWeek <= 5) left -= 1;
  }
  return date.toString();
}
