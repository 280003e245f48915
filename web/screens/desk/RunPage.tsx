import { useParams } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { SummaryList } from '../../components/SummaryList.tsx';
import { words } from '../../words/en.ts';
import { moment } from '../../words/format.ts';
import { RunQuery, type RunOnPage } from './desk-lists.query.ts';
import { QuarantinedRows } from './QuarantinedRows.tsx';
import { RunState } from './RunState.tsx';

const text = words.desk.runs;

/** One reading of a list: how it went, what came of its rows, and those that were kept aside. */
export function RunPage() {
  const { runId = '' } = useParams();
  const [result, again] = useQuery({ query: RunQuery, variables: { runId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ importRun: run }) => {
        if (run === null) return <NotFound />;
        const rows = run.quarantinedRows.edges.map(({ node }) => node);
        return (
          <Page
            title={text.page(run.feed.name)}
            caption={moment(run.startedAt)}
            back={{ to: '/desk/runs', label: text.back }}
          >
            <p className="govuk-body">
              <RunState state={run.state} />
            </p>
            <p className="govuk-body-l">{text.explain[run.state]}</p>
            <SummaryList rows={accountOf(run)} />
            <h2 className="govuk-heading-m">{text.asideTitle}</h2>
            {rows.length === 0 ? <p className="govuk-body">{text.noneAside}</p> : <QuarantinedRows rows={rows} />}
            {run.quarantinedRows.totalCount > rows.length && (
              <p className="govuk-body">{words.desk.quarantine.more(rows.length)}</p>
            )}
          </Page>
        );
      }}
    </Gate>
  );
}

function accountOf(run: RunOnPage) {
  const counts: readonly [string, number][] = [
    [text.created, run.created],
    [text.changed, run.changed],
    [text.unchanged, run.unchanged],
    [text.quarantined, run.quarantined],
    [text.left, run.left],
    [text.unlisted, run.unlisted],
    [text.relisted, run.relisted],
    [text.proposed, run.proposed],
  ];
  return [
    ...(run.problem === null ? [] : [{ key: text.problem, value: run.problem }]),
    { key: text.landed, value: String(run.landed) },
    ...counts.filter(([, count]) => count > 0).map(([key, count]) => ({ key, value: String(count) })),
    { key: text.from, value: run.feed.source },
    { key: text.licence, value: run.feed.licence ?? words.desk.feeds.noLicence },
  ];
}
