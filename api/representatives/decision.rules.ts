// A decision is one thing that an individual settles, of a kind that says whose word can count for them (rules R23 and R24).
// The individual decides. Somebody else does only where the law says so, for that kind, for that one decision.
// asked → decided by the individual | by their mandate | by an authority that covers it | refused.
import { ok, refuse, type Problem, type Result } from '../common/result.ts';
import { LifeStage, lifeStageOn } from './age.rules.ts';
import type { CapacityFinding } from './capacity.rules.ts';
import { covers, DecisionKind, type RepresentationKind } from './cover.rules.ts';

/** Why somebody's word could not count for an individual. */
export const GroundsCode = {
  KIND_DOES_NOT_COVER: 'KIND_DOES_NOT_COVER',
  EVIDENCE_NOT_SEEN: 'EVIDENCE_NOT_SEEN',
  CAPACITY_PRESUMED: 'CAPACITY_PRESUMED',
  CAPACITY_LACKING: 'CAPACITY_LACKING',
  MANDATE_DOES_NOT_COVER: 'MANDATE_DOES_NOT_COVER',
  NEEDS_PARENT: 'NEEDS_PARENT',
  CHILD_WITHOUT_PARENT: 'CHILD_WITHOUT_PARENT',
} as const;
export type GroundsCode = keyof typeof GroundsCode;

/** An authority that somebody holds today. */
export interface HeldAuthority {
  readonly id: string;
  readonly kind: RepresentationKind;
  readonly isEvidenceSeen: boolean;
  /** Whether it may be used while the individual can decide alone. */
  readonly hasPermission: boolean;
}

/** What stands behind somebody who would decide for an individual, in one matter. */
export interface Grounds {
  readonly bornOn: string | null;
  readonly isSelf: boolean;
  /** Whether the individual lets them bind them, by the circle. */
  readonly hasMandate: boolean;
  readonly held: readonly HeldAuthority[];
  /** Whether anybody in force holds parental responsibility. */
  readonly hasParent: boolean;
  /** What was last found about this very decision; null when nobody looked, and then capacity is presumed. */
  readonly finding: CapacityFinding | null;
}

/** On what a decision was made; `representationId` is null unless by a representative. */
export interface DecidedAs {
  readonly by: 'INDIVIDUAL' | 'MANDATE' | 'REPRESENTATIVE';
  readonly representationId: string | null;
}

const DECISIONS: Readonly<Record<DecisionKind, string>> = {
  RESIDENCE: 'where somebody lives',
  CARE_AND_SUPPORT: 'care and support',
  HEALTH: 'health',
  MONEY: 'money',
  BENEFITS: 'benefits',
  CONTRACT: 'a contract',
  SHARING: 'who may see what',
};

/** On what the decision stands, or every reason why it cannot; null when nothing at all speaks for the decider. */
export function decideFor(kind: DecisionKind, grounds: Grounds, day: string): Result<DecidedAs | null, GroundsCode> {
  const stage = grounds.bornOn === null ? LifeStage.ADULT : lifeStageOn(grounds.bornOn, day);
  if (grounds.isSelf) return decideSelf(grounds, stage);

  const problems: Problem<GroundsCode>[] = [];
  for (const authority of grounds.held) {
    const problem = problemOfAuthority(authority, kind, grounds, stage);
    if (problem === null) return ok({ by: 'REPRESENTATIVE', representationId: authority.id });
    problems.push(problem);
  }
  if (grounds.hasMandate) {
    const problem = problemOfMandate(kind, grounds, stage);
    if (problem === null) return ok({ by: 'MANDATE', representationId: null });
    problems.push(problem);
  }
  return problems.length > 0 ? refuse(problems) : ok(null);
}

/** The kind of a decision about a service: a place to live with care is about where somebody lives; what one's own money pays is a contract. */
export function kindOfDecision(isPlaceToLive: boolean, isPaidByBudget: boolean): DecisionKind {
  if (isPlaceToLive) return DecisionKind.RESIDENCE;
  return isPaidByBudget ? DecisionKind.CARE_AND_SUPPORT : DecisionKind.CONTRACT;
}

function decideSelf(grounds: Grounds, stage: LifeStage): Result<DecidedAs, GroundsCode> {
  if (stage === LifeStage.CHILD && grounds.finding !== 'COMPETENT_UNDER_16') return refuse([needsParent(grounds)]);
  if (grounds.finding === 'LACKS_CAPACITY') return refuse([lacking()]);
  return ok({ by: 'INDIVIDUAL', representationId: null });
}

function problemOfAuthority(
  { kind: held, isEvidenceSeen, hasPermission }: HeldAuthority,
  kind: DecisionKind,
  grounds: Grounds,
  stage: LifeStage,
): Problem<GroundsCode> | null {
  if (!covers(held, kind))
    return {
      code: 'KIND_DOES_NOT_COVER',
      message: `The authority you hold is not for decisions about ${DECISIONS[kind]}. Ask the broker who may decide this.`,
    };
  if (!isEvidenceSeen)
    return {
      code: 'EVIDENCE_NOT_SEEN',
      message: 'Nobody at the council has seen the papers yet. Show them to the broker first.',
    };
  const needsNoFinding =
    held === 'PARENTAL_RESPONSIBILITY'
      ? stage === LifeStage.CHILD && grounds.finding !== 'COMPETENT_UNDER_16'
      : held === 'DEPUTY_FINANCE' || (held === 'LPA_FINANCE' && hasPermission);
  if (needsNoFinding || grounds.finding === 'LACKS_CAPACITY') return null;
  return {
    code: 'CAPACITY_PRESUMED',
    message:
      'They can decide this themselves unless a record about this very decision says otherwise. Let them decide.',
  };
}

// A mandate is the individual's own; it ends where they could not give it any more, which a lasting power does not.
function problemOfMandate(kind: DecisionKind, grounds: Grounds, stage: LifeStage): Problem<GroundsCode> | null {
  if (stage === LifeStage.CHILD) return needsParent(grounds);
  if (kind === DecisionKind.RESIDENCE)
    return {
      code: 'MANDATE_DOES_NOT_COVER',
      message:
        'Being allowed to sign for somebody does not let you choose where they live. They choose that themselves.',
    };
  return grounds.finding === 'LACKS_CAPACITY' ? lacking() : null;
}

function lacking(): Problem<GroundsCode> {
  return {
    code: 'CAPACITY_LACKING',
    message:
      'A record says that this decision could not be made by the person themselves. It takes a lasting power, a deputy, or a best-interests decision: ask the broker.',
  };
}

function needsParent({ hasParent }: Grounds): Problem<GroundsCode> {
  if (hasParent)
    return {
      code: 'NEEDS_PARENT',
      message:
        'Below 16, somebody with parental responsibility decides, or the child once found able to decide this. Ask the parent.',
    };
  return {
    code: 'CHILD_WITHOUT_PARENT',
    message: 'Nobody is recorded as holding parental responsibility for this child. Ask the broker to record who does.',
  };
}
