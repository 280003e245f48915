import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { SummaryList, type SummaryRow } from '../../components/SummaryList.tsx';
import { useAct } from '../../forms/use-act.ts';
import { graphql } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { day } from '../../words/format.ts';
import { OutcomeQuery, type OutcomeOnPage } from './outcome.query.ts';
import { WaysToGetThere } from './WaysToGetThere.tsx';

const AgreeOutcome = graphql(`
  mutation AgreeOutcome($input: AgreeOutcomeInput!) {
    agreeOutcome(input: $input) {
      outcome {
        id
        state
        agreedOn
        viewerCanAgree
        viewerCanAppraise
      }
      userErrors {
        message
        field
      }
    }
  }
`);

const text = words.home.outcomes;

/** One outcome: what was said, agreeing it, and the ways to get there. */
export function OutcomePage() {
  const { outcomeId = '' } = useParams();
  const [result, again] = useQuery({ query: OutcomeQuery, variables: { outcomeId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ outcome }) => (outcome === null ? <NotFound /> : <OutcomeView outcome={outcome} />)}
    </Gate>
  );
}

function OutcomeView({ outcome }: { readonly outcome: OutcomeOnPage }) {
  const { individual } = outcome;
  const agreements = outcome.agreements.edges.map(({ node }) => node);
  return (
    <Page
      title={outcome.statement}
      caption={text[outcome.state]}
      about={individual}
      back={{ to: `/people/${individual.id}/outcomes`, label: words.back.plain }}
    >
      <SummaryList rows={rowsOf(outcome)} />
      {outcome.viewerCanAgree && <AgreeForm outcomeId={outcome.id} />}
      <WaysToGetThere outcome={outcome} />
      {agreements.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{words.agreement.list.title}</h2>
          <ul className="govuk-list">
            {agreements.map((agreement) => (
              <li key={agreement.id}>
                <Link className="govuk-link" to={`/agreements/${agreement.id}`}>
                  {words.agreement.with(agreement.provider.name)}
                </Link>
                : {agreement.statusSentence}
              </li>
            ))}
          </ul>
        </>
      )}
      {outcome.viewerCanWithdraw && (
        <p className="govuk-body kith-no-print">
          <Link className="govuk-link" to={`/outcomes/${outcome.id}/withdraw`}>
            {text.withdraw}
          </Link>
        </p>
      )}
    </Page>
  );
}

function AgreeForm({ outcomeId }: { readonly outcomeId: string }) {
  const { problems, attempt, isBusy, act } = useAct(AgreeOutcome);
  return (
    <Form problems={problems} attempt={attempt} onSend={async () => void (await act({ outcomeId }))}>
      <p className="govuk-body">{text.agreeIntro}</p>
      <Button isBusy={isBusy}>{text.agree}</Button>
    </Form>
  );
}

function rowsOf(outcome: OutcomeOnPage): readonly SummaryRow[] {
  const rows: readonly (SummaryRow | null)[] = [
    { key: text.domain, value: text.domains[outcome.domain] },
    outcome.spokenBy === null ? null : { key: text.spokenBy, value: outcome.spokenBy.name },
    outcome.recordedBy === null ? null : { key: text.recordedBy, value: outcome.recordedBy.name },
    outcome.baseline === null ? null : { key: text.now, value: text.outOfTen(outcome.baseline) },
    outcome.target === null ? null : { key: text.hoped, value: text.outOfTen(outcome.target) },
    outcome.byWhen === null ? null : { key: text.byWhen, value: day(outcome.byWhen) },
    { key: text.priority, value: text.priorityValue(outcome.priority) },
    outcome.withdrawnReason === null ? null : { key: text.withdrawnReason, value: outcome.withdrawnReason },
    outcome.agreedOn === null ? null : { key: text.AGREED, value: day(outcome.agreedOn) },
  ];
  return rows.filter((row) => row !== null);
}
