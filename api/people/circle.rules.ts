// A circle member is somebody close to an individual, with what the individual lets them see and do.
// The individual decides, or somebody who may bind them; whoever stands in a circle may always leave it.
// asked in → changed … → ended (at once) or past (after the last day). Each change is numbered; nobody overwrites one unseen.
import { ok, refuse, refuseWith, type Problem, type Result } from '../common/result.ts';
import { CircleLevel, type Shared, type ViewerCircle } from '../common/viewer.ts';
import { dayInWords } from '../common/calendar.ts';

/** What somebody close is to the individual, of all kinds that are treated alike. */
export const CircleKind = {
  FAMILY: 'FAMILY',
  FRIEND: 'FRIEND',
  CARER: 'CARER',
  ADVOCATE: 'ADVOCATE',
  INTERPRETER: 'INTERPRETER',
  PROFESSIONAL: 'PROFESSIONAL',
  OTHER: 'OTHER',
} as const;
export type CircleKind = keyof typeof CircleKind;

/** Why what somebody may see and do was not changed. */
export const ChangeCircleMemberErrorCode = {
  CHANGED_MEANWHILE: 'CHANGED_MEANWHILE',
  ALREADY_ENDED: 'ALREADY_ENDED',
  LAST_DAY_PAST: 'LAST_DAY_PAST',
  NOT_YOURS_TO_GIVE: 'NOT_YOURS_TO_GIVE',
  NOTHING_TO_ACT_ON: 'NOTHING_TO_ACT_ON',
} as const;
export type ChangeCircleMemberErrorCode = keyof typeof ChangeCircleMemberErrorCode;

/** Why somebody's place in a circle was not ended. */
export const EndCircleMemberErrorCode = { CHANGED_MEANWHILE: 'CHANGED_MEANWHILE' } as const;
export type EndCircleMemberErrorCode = keyof typeof EndCircleMemberErrorCode;

/** How a place in a circle stands. */
export interface CirclePlace {
  readonly kind: CircleKind;
  readonly maySee: readonly Shared[];
  readonly mayDo: CircleLevel;
  readonly endsOn: string | null;
  readonly version: number;
  readonly endedAt: Date | null;
}

/** What is wished for a place; `version` is the one that the wisher saw. */
export interface CircleWish {
  /** What they are to the individual; as it was when left out. */
  readonly kind?: CircleKind | null;
  readonly maySee: readonly Shared[];
  readonly mayDo: CircleLevel;
  /** Last day; null for no end. */
  readonly endsOn: string | null;
  readonly version: number;
}

/**
 * What a place becomes, or every reason why not; null when it is so already. `giver` is the wisher's own place in the
 * circle: the individual gives anything, and whoever binds them gives only what they have, and never the power to bind.
 */
export function decideCircleChange(
  place: CirclePlace,
  wish: CircleWish,
  giver: ViewerCircle,
  today: string,
): Result<Pick<CirclePlace, 'kind' | 'maySee' | 'mayDo' | 'endsOn'> | null, ChangeCircleMemberErrorCode> {
  if (place.endedAt !== null || (place.endsOn !== null && place.endsOn < today)) {
    return refuseWith('ALREADY_ENDED', 'This person is not in the circle any more. Nothing is shared with them.');
  }
  const maySee = [...new Set(wish.maySee)].sort();
  const kind = wish.kind ?? place.kind;
  const isSame =
    kind === place.kind && wish.mayDo === place.mayDo && wish.endsOn === place.endsOn && isEqual(maySee, place.maySee);
  if (isSame) return ok(null);

  const problems = [
    ...problemsOfWish({ ...wish, maySee }, today),
    ...problemsOfGiver(place, { ...wish, maySee }, giver),
  ];
  if (wish.version !== place.version) problems.unshift(changedMeanwhile());
  return problems.length > 0 ? refuse(problems) : ok({ kind, maySee, mayDo: wish.mayDo, endsOn: wish.endsOn });
}

/** Whether a place in a circle is in force on that day. */
export function isInForce(
  place: Pick<CirclePlace, 'endsOn' | 'endedAt'> & { readonly startsOn: string },
  day: string,
): boolean {
  return place.endedAt === null && place.startsOn <= day && (place.endsOn === null || day <= place.endsOn);
}

/** Whether a place ends now: false when it has ended before; refused when it was changed since it was seen. */
export function decideCircleEnd(
  place: Pick<CirclePlace, 'endedAt' | 'version'>,
  version: number,
): Result<boolean, EndCircleMemberErrorCode> {
  if (place.endedAt !== null) return ok(false);
  return version === place.version ? ok(true) : refuse([changedMeanwhile()]);
}

function problemsOfWish({ maySee, mayDo, endsOn }: CircleWish, today: string): Problem<ChangeCircleMemberErrorCode>[] {
  const problems: Problem<ChangeCircleMemberErrorCode>[] = [];
  if (endsOn !== null && endsOn < today) {
    const message = `The last day must be today (${dayInWords(today)}) or later. To stop now, press “Stop sharing”.`;
    problems.push({ code: 'LAST_DAY_PAST', message, field: ['endsOn'] });
  }
  if (mayDo !== CircleLevel.VIEW && maySee.length === 0) {
    const message =
      'Somebody who may see nothing cannot suggest or decide. Choose something they may see, or “look” only.';
    problems.push({ code: 'NOTHING_TO_ACT_ON', message, field: ['maySee'] });
  }
  return problems;
}

function problemsOfGiver(
  place: CirclePlace,
  wish: CircleWish,
  giver: ViewerCircle,
): Problem<ChangeCircleMemberErrorCode>[] {
  if (giver.relation === 'SELF') return [];
  const problems: Problem<ChangeCircleMemberErrorCode>[] = [];
  const given = wish.maySee.filter((part) => !place.maySee.includes(part) && !giver.maySee.includes(part));
  if (given.length > 0) {
    const message = 'You can share only what is shared with you. Ask the person themselves to share more.';
    problems.push({ code: 'NOT_YOURS_TO_GIVE', message, field: ['maySee'] });
  }
  if (wish.mayDo === CircleLevel.COMMIT && place.mayDo !== CircleLevel.COMMIT) {
    const message = 'Only the person themselves can let somebody decide for them.';
    problems.push({ code: 'NOT_YOURS_TO_GIVE', message, field: ['mayDo'] });
  }
  return problems;
}

function changedMeanwhile() {
  return {
    code: 'CHANGED_MEANWHILE',
    message: 'Somebody else changed this a moment ago. Look at how it stands now, then change it if you still want to.',
  } as const;
}

function isEqual(parts: readonly string[], others: readonly string[]): boolean {
  return parts.length === others.length && [...others].sort().every((part, index) => part === parts[index]);
}
