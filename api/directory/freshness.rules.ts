// An entry's freshness is how long ago somebody made sure that it is still correct. It follows from days and is never stored.
// Each commissioning authority decides after how many months an entry is old; its publisher, its people and editors check it.
// FRESH → DUE → STALE → HIDDEN_FROM_CHOOSING → (checked) FRESH. What was never checked is STALE from the first day.

import { dayInWords, Temporal } from '../common/calendar.ts';
import { refuse, ok } from '../common/result.ts';
import type { Problem, Result } from '../common/result.ts';
import { OrganisationKind } from '../common/viewer.ts';
import { AssuranceOrigin } from './assurance.rules.ts';

/** How an entry stands, by the days since its last check. */
export const FreshnessState = {
  FRESH: 'FRESH',
  DUE: 'DUE',
  STALE: 'STALE',
  HIDDEN_FROM_CHOOSING: 'HIDDEN_FROM_CHOOSING',
} as const;
export type FreshnessState = keyof typeof FreshnessState;

/** After how many months without a check an entry is due, old, and no longer to be chosen. */
export interface FreshnessPolicy {
  readonly freshMonths: number;
  readonly staleMonths: number;
  readonly hiddenMonths: number;
}

/** What holds for visitors, and for an authority that has set nothing (Open Referral UK: assured within three months). */
export const DEFAULT_POLICY: FreshnessPolicy = { freshMonths: 3, staleMonths: 6, hiddenMonths: 12 };

/** What is known of an entry's last check. */
export interface LastCheck {
  /** Day on which somebody last found it correct; null when nobody is known to have. */
  readonly assuredOn: string | null;
  readonly assuredBy: AssuranceOrigin | null;
  /** Organisation or authority for which it was checked. */
  readonly assuredByName: string | null;
  /** Day from which its age counts: of the check, else of its publisher's last change, else of its arrival here; null when none is known. */
  readonly checkedOn: string | null;
  /** What the organisation that runs it is. */
  readonly kind: OrganisationKind;
}

/** How fresh an entry is, for those under one policy, on one day. */
export interface Freshness {
  readonly state: FreshnessState;
  readonly lastAssuredOn: string | null;
  readonly assuredBy: string | null;
  /** Day from which a check is due; null when it was due from the start. */
  readonly nextDueOn: string | null;
  readonly mark: string | null;
  readonly sentence: string;
  readonly isChoosable: boolean;
}

/** The policy that a row of months means; the defaults when there is none. */
export function policyOfMonths(months: readonly [number, number, number] | null): FreshnessPolicy {
  if (months === null) return DEFAULT_POLICY;
  const [freshMonths, staleMonths, hiddenMonths] = months;
  return { freshMonths, staleMonths, hiddenMonths };
}

/** The day that many months later; the last of the month where the month is shorter. */
export function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** How an entry stands today. */
export function freshnessState(checkedOn: string | null, policy: FreshnessPolicy, today: string): FreshnessState {
  if (checkedOn === null) return FreshnessState.STALE;
  if (today >= addMonths(checkedOn, policy.hiddenMonths)) return FreshnessState.HIDDEN_FROM_CHOOSING;
  if (today >= addMonths(checkedOn, policy.staleMonths)) return FreshnessState.STALE;
  return today >= addMonths(checkedOn, policy.freshMonths) ? FreshnessState.DUE : FreshnessState.FRESH;
}

/** How fresh an entry is, in days and in words. */
export function freshnessOf(check: LastCheck, policy: FreshnessPolicy, today: string): Freshness {
  const state = freshnessState(check.checkedOn, policy, today);
  return {
    state,
    lastAssuredOn: check.assuredOn,
    assuredBy: assurerOf(check),
    nextDueOn: check.checkedOn === null ? null : addMonths(check.checkedOn, policy.freshMonths),
    mark: MARKS[state],
    sentence: `${sentenceOfCheck(check)} ${sentenceOfState(state, check, policy)}`,
    isChoosable: state !== FreshnessState.HIDDEN_FROM_CHOOSING,
  };
}

