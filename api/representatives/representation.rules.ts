// A representation is that somebody may decide for an individual, help them to decide, or is next of kin (rule R23).
// The authority records what it has seen; the law says what a kind covers. The individual ends what is informal.
// recorded → in force between two days → ended with a reason.
import { isDay } from '../common/calendar.ts';
import { ok, refuse, refuseWith, type Problem, type Result } from '../common/result.ts';
import { cleaned, tooLong, WordingCode } from '../common/wording.ts';
import { ageOn } from './age.rules.ts';
import { isAdvocate, type RepresentationKind } from './cover.rules.ts';

/** Why a representation was not recorded. */
export const RecordRepresentationErrorCode = {
  ...WordingCode,
  NOT_IN_CIRCLE: 'NOT_IN_CIRCLE',
  DAYS_NOT_IN_ORDER: 'DAYS_NOT_IN_ORDER',
  EVIDENCE_IN_FUTURE: 'EVIDENCE_IN_FUTURE',
  OVERLAPS: 'OVERLAPS',
  CONTRADICTS_ANOTHER: 'CONTRADICTS_ANOTHER',
  NOT_FOR_THIS_AGE: 'NOT_FOR_THIS_AGE',
  WORKS_FOR_PROVIDER: 'WORKS_FOR_PROVIDER',
} as const;
export type RecordRepresentationErrorCode = keyof typeof RecordRepresentationErrorCode;

/** Why a representation was not ended. */
export const EndRepresentationErrorCode = { ...WordingCode, REASON_REQUIRED: 'REASON_REQUIRED' } as const;
export type EndRepresentationErrorCode = keyof typeof EndRepresentationErrorCode;

/** What is written down of a representation. */
export interface Representing {
  readonly personId: string;
  readonly kind: RepresentationKind;
  readonly scope?: string | null;
  readonly actsAlone: boolean;
  readonly hasPermission: boolean;
  readonly evidence?: string | null;
  /** Day on which the evidence was seen; today when left out. */
  readonly evidenceSeenOn?: string | null;
  readonly startsOn: string;
  readonly endsOn?: string | null;
}

