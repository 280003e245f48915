// What terms cost: every visit is one charged line, rounded once (rule R1); a period costs what its calendar holds (rule R2).
// Nothing here multiplies a week by 52.
import { addDays, countWeekday, daysInclusive } from '../common/calendar.ts';
import { divideHalfUp } from '../common/money.ts';
import { lengthOf, type TermsContent, type Visit } from './terms.rules.ts';

type Priced = Pick<TermsContent, 'visits' | 'unit' | 'ratePence'>;

/** Minutes of support in a full week. */
export function weeklyMinutes(terms: Pick<TermsContent, 'visits'>): number {
  return terms.visits.reduce((minutes, visit) => minutes + lengthOf(visit), 0);
}

/** Pence that a full week costs. */
export function weeklyCostPence(terms: Priced): number {
  if (terms.unit === 'WEEK') return terms.ratePence;
  return chargedVisits(terms).reduce((pence, visit) => pence + visitPence(terms, visit), 0);
}

/** Pence between two days, both counted: the visits that fall on them, or a weekly rate by the day; nothing when they cross. */
export function costBetweenPence(terms: Priced, from: string, to: string): number {
  const days = daysInclusive(from, to);
  if (days <= 0) return 0;
  if (terms.unit === 'WEEK') return divideHalfUp(terms.ratePence * days, 7);
  return chargedVisits(terms).reduce(
    (pence, visit) => pence + visitPence(terms, visit) * countWeekday(visit.weekday, from, to),
    0,
  );
}

/** The last day that a version's cost is counted to: its own last day, the budget's, or a year on, whichever comes first. */
export function costedUntil(terms: Pick<TermsContent, 'startsOn' | 'endsOn'>, budgetEndsOn: string | null): string {
  const aYearOn = addDays(terms.startsOn, 364);
  return [terms.endsOn, budgetEndsOn, aYearOn].filter((day) => day !== null).sort()[0] ?? aYearOn;
}

/** Pence that a version costs from its first day until then. */
export function totalCostPence(terms: TermsContent, budgetEndsOn: string | null): number {
  return costBetweenPence(terms, terms.startsOn, costedUntil(terms, budgetEndsOn));
}

// A day is charged once, however many visits it has.
function chargedVisits(terms: Priced): readonly Visit[] {
  if (terms.unit !== 'DAY') return terms.visits;
  return terms.visits.filter(
    (visit, place) => terms.visits.findIndex((other) => other.weekday === visit.weekday) === place,
  );
}

function visitPence(terms: Priced, visit: Visit): number {
  return terms.unit === 'HOUR' ? divideHalfUp(terms.ratePence * lengthOf(visit), 60) : terms.ratePence;
}
