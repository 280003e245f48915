// A capacity record says whether an individual could make one decision at one time; without one, they can (rule R24).
// An assessor finds it, after giving support. An unwise decision is no sign of lacking capacity.
// recorded, for good → superseded for that decision by a later record.
import { ok, refuse, type Problem, type Result } from '../common/result.ts';
import { cleaned, LONGEST_STATEMENT, tooLong, WordingCode } from '../common/wording.ts';
import { ageOn } from './age.rules.ts';

/** What was found. */
export const CapacityFinding = {
  HAS_CAPACITY: 'HAS_CAPACITY',
  LACKS_CAPACITY: 'LACKS_CAPACITY',
  COMPETENT_UNDER_16: 'COMPETENT_UNDER_16',
} as const;
export type CapacityFinding = keyof typeof CapacityFinding;

/** Why a capacity record was not kept. */
export const RecordCapacityErrorCode = {
  ...WordingCode,
  DECISION_REQUIRED: 'DECISION_REQUIRED',
  SUPPORT_REQUIRED: 'SUPPORT_REQUIRED',
  GROUNDS_REQUIRED: 'GROUNDS_REQUIRED',
  ASSESSOR_REQUIRED: 'ASSESSOR_REQUIRED',
  FINDING_NOT_BORNE_OUT: 'FINDING_NOT_BORNE_OUT',
  IMPAIRMENT_REQUIRED: 'IMPAIRMENT_REQUIRED',
  NOT_FOR_THIS_AGE: 'NOT_FOR_THIS_AGE',
  ASSESSED_IN_FUTURE: 'ASSESSED_IN_FUTURE',
} as const;
export type RecordCapacityErrorCode = keyof typeof RecordCapacityErrorCode;

/** What an assessor found about one decision. */
export interface Assessed {
  readonly decision: string;
  readonly finding: CapacityFinding;
  readonly understands: boolean;
  readonly retains: boolean;
  readonly weighs: boolean;
  readonly communicates: boolean;
  readonly supportGiven: string;
  readonly grounds: string;
  readonly impairment?: string | null;
  readonly assessor: string;
  readonly assessedOn: string;
}

/** The texts as they are kept. */
export type KeptAssessment = Pick<Assessed, 'decision' | 'supportGiven' | 'grounds' | 'assessor'> & {
  readonly impairment: string | null;
};

/** The record as it is kept, or every reason why not. */
export function decideCapacity(
  said: Assessed,
  bornOn: string | null,
  today: string,
): Result<KeptAssessment, RecordCapacityErrorCode> {
  const { decision, supportGiven, grounds, assessor } = textsOf(said);
  const impairment = said.finding === 'LACKS_CAPACITY' ? cleaned(said.impairment) : null;
  const problems: Problem<RecordCapacityErrorCode>[] = [
    ...tooLong(decision, 500, 'decision'),
    ...tooLong(supportGiven, LONGEST_STATEMENT, 'supportGiven'),
    ...tooLong(grounds, LONGEST_STATEMENT, 'grounds'),
    ...tooLong(impairment, 500, 'impairment'),
    ...tooLong(assessor, 200, 'assessor'),
    ...problemsOfFinding(said, impairment),
    ...problemsOfTime(said, bornOn, today),
  ];
  const need = (code: RecordCapacityErrorCode, message: string, field: string) =>
    problems.push({ code, message, field: [field] });
  if (decision === null) need('DECISION_REQUIRED', 'Write the one decision that this is about.', 'decision');
  if (supportGiven === null)
    need('SUPPORT_REQUIRED', 'Write what was done first so that they could decide themselves.', 'supportGiven');
  if (grounds === null) need('GROUNDS_REQUIRED', 'Write what was asked, said and seen.', 'grounds');
  if (assessor === null) need('ASSESSOR_REQUIRED', 'Write who assessed it, with their role.', 'assessor');

  if (decision === null || supportGiven === null || grounds === null || assessor === null) return refuse(problems);
  return problems.length > 0 ? refuse(problems) : ok({ decision, supportGiven, grounds, assessor, impairment });
}

function textsOf({ decision, supportGiven, grounds, assessor }: Assessed) {
  return {
    decision: cleaned(decision),
    supportGiven: cleaned(supportGiven),
    grounds: cleaned(grounds),
    assessor: cleaned(assessor),
  };
}

// Mental Capacity Act 2005, sections 2 and 3: all four, or it is lacking; and then because of an impairment.
function problemsOfFinding(said: Assessed, impairment: string | null): Problem<RecordCapacityErrorCode>[] {
  const canAll = said.understands && said.retains && said.weighs && said.communicates;
  const problems: Problem<RecordCapacityErrorCode>[] = [];
  if (canAll === (said.finding === 'LACKS_CAPACITY'))
    problems.push({
      code: 'FINDING_NOT_BORNE_OUT',
      message: canAll
        ? 'All four answers are yes, so the person can decide this, wisely or not. Check the answers or the finding.'
        : 'One of the four answers is no, so the finding cannot be that they can decide. Check the answers.',
      field: ['finding'],
    });
  if (said.finding === 'LACKS_CAPACITY' && impairment === null)
    problems.push({
      code: 'IMPAIRMENT_REQUIRED',
      message: 'Write what in mind or brain keeps them from deciding this. Without one, they can decide.',
      field: ['impairment'],
    });
  return problems;
}

// The Act is for those of 16 and over; below, competence is found for one decision.
function problemsOfTime(
  { finding, assessedOn }: Assessed,
  bornOn: string | null,
  today: string,
): Problem<RecordCapacityErrorCode>[] {
  const problems: Problem<RecordCapacityErrorCode>[] = [];
  const isUnder16 = bornOn !== null && ageOn(bornOn, assessedOn) < 16;
  if (isUnder16 !== (finding === 'COMPETENT_UNDER_16'))
    problems.push({
      code: 'NOT_FOR_THIS_AGE',
      message: isUnder16
        ? 'Below 16 the finding is that the child can decide this; without one, a parent decides.'
        : 'That finding is for children below 16. Record whether the person can decide this.',
      field: ['finding'],
    });
  if (assessedOn > today)
    problems.push({
      code: 'ASSESSED_IN_FUTURE',
      message: 'Write the day of the assessment: today or earlier.',
      field: ['assessedOn'],
    });
  return problems;
}
