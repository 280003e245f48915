// An age is how many birthdays somebody has had by a day; what a child may decide alone hangs on it (rule R63).
// Nobody decides it: it is computed at the day that matters, never stored.
// child → young person at 16 → adult at 18.
import { addDays, isDay } from '../common/calendar.ts';
import { ok, refuseWith, type Result } from '../common/result.ts';

/** The stages of life that the law tells apart. */
export const LifeStage = { CHILD: 'CHILD', YOUNG_PERSON: 'YOUNG_PERSON', ADULT: 'ADULT' } as const;
export type LifeStage = keyof typeof LifeStage;

/** Full years on that day. Who was born on 29 February has the birthday on 1 March in other years, as the law counts. */
export function ageOn(bornOn: string, day: string): number {
  const [year, rest] = [Number(day.slice(0, 4)), day.slice(5)];
  return year - Number(bornOn.slice(0, 4)) - (rest < bornOn.slice(5) ? 1 : 0);
}

/** Stage of life on that day: child below 16, young person at 16 and 17, adult from 18. */
export function lifeStageOn(bornOn: string, day: string): LifeStage {
  const age = ageOn(bornOn, day);
  if (age < 16) return LifeStage.CHILD;
  return age < 18 ? LifeStage.YOUNG_PERSON : LifeStage.ADULT;
}

/** Why a day of birth was not kept. */
export const RecordBirthDateErrorCode = { NOT_A_BIRTH_DATE: 'NOT_A_BIRTH_DATE' } as const;
export type RecordBirthDateErrorCode = keyof typeof RecordBirthDateErrorCode;

/** The day of birth as it is kept: one of the calendar, not to come, and within 130 years. */
export function decideBirthDate(bornOn: string, today: string): Result<string, RecordBirthDateErrorCode> {
  const isBelievable = isDay(bornOn) && bornOn <= today && bornOn >= addDays(today, -130 * 365);
  if (isBelievable) return ok(bornOn);
  return refuseWith('NOT_A_BIRTH_DATE', 'Write the day of birth: today or earlier.', 'bornOn');
}

/** The sentence shown wherever a child is planned for while nobody is recorded as a parent; null when all is well. */
export function warningOf(
  { bornOn, hasParent }: { readonly bornOn: string | null; readonly hasParent: boolean },
  day: string,
): string | null {
  if (bornOn === null || hasParent || lifeStageOn(bornOn, day) !== LifeStage.CHILD) return null;
  return 'Nobody is recorded as holding parental responsibility. Until somebody is, nothing can be agreed, chosen or signed for this child.';
}
