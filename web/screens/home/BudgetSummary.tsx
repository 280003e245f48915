import { graphql, type ResultOf } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { roundPounds } from '../../words/format.ts';

/** What every showing of a budget needs. */
export const BudgetFields = graphql(`
  fragment BudgetFields on Budget {
    id
    startsOn
    endsOn
    paceSentence
    total {
      amount
    }
    spent {
      amount
    }
    promised {
      amount
    }
    keptBack {
      amount
    }
    left {
      amount
    }
    weeklyLeft {
      amount
    }
  }
`);

/** A budget as pages show it. */
export type BudgetOnPage = ResultOf<typeof BudgetFields>;

const parts = [
  { name: 'spent', of: 'spent' },
  { name: 'promised', of: 'promised' },
  { name: 'kept-back', of: 'keptBack' },
  { name: 'left', of: 'left' },
] as const;

/** The budget in one bar, with both its words and its numbers; or the sentence that there is none. */
export function BudgetSummary({ budget }: { readonly budget: BudgetOnPage | null }) {
  if (budget === null) return <p className="govuk-body">{words.home.budget.none}</p>;
  return (
    <>
      <div className="kith-bar" aria-hidden="true">
        {parts.map((part) => (
          <div
            className={`kith-bar__part kith-bar__part--${part.name}`}
            style={{ flexGrow: Math.max(0, Number(budget[part.of].amount)) }}
            key={part.name}
          />
        ))}
      </div>
      <ul className="kith-keys govuk-body">
        {parts.map((part) => (
          <li className={`kith-key--${part.name}`} key={part.name}>
            {part.name === 'left' ? <strong>{keyOf(budget, part.of)}</strong> : keyOf(budget, part.of)}
          </li>
        ))}
      </ul>
      <p className="govuk-body">{budget.paceSentence}</p>
    </>
  );
}

function keyOf(budget: BudgetOnPage, part: (typeof parts)[number]['of']): string {
  return words.home.budget[part](roundPounds(budget[part]));
}
