// An interpreter booking says that an interpreter is wanted for an individual on a day, and whether one comes.
// Whoever may suggest in the plan asks and settles it; so does the broker, who mostly books.
// asked → booked (with whom) → cancelled; asked → cancelled. A cancelled one is not taken up again: another is asked for.
import { dayInWords, minutesOf } from '../common/calendar.ts';
import { ok, refuse, refuseWith, type Problem, type Result } from '../common/result.ts';
import { cleaned, tooLong, WordingCode } from '../common/wording.ts';
import type { InterpreterKind } from './communication.rules.ts';

/** How a booking stands. */
export const BookingState = { ASKED: 'ASKED', BOOKED: 'BOOKED', CANCELLED: 'CANCELLED' } as const;
export type BookingState = keyof typeof BookingState;

/** To what a booking can be settled. */
export const BookingSettlement = { BOOKED: 'BOOKED', CANCELLED: 'CANCELLED' } as const;
export type BookingSettlement = keyof typeof BookingSettlement;

/** Why an interpreter was not asked for. */
export const AskForInterpreterErrorCode = {
  ...WordingCode,
  DAY_PAST: 'DAY_PAST',
  TIME_NOT_VALID: 'TIME_NOT_VALID',
  MINUTES_NOT_POSSIBLE: 'MINUTES_NOT_POSSIBLE',
  LANGUAGE_NEEDED: 'LANGUAGE_NEEDED',
  PLACE_NEEDED: 'PLACE_NEEDED',
  PURPOSE_NEEDED: 'PURPOSE_NEEDED',
} as const;
export type AskForInterpreterErrorCode = keyof typeof AskForInterpreterErrorCode;

/** Why a booking was not settled. */
export const SettleInterpreterBookingErrorCode = {
  ...WordingCode,
  CHANGED_MEANWHILE: 'CHANGED_MEANWHILE',
  ALREADY_CANCELLED: 'ALREADY_CANCELLED',
  BOOKED_WITH_NEEDED: 'BOOKED_WITH_NEEDED',
} as const;
export type SettleInterpreterBookingErrorCode = keyof typeof SettleInterpreterBookingErrorCode;

/** Which interpreter is wanted, when, where and what for. */
export interface InterpreterWanted {
  readonly interpreter: InterpreterKind;
  /** Needed for an interpreter of a spoken language, at most 60 characters. */
  readonly language: string | null;
  /** Day, today or later. */
  readonly wantedOn: string;
  /** Time of day, HH:MM. */
  readonly startsAt: string;
  /** From 15 minutes to 12 hours. */
  readonly minutes: number;
  readonly place: string | null;
  readonly purpose: string | null;
}

const [FEWEST_MINUTES, MOST_MINUTES] = [15, 720];
const LONGEST = 300;
const LONGEST_LANGUAGE = 60;

/** What is wanted as it is kept, or every reason why not. */
export function decideAsking(
  wanted: InterpreterWanted,
  today: string,
): Result<InterpreterWanted & { readonly place: string; readonly purpose: string }, AskForInterpreterErrorCode> {
  const [language, place, purpose] = [wanted.language, wanted.place, wanted.purpose].map(cleaned);
  const { wantedOn, minutes } = wanted;
  const problems: Problem<AskForInterpreterErrorCode>[] = [
    ...tooLong(language ?? null, LONGEST_LANGUAGE, 'language'),
    ...tooLong(place ?? null, LONGEST, 'place'),
    ...tooLong(purpose ?? null, LONGEST, 'purpose'),
  ];
  const say = (code: AskForInterpreterErrorCode, message: string, field: string) =>
    problems.push({ code, message, field: [field] });

  if (wanted.interpreter === 'SPOKEN' && !language) say('LANGUAGE_NEEDED', 'Say which language.', 'language');
  if (wantedOn < today) say('DAY_PAST', `Choose today (${dayInWords(today)}) or a later day.`, 'wantedOn');
  if (minutesOf(wanted.startsAt) === null) say('TIME_NOT_VALID', 'Give the time as 14:30.', 'startsAt');
  if (!Number.isInteger(minutes) || minutes < FEWEST_MINUTES || minutes > MOST_MINUTES)
    say('MINUTES_NOT_POSSIBLE', 'Give from 15 to 720 minutes, which is 12 hours.', 'minutes');
  if (!place) say('PLACE_NEEDED', 'Say where, or by which call.', 'place');
  if (!purpose) say('PURPOSE_NEEDED', 'Say what the interpreter is for.', 'purpose');
  return problems.length > 0 || !place || !purpose
    ? refuse(problems)
    : ok({ ...wanted, language: language ?? null, place, purpose });
}

/** How a booking stands, as whoever settles it must have seen it. */
export interface BookingStanding {
  readonly state: BookingState;
  readonly bookedWith: string | null;
  readonly version: number;
}

/** What a booking becomes; null when it is so already. A cancelled one stays cancelled. */
export function decideSettling(
  booking: BookingStanding,
  wish: { readonly state: BookingSettlement; readonly bookedWith: string | null; readonly version: number },
): Result<Pick<BookingStanding, 'state' | 'bookedWith'> | null, SettleInterpreterBookingErrorCode> {
  const said = cleaned(wish.bookedWith);
  const bookedWith = wish.state === 'BOOKED' ? said : booking.bookedWith;
  if (wish.state === booking.state && bookedWith === booking.bookedWith) return ok(null);
  if (booking.state === 'CANCELLED')
    return refuseWith('ALREADY_CANCELLED', 'This was cancelled. Ask for another interpreter instead.');

  const problems: Problem<SettleInterpreterBookingErrorCode>[] = [...tooLong(said, LONGEST, 'bookedWith')];
  if (wish.version !== booking.version) {
    const message = 'Somebody else changed this a moment ago. Look at how it stands now.';
    problems.push({ code: 'CHANGED_MEANWHILE', message });
  }
  if (wish.state === 'BOOKED' && bookedWith === null) {
    const message = 'Say who comes: the interpreter or the service.';
    problems.push({ code: 'BOOKED_WITH_NEEDED', message, field: ['bookedWith'] });
  }
  return problems.length > 0 ? refuse(problems) : ok({ state: wish.state, bookedWith });
}
