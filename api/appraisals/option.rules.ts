// An option is one way to reach an outcome: a service of the directory, an idea of one's own, or carrying on as now.
// Whoever adds it brings the facts; what is not known stays unknown and is said to be (rules R17 and R19).
// asked for → facts filled in → kept as they were that day.
import { penceOf, pounds } from '../common/money.ts';
import { OrganisationKind } from '../common/viewer.ts';
import { ok, refuse, type Problem, type Result } from '../common/result.ts';
import { cleaned, tooLong, WordingCode } from '../common/wording.ts';

/** What kind of thing an option is. */
export const OptionKind = {
  CARRY_ON_AS_NOW: 'CARRY_ON_AS_NOW',
  COMMUNITY_GROUP: 'COMMUNITY_GROUP',
  PROVIDER: 'PROVIDER',
  UNIVERSAL_SERVICE: 'UNIVERSAL_SERVICE',
  OWN_IDEA: 'OWN_IDEA',
} as const;
export type OptionKind = keyof typeof OptionKind;

/** Why an idea of one's own could not be added. */
export const OwnIdeaCode = {
  ...WordingCode,
  NAME_REQUIRED: 'NAME_REQUIRED',
  COST_NOT_VALID: 'COST_NOT_VALID',
} as const;
export type OwnIdeaCode = keyof typeof OwnIdeaCode;

/** The facts that every option shows, the same for all; null where not known. */
export interface OptionFacts {
  readonly kind: OptionKind;
  readonly serviceId: string | null;
  readonly offerId: string | null;
  readonly name: string;
  readonly summary: string | null;
  readonly weeklyCostPence: number | null;
  readonly costGrounds: string | null;
  readonly happensWhen: string | null;
  readonly gettingThere: string | null;
  readonly distanceMiles: number | null;
  readonly couldStart: string | null;
  readonly thingsToThinkAbout: string | null;
  readonly ifItFallsThrough: string | null;
}

/** An idea of one's own, as somebody writes it down. */
export interface OwnIdea {
  readonly name: string;
  readonly summary?: string | null;
  /** Pounds a week, such as "54.40". */
  readonly weeklyCost?: string | null;
  readonly when?: string | null;
  readonly gettingThere?: string | null;
  readonly couldStart?: string | null;
  readonly thingsToThinkAbout?: string | null;
  readonly ifItFallsThrough?: string | null;
}

const LONGEST_NAME = 300;
const LONGEST_FACT = 500;
const MOST_PENCE_A_WEEK = 10_000_000;

const NOTHING_KNOWN = {
  serviceId: null,
  offerId: null,
  summary: null,
  weeklyCostPence: null,
  costGrounds: null,
  happensWhen: null,
  gettingThere: null,
  distanceMiles: null,
  couldStart: null,
  thingsToThinkAbout: null,
  ifItFallsThrough: null,
} as const;

/** The option that every appraisal has: nothing new starts, and nothing more is paid. */
export const CARRY_ON_AS_NOW: OptionFacts = {
  ...NOTHING_KNOWN,
  kind: OptionKind.CARRY_ON_AS_NOW,
  name: 'Carry on as now',
  summary: 'Nothing new starts.',
  weeklyCostPence: 0,
  costGrounds: 'Nothing more than now',
  couldStart: 'Now',
  ifItFallsThrough: 'Not needed',
};

/** The facts of an idea written by hand, with every problem found. */
export function decideOwnIdea(idea: OwnIdea): Result<OptionFacts, OwnIdeaCode> {
  const name = cleaned(idea.name);
  const facts = {
    summary: cleaned(idea.summary),
    happensWhen: cleaned(idea.when),
    gettingThere: cleaned(idea.gettingThere),
    couldStart: cleaned(idea.couldStart),
    thingsToThinkAbout: cleaned(idea.thingsToThinkAbout),
    ifItFallsThrough: cleaned(idea.ifItFallsThrough),
  };
  const weeklyCostPence = idea.weeklyCost ? penceOf(idea.weeklyCost) : null;
  const problems: Problem<OwnIdeaCode>[] = [
    ...tooLong(name, LONGEST_NAME, 'own', 'name'),
    ...Object.entries(facts).flatMap(([fact, text]) =>
      tooLong(text, LONGEST_FACT, 'own', fact === 'happensWhen' ? 'when' : fact),
    ),
  ];
  if (name === null)
    problems.push({ code: 'NAME_REQUIRED', message: 'Give the idea a short name.', field: ['own', 'name'] });
  if (idea.weeklyCost && !isWeeklyCost(weeklyCostPence))
    problems.push({
      code: 'COST_NOT_VALID',
      message: `Give the cost of a week in pounds, from 0.00 to ${pounds(MOST_PENCE_A_WEEK)}, or leave it out.`,
      field: ['own', 'weeklyCost'],
    });

  if (name === null || problems.length > 0) return refuse(problems);
  return ok({ ...NOTHING_KNOWN, ...facts, kind: OptionKind.OWN_IDEA, name, weeklyCostPence });
}

/** What kind of option a service is, by who runs it; what nobody has sorted yet is taken to be there for everybody. */
export function kindOfOption(organisation: OrganisationKind): OptionKind {
  if (organisation === OrganisationKind.PROVIDER) return OptionKind.PROVIDER;
  if (organisation === OrganisationKind.COMMUNITY_GROUP) return OptionKind.COMMUNITY_GROUP;
  return OptionKind.UNIVERSAL_SERVICE;
}

function isWeeklyCost(pence: number | null): boolean {
  return pence !== null && pence >= 0 && pence <= MOST_PENCE_A_WEEK;
}