/** Who last checked an entry, as it stands after "by": "the group itself", "Fenmoor Council", "its publisher". */
export function assurerOf({ assuredBy, assuredByName, kind }: LastCheck): string | null {
  const itself = kind === OrganisationKind.COMMUNITY_GROUP ? 'the group itself' : 'the people who run it';
  switch (assuredBy) {
    case null:
      return null;
    case AssuranceOrigin.PUBLISHER:
      return 'its publisher';
    case AssuranceOrigin.CONTACT:
    case AssuranceOrigin.ORGANISATION:
      return itself;
    case AssuranceOrigin.EDITOR:
      return assuredByName ?? 'an editor of the directory';
    case AssuranceOrigin.CALL:
      return `${assuredByName ?? 'an editor of the directory'}, who asked them`;
  }
}

const MARKS: Readonly<Record<FreshnessState, string | null>> = {
  FRESH: null,
  DUE: null,
  STALE: 'May be out of date',
  HIDDEN_FROM_CHOOSING: 'Not checked for a long time',
};

function sentenceOfCheck(check: LastCheck): string {
  const by = assurerOf(check);
  if (check.assuredOn !== null) return `Checked on ${dayInWords(check.assuredOn)}${by === null ? '' : ` by ${by}`}.`;
  if (check.checkedOn === null) return 'We do not know when this was last checked.';
  return `We do not know when this was last checked. It was last changed on ${dayInWords(check.checkedOn)}.`;
}

function sentenceOfState(state: FreshnessState, { checkedOn }: LastCheck, policy: FreshnessPolicy): string {
  switch (state) {
    case FreshnessState.FRESH:
      return `The next check is due by ${dayInWords(addMonths(checkedOn ?? '', policy.freshMonths))}.`;
    case FreshnessState.DUE:
      return 'It is time for the next check.';
    case FreshnessState.STALE:
      return 'It may be out of date: ask them before you rely on it.';
    case FreshnessState.HIDDEN_FROM_CHOOSING:
      return 'That is too long ago, so you cannot add it to your options yet. Ask them if it is still right, or ask the council’s directory team to check it.';
  }
}

/** Why an entry that nobody has checked for too long cannot be chosen. */
export const ChoosingCode = { CHECK_OVERDUE: 'CHECK_OVERDUE' } as const;
export type ChoosingCode = keyof typeof ChoosingCode;

/** The problem of choosing an entry that nobody has checked for too long; none when it may be chosen. */
export function choosingProblems(
  checkedOn: string | null,
  policy: FreshnessPolicy,
  today: string,
): Problem<ChoosingCode>[] {
  if (freshnessState(checkedOn, policy, today) !== FreshnessState.HIDDEN_FROM_CHOOSING) return [];
  const months = policy.hiddenMonths === 1 ? '1 month' : `${policy.hiddenMonths} months`;
  const message = `Nobody has checked this for more than ${months}. Ask them if it is still right, or ask the council’s directory team to check it. Then you can add it.`;
  return [{ code: ChoosingCode.CHECK_OVERDUE, message, field: ['serviceId'] }];
}

/** Why a policy could not be set. */
export const SetFreshnessPolicyErrorCode = {
  MONTHS_NOT_VALID: 'MONTHS_NOT_VALID',
  MONTHS_OUT_OF_ORDER: 'MONTHS_OUT_OF_ORDER',
} as const;
export type SetFreshnessPolicyErrorCode = keyof typeof SetFreshnessPolicyErrorCode;

const BOUNDS: readonly (readonly [keyof FreshnessPolicy, number, number])[] = [
  ['freshMonths', 1, 36],
  ['staleMonths', 2, 48],
  ['hiddenMonths', 3, 60],
];

/** The policy as it may stand, or every reason why it may not. */
export function decidePolicy(asked: FreshnessPolicy): Result<FreshnessPolicy, SetFreshnessPolicyErrorCode> {
  const problems: Problem<SetFreshnessPolicyErrorCode>[] = BOUNDS.filter(
    ([field, least, most]) => !Number.isInteger(asked[field]) || asked[field] < least || asked[field] > most,
  ).map(([field, least, most]) => ({
    code: 'MONTHS_NOT_VALID',
    message: `Enter a whole number of months from ${least} to ${most}.`,
    field: [field],
  }));
  const { freshMonths, staleMonths, hiddenMonths } = asked;
  const late = (message: string, field: string) =>
    problems.push({ code: 'MONTHS_OUT_OF_ORDER', message, field: [field] });
  if (staleMonths <= freshMonths) late('Enter more months than until a check is due.', 'staleMonths');
  if (hiddenMonths <= staleMonths) late('Enter more months than until it is marked as old.', 'hiddenMonths');
  return problems.length > 0 ? refuse(problems) : ok({ freshMonths, staleMonths, hiddenMonths });
}
