// A consent is an individual's yes to somebody knowing certain things of them, for one purpose, between two days.
// The individual decides, or somebody with authority to decide for them; silence is never a yes, and no date makes one (rule R25).
// given → open on its days → over | withdrawn (at once). By accepting terms: waits until both have agreed, then open while that stands.
import { dayInWords } from '../common/calendar.ts';
import { ok, type Problem, refuse, refuseWith, type Result } from '../common/result.ts';
import { CircleLevel, Shared } from '../common/viewer.ts';
import { cleaned, LONGEST_STATEMENT, tooLong } from '../common/wording.ts';
import type { GiveConsentErrorCode, WithdrawConsentErrorCode } from './consent-errors.rules.ts';

/** What something may be used for. */
export const ConsentPurpose = {
  ARRANGE_SUPPORT: 'ARRANGE_SUPPORT',
  GIVE_SUPPORT: 'GIVE_SUPPORT',
  PAY: 'PAY',
  ADVISE: 'ADVISE',
  REVIEW: 'REVIEW',
  INTRODUCE: 'INTRODUCE',
} as const;
export type ConsentPurpose = keyof typeof ConsentPurpose;

/** Kind of data about an individual. */
export const DataClass = {
  IDENTITY: 'IDENTITY',
  CONTACT: 'CONTACT',
  COMMUNICATION: 'COMMUNICATION',
  ABOUT_ME: 'ABOUT_ME',
  PLAN: 'PLAN',
  HEALTH: 'HEALTH',
  MONEY: 'MONEY',
  AGREEMENTS: 'AGREEMENTS',
} as const;
export type DataClass = keyof typeof DataClass;

/** Who may know. */
export const ConsentRecipientKind = {
  ORGANISATION: 'ORGANISATION',
  PERSON: 'PERSON',
  PROVIDERS_ASKED: 'PROVIDERS_ASKED',
} as const;
export type ConsentRecipientKind = keyof typeof ConsentRecipientKind;

/** By what authority a consent is given. */
export const ConsentAuthority = {
  INDIVIDUAL: 'INDIVIDUAL',
  CIRCLE: 'CIRCLE',
  REPRESENTATIVE: 'REPRESENTATIVE',
} as const;
export type ConsentAuthority = keyof typeof ConsentAuthority;

/** How a consent was given. */
export const ConsentHow = {
  HERE: 'HERE',
  SPOKEN: 'SPOKEN',
  WRITTEN: 'WRITTEN',
  SIGNED: 'SIGNED',
  GESTURE: 'GESTURE',
  COMMUNICATION_AID: 'COMMUNICATION_AID',
  BY_ACCEPTING: 'BY_ACCEPTING',
} as const;
export type ConsentHow = keyof typeof ConsentHow;

/** Where a consent stands today; derived from its days and its withdrawal. */
export const ConsentStatus = { WAITING: 'WAITING', OPEN: 'OPEN', OVER: 'OVER', WITHDRAWN: 'WITHDRAWN' } as const;
export type ConsentStatus = keyof typeof ConsentStatus;

/** What a giver holds in the individual's affairs on that day. */
export interface Standing {
  readonly isIndividual: boolean;
  /** The giver's place in the circle; null when they stand in none. */
  readonly circle: { readonly mayDo: CircleLevel; readonly maySee: readonly Shared[] } | null;
  /** Whether a representative's authority that covers what others may know is held; false while none is on record. */
  readonly isRepresentative: boolean;
}

/** What is to be allowed, as it was asked. */
export interface ConsentWish {
  readonly classes: readonly DataClass[];
  readonly organisationId?: string | null;
  readonly personId?: string | null;
  readonly isForProvidersAsked: boolean;
  readonly startsOn?: string | null;
  readonly endsOn?: string | null;
  readonly how: ConsentHow;
  readonly witness?: string | null;
  readonly evidence?: string | null;
}

/** What the decision needs to know beside the wish. */
export interface Giving {
  readonly individualId: string;
  readonly giverId: string;
  readonly recorderId: string;
  readonly standing: Standing;
  readonly isRecipientFound: boolean;
  /** Whether the same recipient has a yes for the same purpose on one of these days. */
  readonly overlaps: boolean;
  readonly today: string;
}

/** A consent as it is kept. */
export interface DecidedConsent {
  readonly classes: DataClass[];
  readonly recipientKind: ConsentRecipientKind;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly givenAs: ConsentAuthority;
  readonly witness: string | null;
  readonly evidence: string | null;
}

/** By what authority somebody gives consent for the individual; null when by none: next of kin, carers and staff have none by themselves. */
export function authorityOf(standing: Standing): ConsentAuthority | null {
  if (standing.isIndividual) return ConsentAuthority.INDIVIDUAL;
  if (standing.circle?.mayDo === CircleLevel.COMMIT) return ConsentAuthority.CIRCLE;
  return standing.isRepresentative ? ConsentAuthority.REPRESENTATIVE : null;
}

/** The consent as it is kept, or every reason why not. */
export function decideConsent(wish: ConsentWish, giving: Giving): Result<DecidedConsent, GiveConsentErrorCode> {
  const recipientKind = recipientKindOf(wish);
  const givenAs = authorityOf(giving.standing);
  const kept = {
    classes: [...new Set(wish.classes)].sort(),
    startsOn: wish.startsOn ?? giving.today,
    endsOn: wish.endsOn ?? null,
    witness: cleaned(wish.witness),
    evidence: cleaned(wish.evidence),
  };
  const problems = [
    ...problemsOfAuthority(kept.classes, givenAs, giving.standing),
    ...problemsOfRecipient(wish, recipientKind, giving),
    ...problemsOfDays(kept, giving),
    ...problemsOfEvidence({ ...kept, how: wish.how }, giving),
  ];
  if (recipientKind === null || givenAs === null || problems.length > 0) return refuse(problems);
  return ok({ ...kept, recipientKind, givenAs });
}

