// A best-interests record tells how one decision was made for an individual who could not make it (rule R24).
// Whoever decides weighs every option, the individual's wishes, what others said, and what restricts least.
// recorded, for good, on a capacity record that found the decision could not be made.
import { ok, refuse, type Problem, type Result } from '../common/result.ts';
import { cleaned, LONGEST_STATEMENT, tooLong, WordingCode } from '../common/wording.ts';

/** Why a best-interests record was not kept. */
export const RecordBestInterestsErrorCode = {
  ...WordingCode,
  NOT_LACKING: 'NOT_LACKING',
  OPTIONS_MISSING: 'OPTIONS_MISSING',
  OPTION_NOT_WEIGHED: 'OPTION_NOT_WEIGHED',
  NOT_AN_OPTION: 'NOT_AN_OPTION',
  WISHES_REQUIRED: 'WISHES_REQUIRED',
  NOBODY_CONSULTED: 'NOBODY_CONSULTED',
  LEAST_RESTRICTIVE_REQUIRED: 'LEAST_RESTRICTIVE_REQUIRED',
  REASONS_REQUIRED: 'REASONS_REQUIRED',
  DECIDED_IN_FUTURE: 'DECIDED_IN_FUTURE',
} as const;
export type RecordBestInterestsErrorCode = keyof typeof RecordBestInterestsErrorCode;

/** One option with what speaks for and against it. */
export interface WeighedOption {
  readonly option: string;
  readonly benefits: string;
  readonly disbenefits: string;
}

/** Somebody who was asked, and what they said. */
export interface Consulted {
  readonly who: string;
  readonly said: string;
}

/** How a decision was made. */
export interface BestInterests {
  readonly wishes: string;
  readonly options: readonly WeighedOption[];
  readonly consulted: readonly Consulted[];
  readonly leastRestrictive: string;
  /** Place of the chosen option, from 0. */
  readonly chosenOption: number;
  readonly reasons: string;
  readonly decidedBy: string;
  readonly decidedOn: string;
}

/** Most options and most people asked. */
export const MOST_WEIGHED = { options: 10, consulted: 20 } as const;

/** The record as it is kept, or every reason why not. */
export function decideBestInterests(
  said: BestInterests,
  lacks: boolean,
  today: string,
): Result<BestInterests, RecordBestInterestsErrorCode> {
  const options = said.options
    .map(({ option, benefits, disbenefits }) => ({
      option: textOf(option),
      benefits: textOf(benefits),
      disbenefits: textOf(disbenefits),
    }))
    .filter((each) => Object.values(each).some((text) => text !== ''));
  const consulted = said.consulted
    .map(({ who, said: words }) => ({ who: textOf(who), said: textOf(words) }))
    .filter(({ who, said: words }) => who !== '' || words !== '');
  const kept: BestInterests = {
    ...{ options, consulted, chosenOption: said.chosenOption, decidedOn: said.decidedOn },
    wishes: textOf(said.wishes),
    leastRestrictive: textOf(said.leastRestrictive),
    reasons: textOf(said.reasons),
    decidedBy: textOf(said.decidedBy),
  };
  const problems = [...problemsOfOptions(kept), ...problemsOfWords(kept), ...problemsOfStanding(kept, lacks, today)];
  return problems.length > 0 ? refuse(problems) : ok(kept);
}

function textOf(text: string): string {
  return cleaned(text) ?? '';
}

function problemsOfOptions({ options, chosenOption }: BestInterests): Problem<RecordBestInterestsErrorCode>[] {
  const problems: Problem<RecordBestInterestsErrorCode>[] = [];
  if (options.length < 2 || options.length > MOST_WEIGHED.options)
    problems.push({
      code: 'OPTIONS_MISSING',
      message: `Write every option, at least 2 and at most ${MOST_WEIGHED.options}. Carrying on as now is one.`,
      field: ['options'],
    });
  if (options.some((each) => Object.values(each).includes('')))
    problems.push({
      code: 'OPTION_NOT_WEIGHED',
      message: 'For each option write what it is, what is good about it, and what is not.',
      field: ['options'],
    });
  if (!Number.isInteger(chosenOption) || chosenOption < 0 || chosenOption >= options.length)
    problems.push({ code: 'NOT_AN_OPTION', message: 'Choose one of the options.', field: ['chosenOption'] });
  return problems;
}

function problemsOfWords(kept: BestInterests): Problem<RecordBestInterestsErrorCode>[] {
  const all = [
    ...kept.options.flatMap((each) => Object.values(each)),
    ...kept.consulted.flatMap((each) => Object.values(each)),
  ];
  const problems: Problem<RecordBestInterestsErrorCode>[] = [
    ...tooLong(kept.wishes, LONGEST_STATEMENT, 'wishes'),
    ...tooLong(kept.leastRestrictive, LONGEST_STATEMENT, 'leastRestrictive'),
    ...tooLong(kept.reasons, LONGEST_STATEMENT, 'reasons'),
    ...tooLong(kept.decidedBy, 200, 'decidedBy'),
    ...all.flatMap((text) => tooLong(text, LONGEST_STATEMENT, 'options')).slice(0, 1),
  ];
  const need = (code: RecordBestInterestsErrorCode, message: string, field: string) =>
    problems.push({ code, message, field: [field] });
  if (kept.wishes === '') need('WISHES_REQUIRED', 'Write what the person wants, said or shown.', 'wishes');
  if (
    kept.consulted.length === 0 ||
    kept.consulted.length > MOST_WEIGHED.consulted ||
    kept.consulted.some(({ who, said }) => who === '' || said === '')
  )
    need('NOBODY_CONSULTED', 'Write who was asked and what each of them said.', 'consulted');
  if (kept.leastRestrictive === '')
    need(
      'LEAST_RESTRICTIVE_REQUIRED',
      'Write why nothing that restricts the person less would do.',
      'leastRestrictive',
    );
  if (kept.reasons === '' || kept.decidedBy === '')
    need(
      'REASONS_REQUIRED',
      'Write why this is best for the person, and who decided.',
      kept.reasons === '' ? 'reasons' : 'decidedBy',
    );
  return problems;
}

function problemsOfStanding(
  { decidedOn }: BestInterests,
  lacks: boolean,
  today: string,
): Problem<RecordBestInterestsErrorCode>[] {
  const problems: Problem<RecordBestInterestsErrorCode>[] = [];
  if (!lacks)
    problems.push({
      code: 'NOT_LACKING',
      message: 'That record does not say that the person cannot decide this. They decide it themselves.',
      field: ['capacityRecordId'],
    });
  if (decidedOn > today)
    problems.push({
      code: 'DECIDED_IN_FUTURE',
      message: 'Write the day of the decision: today or earlier.',
      field: ['decidedOn'],
    });
  return problems;
}
