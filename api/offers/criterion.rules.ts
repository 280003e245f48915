// A criterion is a rule about who can use a service, in the service's own words, with the question to ask.
// Its provider, its feed or an editor states it; held against a person it is met, not met, or not known (rule R19).
// STATED → held against what is known of a person → MET | NOT_MET with the rule | UNKNOWN with the question; never hidden.

/** What about a person or their support a criterion asks. */
export const CriterionAttribute = {
  AGE: 'AGE',
  AREA: 'AREA',
  NEED: 'NEED',
  ELIGIBILITY: 'ELIGIBILITY',
  DIAGNOSIS: 'DIAGNOSIS',
  REFERRAL: 'REFERRAL',
  FUNDING: 'FUNDING',
  LANGUAGE: 'LANGUAGE',
  GENDER: 'GENDER',
  MOBILITY: 'MOBILITY',
  MEDICATION: 'MEDICATION',
  HOURS: 'HOURS',
  MINIMUM_HOURS: 'MINIMUM_HOURS',
  WAITING: 'WAITING',
  MEMBERSHIP: 'MEMBERSHIP',
  COST: 'COST',
  DOCUMENTS: 'DOCUMENTS',
} as const;
export type CriterionAttribute = keyof typeof CriterionAttribute;

/** How a criterion compares; ASK when only people can tell. */
export const CriterionOperator = { ANY_OF: 'ANY_OF', AT_LEAST: 'AT_LEAST', AT_MOST: 'AT_MOST', ASK: 'ASK' } as const;
export type CriterionOperator = keyof typeof CriterionOperator;

/** Who says so. */
export const CriterionSource = { FEED: 'FEED', PROVIDER: 'PROVIDER', EDITOR: 'EDITOR' } as const;
export type CriterionSource = keyof typeof CriterionSource;

/** What a criterion comes to for one person. */
export const CriterionAnswer = { MET: 'MET', NOT_MET: 'NOT_MET', UNKNOWN: 'UNKNOWN' } as const;
export type CriterionAnswer = keyof typeof CriterionAnswer;

/** One rule about who can use a service. */
export interface Criterion {
  readonly attribute: CriterionAttribute;
  readonly operator: CriterionOperator;
  readonly accepted: readonly string[];
  readonly unit: string | null;
  readonly isHard: boolean;
  readonly ruleText: string;
  readonly question: string;
  readonly source: CriterionSource;
}

/** What is known of a person, by what a criterion may ask: several values where several hold; absent when not known. */
export type KnownOfPerson = Partial<Readonly<Record<CriterionAttribute, readonly string[]>>>;

/** A criterion held against a person: what it comes to, and with which facts. */
export interface HeldCriterion {
  readonly answer: CriterionAnswer;
  /** The facts of the person that were used; empty when nothing is known. */
  readonly used: readonly string[];
}

/** Holds a criterion against what is known: what is missing is never held against anybody (rule R19). */
export function holdAgainst(criterion: Criterion, known: KnownOfPerson): HeldCriterion {
  const used = known[criterion.attribute] ?? [];
  const unknown = { answer: CriterionAnswer.UNKNOWN, used: [] };
  if (used.length === 0 || criterion.operator === CriterionOperator.ASK || criterion.accepted.length === 0)
    return unknown;
  if (criterion.operator === CriterionOperator.ANY_OF) {
    if (overlaps(criterion.accepted, used)) return { answer: CriterionAnswer.MET, used };
    // An area by name may hold a home whose place by name nobody knows.
    const isCertain = criterion.attribute !== CriterionAttribute.AREA || criterion.accepted.every(isOutwardCode);
    return isCertain ? { answer: CriterionAnswer.NOT_MET, used } : unknown;
  }
  const [bound, value] = [Number(criterion.accepted[0]), Number(used[0])];
  if (Number.isNaN(bound) || Number.isNaN(value)) return unknown;
  const isMet = criterion.operator === CriterionOperator.AT_LEAST ? value >= bound : value <= bound;
  return { answer: isMet ? CriterionAnswer.MET : CriterionAnswer.NOT_MET, used };
}

/** What it comes to in words: "Met: …", "Does not meet: … Ask anyway.", "Not known whether this fits: … Ask: …?" */
export function answerInWords(criterion: Criterion, answer: CriterionAnswer): string {
  const rule = criterion.ruleText.replace(/[.\s]+$/, '');
  if (answer === CriterionAnswer.MET) return `Meets the rule: ${rule}.`;
  if (answer === CriterionAnswer.NOT_MET) return `Does not meet the rule: ${rule}. You can ask anyway.`;
  return `Not known whether this fits: ${rule}. Ask: ${criterion.question}`;
}

