import { RecordPart } from '../common/record-part.ts';
import { individualView } from '../people/person.view.ts';
import { sql } from '../platform/read/sql.ts';
import { column, defineView, extendView, one } from '../platform/read/view.ts';
import type { BudgetState } from './budget.rules.ts';

const STATE = ['startsOn', 'endsOn', 'total', 'spent', 'promised', 'keptBack'];

/** A budget as it is read; its four amounts are pence under the names of the schema's Money fields. */
export type BudgetRow = {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly total: number;
  readonly spent: number;
  readonly promised: number;
  readonly keptBack: number;
};

/** How a budget is read: by the individual, those who share it, and the authority. */
export const budgetView = defineView<BudgetRow>('Budget', {
  table: 'budget',
  personal: { part: RecordPart.BUDGET, of: 'individualId' },
  columns: {
    id: 'id',
    individualId: 'individual_id',
    startsOn: column('starts_on', 'date'),
    endsOn: column('ends_on', 'date'),
    total: 'total_pence',
    spent: 'spent_pence',
    promised: 'promised_pence',
    keptBack: 'kept_back_pence',
  },
  needs: { left: STATE, weeklyLeft: STATE, spentPercent: STATE, yearGonePercent: STATE, paceSentence: STATE },
});

extendView(individualView, {
  one: {
    budget: one(
      () => budgetView,
      (t, parent) => sql`${t}.individual_id = ${parent}.id and current_date between ${t}.starts_on and ${t}.ends_on`,
      { orderBy: [['startsOn', 'desc']] },
    ),
  },
});

/** The state that the rules speak of, from a row as it is read. */
export function stateOf(row: BudgetRow): BudgetState {
  return {
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    totalPence: row.total,
    spentPence: row.spent,
    promisedPence: row.promised,
    keptBackPence: row.keptBack,
  };
}
