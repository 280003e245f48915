import { useParams } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { Table } from '../../components/Table.tsx';
import { graphql } from '../../graphql.ts';
import { myself, useViewer } from '../../viewer/viewer.ts';
import { nameOf } from '../../viewer/helped.ts';
import { words } from '../../words/en.ts';
import { day, pounds } from '../../words/format.ts';
import { BudgetFields, BudgetSummary, type BudgetOnPage } from './BudgetSummary.tsx';

const BudgetPageQuery = graphql(
  `
    query BudgetPage($individualId: ID!) {
      individual(id: $individualId) {
        id
        alias
        viewerMayDo
        viewerRelation
        communication {
          flags
        }
        person {
          id
          preferredName
        }
        budget {
          id
          ...BudgetFields
        }
      }
    }
  `,
  [BudgetFields],
);

/** The reader's own budget. */
export function MyBudgetPage() {
  const viewer = useViewer();
  const me = viewer === null ? null : myself(viewer);
  return me === null ? <NotFound /> : <BudgetOf individualId={me.id} />;
}

/** The budget of somebody whom the reader helps or works for. */
export function BudgetPage() {
  const { individualId = '' } = useParams();
  return <BudgetOf individualId={individualId} />;
}

function BudgetOf({ individualId }: { readonly individualId: string }) {
  const [result, again] = useQuery({ query: BudgetPageQuery, variables: { individualId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ individual }) =>
        individual === null ? (
          <NotFound />
        ) : (
          <Page
            title={
              individual.viewerRelation === 'SELF'
                ? words.home.budget.title
                : words.home.budget.titleFor(nameOf(individual))
            }
            about={individual}
            back={
              individual.viewerRelation === 'SELF'
                ? undefined
                : { to: `/people/${individual.id}`, label: words.back.plain }
            }
          >
            <p className="govuk-body-l">{words.home.budget.explain}</p>
            <BudgetSummary budget={individual.budget} />
            {individual.budget !== null && <BudgetTable budget={individual.budget} />}
          </Page>
        )
      }
    </Gate>
  );
}

function BudgetTable({ budget }: { readonly budget: BudgetOnPage }) {
  const { table, weekly } = words.home.budget;
  const rows = (['spent', 'promised', 'keptBack', 'left', 'total'] as const).map((part) => ({
    id: part,
    cells: [table[part], pounds(budget[part])],
  }));
  return (
    <>
      <p className="govuk-body">{weekly(pounds(budget.weeklyLeft))}</p>
      <Table
        caption={table.caption(day(budget.startsOn), day(budget.endsOn))}
        columns={[{ heading: table.what }, { heading: table.amount, isNumeric: true }]}
        rows={rows}
      />
    </>
  );
}
