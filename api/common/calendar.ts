import { Temporal } from 'temporal-polyfill';

// The one door to Temporal: days are ISO text ("2026-12-04"), instants are Temporal.Instant, the place is England.

export { Temporal };

/** The zone in which days, visits and deadlines are meant. */
export const PLACE = 'Europe/London';

/** The days of the week as they are stored and travel, Monday first. */
export const Weekday = {
  MONDAY: 'MONDAY',
  TUESDAY: 'TUESDAY',
  WEDNESDAY: 'WEDNESDAY',
  THURSDAY: 'THURSDAY',
  FRIDAY: 'FRIDAY',
  SATURDAY: 'SATURDAY',
  SUNDAY: 'SUNDAY',
} as const;
export type Weekday = keyof typeof Weekday;

/** The days of the week in order, Monday first. */
export const WEEKDAYS = Object.keys(Weekday) as readonly Weekday[];

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The day at that instant, where the support is given. */
export function dayAt(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(PLACE).toPlainDate().toString();
}

/** The instant that a row's timestamp means. */
export function instantOf(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}

/** The timestamp a row keeps for an instant; milliseconds. */
export function timestampOf(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}

/** The last moment of that day where the support is given: when a "reply by" day ends. */
export function endOfDay(day: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(PLACE).toInstant().subtract({ milliseconds: 1 });
}

/** Whether the text is a day of the calendar, "YYYY-MM-DD". */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
}

/** The day that many days later; negative counts go back. An impossible day such as 30 February rolls on. */
export function addDays(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000;
  return new Date(time).toISOString().slice(0, 10);
}

/** The later of two days. */
export function laterDay(one: string, other: string): string {
  return one > other ? one : other;
}

/** Days from the first to the last, both counted; zero or less when the last comes before the first. */
export function daysInclusive(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}

/** How many times that weekday falls between two days, both counted. */
export function countWeekday(weekday: Weekday, from: string, to: string): number {
  const days = daysInclusive(from, to);
  if (days <= 0) return 0;
  const first = (new Date(`${from}T00:00:00Z`).getUTCDay() + 6) % 7;
  const offset = (WEEKDAYS.indexOf(weekday) - first + 7) % 7;
  return offset >= days ? 0 : Math.floor((days - 1 - offset) / 7) + 1;
}

/** A day in words: "4 December 2026". */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** "MONDAY" as it is read: "Monday". */
export function capitalised(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}

/** A time of day as people say it: "13:00" is "1pm", "09:30" is "9:30am", "12:00" is "midday". */
export function timeInWords(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  if (minutes === 0 && hours === 12) return 'midday';
  if (minutes === 0 && hours === 0) return 'midnight';
  const hour = hours % 12 === 0 ? 12 : hours % 12;
  const past = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`;
  return `${hour}${past}${hours < 12 ? 'am' : 'pm'}`;
}

/** Minutes since midnight of "HH:MM"; null when it is no time of day. */
export function minutesOf(time: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}
