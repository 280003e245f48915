import { words } from './en.ts';

const zone = 'Europe/London';
const locale = 'en-GB';

const dayWithYear = new Intl.DateTimeFormat(locale, { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' });
const dayWithWeekday = new Intl.DateTimeFormat(locale, {
  timeZone: zone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});
const dayShort = new Intl.DateTimeFormat(locale, { timeZone: zone, day: 'numeric', month: 'short', year: 'numeric' });
const clock = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' });

/** An amount as people write it, "£5,980.00"; a leading minus stays in front of the pound sign. */
export function pounds(money: { amount: string }): string {
  const [whole = '0', pence] = money.amount.replace(/^-/, '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = money.amount.startsWith('-') ? '−' : '';
  return `${sign}£${grouped}${pence === undefined ? '' : `.${pence}`}`;
}

/** An amount without its pence when they are nought, for the large sums of a budget. */
export function roundPounds(money: { amount: string }): string {
  return pounds(money).replace(/\.00$/, '');
}

/** A day with its year, "4 December 2026"; takes a day or an instant. */
export function day(value: string): string {
  return dayWithYear.format(asDate(value));
}

/** A near day, "Friday 4 December"; takes a day or an instant. */
export function nearDay(value: string): string {
  return dayWithWeekday.format(asDate(value)).replace(',', '');
}

/** A day in a narrow column, "4 Dec 2026"; takes a day or an instant. */
export function shortDay(value: string): string {
  return dayShort.format(asDate(value));
}

/** A time of day, "10:42". */
export function timeOfDay(value: string | Date): string {
  return clock.format(asDate(value));
}

/** When something happened, seen from now: "Today, 10:42" or "16 November 2026". */
export function moment(value: string, now: Date = new Date()): string {
  const isToday = dayWithYear.format(asDate(value)) === dayWithYear.format(now);
  return isToday ? words.time.today(timeOfDay(value)) : day(value);
}

/** A distance in words: "0.6 miles". */
export function miles(distance: number): string {
  return words.find.miles(distance.toFixed(1));
}

function asDate(value: string | Date): Date {
  // A day without a time is read at noon, so that no time zone moves it.
  return value instanceof Date ? value : new Date(value.length === 10 ? `${value}T12:00:00Z` : value);
}
