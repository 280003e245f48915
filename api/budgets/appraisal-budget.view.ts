import { appraisalView, optionView } from '../appraisals/appraisal.view.ts';
import { sql, type Sql } from '../platform/read/sql.ts';
import { extendView } from '../platform/read/view.ts';
import type { BudgetState } from './budget.rules.ts';

/** What a row of an appraisal or an option carries of the individual's budget in force; null where there is none to see. */
export interface WithBudget {
  readonly budgetState: BudgetState | null;
}

/** An option with its cost and the budget behind it. */
export interface OptionWithBudget extends WithBudget {
  readonly weeklyCost: number | null;
}

function budgetOf(t: Sql): Sql {
  return sql`(select json_build_object('startsOn', b.starts_on, 'endsOn', b.ends_on, 'totalPence', b.total_pence,
      'spentPence', b.spent_pence, 'promisedPence', b.promised_pence, 'keptBackPence', b.kept_back_pence)
    from budget b where b.individual_id = ${t}.individual_id and current_date between b.starts_on and b.ends_on
    order by b.starts_on desc limit 1)`;
}

extendView(appraisalView, { columns: { budgetState: budgetOf }, needs: { weeklyBudgetLeft: ['budgetState'] } });
extendView(optionView, {
  columns: { budgetState: budgetOf },
  needs: { budgetLeftAfter: ['weeklyCost', 'budgetState'] },
});
