import { words } from '../../words/en.ts';
import { miles, pounds } from '../../words/format.ts';
import type { OptionOnPage } from './appraisal.query.ts';

/** One row of the comparison: the same question put to every option. */
export interface ComparisonRow {
  readonly id: string;
  readonly heading: string;
  readonly valueOf: (option: OptionOnPage) => string;
  /** A second, smaller line under the value. */
  readonly asideOf?: ((option: OptionOnPage) => string | null) | undefined;
}

const text = words.choose.rows;
const known = (value: string | null) => (value === null || value === '' ? words.unknown : value);
const money = (value: { readonly amount: string } | null) => (value === null ? words.unknown : pounds(value));

/** The rules that a person does not meet, or that nobody can tell, each with what to ask; those that are met need no words. */
function whoOf(option: OptionOnPage): string {
  if (!('criteria' in option)) return words.choose.nobodyAsks;
  const told = option.criteria.filter((rule) => rule.answer !== 'MET').map((rule) => rule.answerSentence ?? '');
  if (told.length > 0) return told.join(' ');
  return option.criteria.length === 0 ? words.unknown : words.choose.meetsAll;
}

/** The rows, the same for every option; the first six are what a phone shows unasked. */
export const comparisonRows: readonly ComparisonRow[] = [
  { id: 'summary', heading: text.summary, valueOf: (option) => known(option.summary) },
  {
    id: 'cost',
    heading: text.cost,
    valueOf: (option) => money(option.weeklyCost),
    asideOf: (option) => option.costGrounds,
  },
  { id: 'left', heading: text.left, valueOf: (option) => money(option.budgetLeftAfter) },
  { id: 'when', heading: text.when, valueOf: (option) => known(option.when) },
  {
    id: 'getting-there',
    heading: text.gettingThere,
    valueOf: (option) => known(option.gettingThere),
    asideOf: (option) => (option.distanceMiles === null ? null : miles(option.distanceMiles)),
  },
  { id: 'could-start', heading: text.couldStart, valueOf: (option) => known(option.couldStart) },
  { id: 'think', heading: text.think, valueOf: (option) => known(option.thingsToThinkAbout) },
  { id: 'who', heading: text.who, valueOf: whoOf },
  { id: 'falls-through', heading: text.fallsThrough, valueOf: (option) => known(option.ifItFallsThrough) },
];

/** Whether a row tells the options apart. */
export function differs(row: ComparisonRow, options: readonly OptionOnPage[]): boolean {
  return new Set(options.map((option) => `${row.valueOf(option)}\n${row.asideOf?.(option) ?? ''}`)).size > 1;
}