/** A representation that is not ended. */
export interface StandingRepresentation {
  readonly personId: string;
  readonly kind: RepresentationKind;
  readonly actsAlone: boolean;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** What the decision needs to know beside what is written down. */
export interface RepresentationFacts {
  readonly bornOn: string | null;
  readonly isInCircle: boolean;
  /** Those not ended of the same individual. */
  readonly standing: readonly StandingRepresentation[];
  /** Providers that the individual buys from, or that are named, and for which this person works. */
  readonly employers: readonly string[];
}

/** The texts and days as they are kept. */
export interface Represented {
  readonly scope: string | null;
  readonly evidence: string | null;
  readonly evidenceSeenOn: string | null;
}

const LONGEST = 500;

/** The representation as it is kept, or every reason why not. */
export function decideRepresentation(
  wish: Representing,
  facts: RepresentationFacts,
  today: string,
): Result<Represented, RecordRepresentationErrorCode> {
  const scope = cleaned(wish.scope);
  const evidence = cleaned(wish.evidence);
  const evidenceSeenOn = evidence === null ? null : (wish.evidenceSeenOn ?? today);
  const problems: Problem<RecordRepresentationErrorCode>[] = [
    ...tooLong(scope, LONGEST, 'scope'),
    ...tooLong(evidence, LONGEST, 'evidence'),
    ...problemsOfDays(wish, evidenceSeenOn, today),
    ...problemsOfAge(wish, facts.bornOn),
    ...problemsOfOthers(wish, facts.standing),
  ];
  if (!facts.isInCircle)
    problems.push({
      code: 'NOT_IN_CIRCLE',
      message: 'Choose somebody in the person’s circle. If they are not there yet, ask them in first.',
      field: ['personId'],
    });
  if (isAdvocate(wish.kind) && facts.employers.length > 0)
    problems.push({
      code: 'WORKS_FOR_PROVIDER',
      message: `This advocate works for ${facts.employers.join(' and ')}, from whom support is bought. Choose an independent advocate.`,
      field: ['personId'],
    });
  return problems.length > 0 ? refuse(problems) : ok({ scope, evidence, evidenceSeenOn });
}

/** The reason as it is kept; null when it was ended before; refused without a reason. */
export function decideRepresentationEnd(
  wasEnded: boolean,
  reason: string,
): Result<string | null, EndRepresentationErrorCode> {
  if (wasEnded) return ok(null);
  const kept = cleaned(reason);
  if (kept === null) return refuseWith('REASON_REQUIRED', 'Say why it ends, in a few words.', 'reason');
  const problems = tooLong(kept, LONGEST, 'reason');
  return problems.length > 0 ? refuse(problems) : ok(kept);
}

/** Whether it holds on that day. */
export function isInForce(
  {
    startsOn,
    endsOn,
    isEnded,
  }: { readonly startsOn: string; readonly endsOn: string | null; readonly isEnded: boolean },
  day: string,
): boolean {
  return !isEnded && startsOn <= day && (endsOn === null || day <= endsOn);
}

function problemsOfDays(
  { startsOn, endsOn }: Representing,
  seenOn: string | null,
  today: string,
): Problem<RecordRepresentationErrorCode>[] {
  const problems: Problem<RecordRepresentationErrorCode>[] = [];
  const isInOrder = isDay(startsOn) && (!endsOn || (isDay(endsOn) && startsOn <= endsOn));
  if (!isInOrder)
    problems.push({
      code: 'DAYS_NOT_IN_ORDER',
      message: 'The last day must be the first day or later. Check both days.',
      field: ['endsOn'],
    });
  if (seenOn !== null && seenOn > today)
    problems.push({
      code: 'EVIDENCE_IN_FUTURE',
      message: 'Write the day on which the papers were seen: today or earlier.',
      field: ['evidenceSeenOn'],
    });
  return problems;
}

// A lasting power is made by an adult (Mental Capacity Act 2005, section 9); parental responsibility ends at 18.
function problemsOfAge(
  { kind, startsOn }: Representing,
  bornOn: string | null,
): Problem<RecordRepresentationErrorCode>[] {
  if (bornOn === null || !isDay(startsOn)) return [];
  const isAdult = ageOn(bornOn, startsOn) >= 18;
  if (isAdult && kind === 'PARENTAL_RESPONSIBILITY')
    return [
      {
        code: 'NOT_FOR_THIS_AGE',
        message: 'Parental responsibility ends at 18. Record what the person’s family may do some other way.',
        field: ['kind'],
      },
    ];
  if (!isAdult && (kind === 'LPA_HEALTH' || kind === 'LPA_FINANCE'))
    return [
      {
        code: 'NOT_FOR_THIS_AGE',
        message: 'A lasting power of attorney can only be given by an adult. Check the papers.',
        field: ['kind'],
      },
    ];
  return [];
}

function problemsOfOthers(
  wish: Representing,
  standing: readonly StandingRepresentation[],
): Problem<RecordRepresentationErrorCode>[] {
  const meeting = standing.filter((other) => overlap(wish, other));
  const problems: Problem<RecordRepresentationErrorCode>[] = [];
  if (meeting.some(({ personId, kind }) => personId === wish.personId && kind === wish.kind))
    problems.push({
      code: 'OVERLAPS',
      message: 'This person has that authority on some of these days already. End it first, or choose other days.',
      field: ['startsOn'],
    });
  const others = meeting.filter(({ personId, kind }) => personId !== wish.personId || kind !== wish.kind);
  const sentence = others.map((other) => contradiction(wish, other)).find((found) => found !== null);
  if (sentence) problems.push({ code: 'CONTRADICTS_ANOTHER', message: sentence, field: ['kind'] });
  return problems;
}

const HELD_ALONE: readonly RepresentationKind[] = [
  'LPA_HEALTH',
  'LPA_FINANCE',
  'DEPUTY_HEALTH',
  'DEPUTY_FINANCE',
  'APPOINTEE',
];

const ALIKE: readonly (readonly RepresentationKind[])[] = [
  // A court gives no deputy what an attorney holds (Mental Capacity Act 2005, section 20(4)).
  ['LPA_HEALTH', 'DEPUTY_HEALTH'],
  ['LPA_FINANCE', 'DEPUTY_FINANCE'],
  // An appointee is for those for whom neither an attorney nor a deputy can act.
  ['LPA_FINANCE', 'APPOINTEE'],
  ['DEPUTY_FINANCE', 'APPOINTEE'],
];

/** Why two authorities cannot both hold, as a sentence; null when they can. */
function contradiction(wish: Representing, other: StandingRepresentation): string | null {
  if (wish.personId === other.personId && isAdvocate(wish.kind) !== isAdvocate(other.kind))
    return 'An independent advocate can have no other part in somebody’s affairs. End the other one first.';
  const isSame = wish.kind === other.kind && HELD_ALONE.includes(wish.kind);
  if (isSame && (wish.actsAlone || other.actsAlone))
    return 'Somebody else has this authority, and one of the two is said to be the only one. Check both papers.';
  const isAlike = ALIKE.some(
    (pair) => pair.includes(wish.kind) && pair.includes(other.kind) && wish.kind !== other.kind,
  );
  if (isAlike)
    return 'Another authority over the same affairs is in force on these days. The two cannot both hold: check both papers.';
  return null;
}

function overlap(one: { startsOn: string; endsOn?: string | null }, other: StandingRepresentation): boolean {
  return one.startsOn <= (other.endsOn ?? '9999-12-31') && other.startsOn <= (one.endsOn ?? '9999-12-31');
}