/** Whether a consent is withdrawn now: false when it was before; refused while an agreement that it was given by stands. */
export function decideWithdrawal(consent: {
  readonly isWithdrawn: boolean;
  readonly agreement: { readonly provider: string; readonly isStanding: boolean } | null;
}): Result<boolean, WithdrawConsentErrorCode> {
  if (consent.isWithdrawn) return ok(false);
  // Who gives support has to know whom: the agreement rests on it, and ending that is what the person wants then.
  if (consent.agreement?.isStanding !== true) return ok(true);
  const { provider } = consent.agreement;
  return refuseWith(
    'NEEDED_BY_AGREEMENT',
    `${provider} needs to know who you are while your agreement with them goes on. To stop it, end the agreement first. After its last day you can stop this here.`,
  );
}

/** Parts of the affairs that somebody has to see themselves before they may let others know. */
const PART_OF: Readonly<Partial<Record<DataClass, Shared>>> = {
  COMMUNICATION: Shared.PLAN,
  ABOUT_ME: Shared.PLAN,
  PLAN: Shared.PLAN,
  HEALTH: Shared.PLAN,
  MONEY: Shared.BUDGET,
  AGREEMENTS: Shared.AGREEMENTS,
};

type Found = Problem<GiveConsentErrorCode>[];

function problemsOfAuthority(
  classes: readonly DataClass[],
  givenAs: ConsentAuthority | null,
  { circle }: Standing,
): Found {
  if (classes.length === 0) return one('NOTHING_ALLOWED', 'Choose at least one thing that they may know.', 'classes');
  if (givenAs === null) {
    const message =
      'This person cannot say yes for them. Ask the person themselves, or somebody who is allowed to decide for them.';
    return one('NO_AUTHORITY', message, 'givenById');
  }
  if (givenAs !== 'CIRCLE') return [];
  const isUnseen = classes.some((each) => {
    const part = PART_OF[each];
    return part !== undefined && circle?.maySee.includes(part) !== true;
  });
  const message = 'You can let others know only what is shared with you. Ask the person themselves about the rest.';
  return isUnseen ? one('NOT_YOURS_TO_GIVE', message, 'classes') : [];
}

function problemsOfRecipient(wish: ConsentWish, kind: ConsentRecipientKind | null, giving: Giving): Found {
  if (kind === null)
    return one('RECIPIENT_UNCLEAR', 'Choose one: an organisation, a person, or everyone you ask.', 'recipient');
  const isSelf = kind === 'PERSON' && [giving.individualId, giving.giverId].includes(wish.personId ?? '');
  if (isSelf) {
    const message =
      'Nobody can let themselves know more. Choose somebody else who may know, or ask the person themselves.';
    return one('RECIPIENT_IS_GIVER', message, 'recipient');
  }
  const message = 'We cannot find who this is for. Choose them from the list.';
  return giving.isRecipientFound ? [] : one('RECIPIENT_NOT_FOUND', message, 'recipient');
}

function problemsOfDays({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }, giving: Giving): Found {
  if (endsOn !== null && endsOn < startsOn)
    return one('DAYS_IN_WRONG_ORDER', 'The last day must be the same as the first day, or later.', 'endsOn');
  if (endsOn !== null && endsOn < giving.today) {
    const message = `The last day must be today (${dayInWords(giving.today)}) or later.`;
    return one('LAST_DAY_PAST', message, 'endsOn');
  }
  const message =
    'You have already allowed this recipient something for this purpose on some of these days. Stop that one first, or choose other days.';
  return giving.overlaps ? one('DATES_OVERLAP', message, 'startsOn') : [];
}

function problemsOfEvidence(
  { how, witness, evidence }: { how: ConsentHow; witness: string | null; evidence: string | null },
  { giverId, recorderId }: Giving,
): Found {
  const problems: Found = [...tooLong(witness, 200, 'witness'), ...tooLong(evidence, LONGEST_STATEMENT, 'evidence')];
  if (how === 'BY_ACCEPTING' || (how === 'HERE' && giverId !== recorderId)) {
    problems.push(
      ...one('HOW_IT_WAS_GIVEN', 'Choose how they said yes: in words, in writing, or in another way.', 'how'),
    );
  } else if (how !== 'HERE' && evidence === null) {
    problems.push(
      ...one(
        'EVIDENCE_REQUIRED',
        'Write down what they said or did, so that others can understand it later.',
        'evidence',
      ),
    );
  }
  if ((how === 'GESTURE' || how === 'COMMUNICATION_AID') && witness === null) {
    problems.push(
      ...one('WITNESS_REQUIRED', 'Write down who else was there and understood it the same way.', 'witness'),
    );
  }
  return problems;
}

function recipientKindOf(wish: ConsentWish): ConsentRecipientKind | null {
  const named: ConsentRecipientKind[] = [];
  if (wish.organisationId) named.push('ORGANISATION');
  if (wish.personId) named.push('PERSON');
  if (wish.isForProvidersAsked) named.push('PROVIDERS_ASKED');
  return named.length === 1 ? (named[0] ?? null) : null;
}

function one(code: GiveConsentErrorCode, message: string, field: string): Found {
  return [{ code, message, field: [field] }];
}