/** A criterion as it is told to a reader: with its answer when it was held against somebody. */
export interface ToldCriterion extends Criterion {
  readonly answer: CriterionAnswer | null;
  readonly answerSentence: string | null;
  readonly factsUsed: readonly string[];
}

/** All criteria of a service, what it states first; held against a person when something of one is known to the reader. */
export function tellCriteria(
  stated: readonly Criterion[],
  said: SaidOfService,
  known: KnownOfPerson | null,
): ToldCriterion[] {
  return [...stated, ...criteriaSaid(said)].map((criterion) => {
    const held = known ? holdAgainst(criterion, known) : null;
    const answerSentence = held ? answerInWords(criterion, held.answer) : null;
    return { ...criterion, answer: held?.answer ?? null, answerSentence, factsUsed: factsInWords(criterion, held) };
  });
}

function factsInWords({ attribute }: Criterion, held: HeldCriterion | null): readonly string[] {
  const used = held?.used ?? [];
  return attribute === CriterionAttribute.AGE ? used.map((years) => `age ${years}`) : used;
}

/** What the directory says of a service, as far as criteria follow from it. */
export interface SaidOfService {
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly areas: readonly string[];
  readonly description: string | null;
}

const SAID_IN_WORDS: readonly (readonly [RegExp, CriterionAttribute, boolean, string])[] = [
  [/\breferrals? (?:is |are )?(?:needed|required|only)|\bby referral\b|\bmust be referred\b/i, 'REFERRAL', true, 'Who can refer me, and how?'],
  [/\bself[- ]referrals?\b|\brefer yourself\b/i, 'REFERRAL', false, 'How do I refer myself?'],
  [/\bmembers only\b|\bmembership (?:is )?(?:needed|required)\b/i, 'MEMBERSHIP', true, 'How do I become a member, and what does it cost?'],
  [/\bwaiting list\b/i, 'WAITING', false, 'How long is the wait now?'],
  [/\bdiagnos(?:is|ed)\b/i, 'DIAGNOSIS', false, 'Is a diagnosis needed, and which?'],
  [/\b(?:women|men|girls|boys) only\b/i, 'GENDER', true, 'Who is this for?'],
  [/\bproof of\b|\bbring (?:your )?(?:ID|identification|documents)\b/i, 'DOCUMENTS', false, 'Which documents do I need to bring?'],
  [/\beligib(?:le|ility)\b/i, 'ELIGIBILITY', false, 'Who is eligible?'],
]; // prettier-ignore

/** The criteria that follow from what a feed or an entry says: ages, areas, and what its own sentences ask; at most 12. */
export function criteriaSaid(service: SaidOfService): Criterion[] {
  const { minimumAge: from, maximumAge: to, areas } = service;
  const found: Criterion[] = [];
  const say = (criterion: Omit<Criterion, 'source'>) => found.push({ ...criterion, source: CriterionSource.FEED });
  const age = { attribute: CriterionAttribute.AGE, unit: 'years', isHard: true, question: 'Can I join at my age?' };
  if (from !== null && from > 0)
    say({ ...age, operator: 'AT_LEAST', accepted: [String(from)], ruleText: `For people aged ${from} and over` });
  if (to !== null)
    say({ ...age, operator: 'AT_MOST', accepted: [String(to)], ruleText: `For people aged up to ${to}` });
  if (areas.length > 0)
    say({
      ...{ attribute: CriterionAttribute.AREA, operator: 'ANY_OF', unit: null, isHard: false },
      accepted: areas.slice(0, 50),
      ruleText: `For people in ${areas.slice(0, 10).join(', ')}`,
      question: 'Do you come to where I live?',
    });
  const sentences = service.description?.replace(/\s+/g, ' ').match(/[^.!?]+[.!?]?/g) ?? [];
  for (const [words, attribute, isHard, question] of SAID_IN_WORDS) {
    const sentence = sentences.find((each) => words.test(each))?.trim();
    if (sentence && !found.some((each) => each.attribute === attribute))
      say({ attribute, operator: 'ASK', accepted: [], unit: null, isHard, ruleText: sentence.slice(0, 300), question });
  }
  return found;
}

function overlaps(accepted: readonly string[], used: readonly string[]): boolean {
  const wanted = new Set(accepted.map(plain));
  return used.some((value) => wanted.has(plain(value)));
}

function isOutwardCode(text: string): boolean {
  return /^[A-Z]{1,2}\d[A-Z\d]?$/i.test(text.trim());
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
