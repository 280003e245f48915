import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { TextArea } from '../../components/Input.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { problemOf, textOf } from '../../forms/fields.ts';
import { useAct } from '../../forms/use-act.ts';
import { graphql } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { OutcomeQuery, type OutcomeOnPage } from './outcome.query.ts';

const WithdrawOutcome = graphql(`
  mutation WithdrawOutcome($input: WithdrawOutcomeInput!) {
    withdrawOutcome(input: $input) {
      outcome {
        id
        state
        withdrawnReason
        viewerCanAgree
        viewerCanAppraise
        viewerCanPropose
        viewerCanWithdraw
      }
      userErrors {
        message
        field
      }
    }
  }
`);

const text = words.home.outcomes.withdrawPage;

/** Saying that something is no longer wanted. */
export function WithdrawOutcomePage() {
  const { outcomeId = '' } = useParams();
  const [result, again] = useQuery({ query: OutcomeQuery, variables: { outcomeId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ outcome }) => (outcome === null ? <NotFound /> : <Withdraw outcome={outcome} />)}
    </Gate>
  );
}

function Withdraw({ outcome }: { readonly outcome: OutcomeOnPage }) {
  const navigate = useNavigate();
  const { problems, attempt, isBusy, act } = useAct(WithdrawOutcome);
  const send = async (form: FormData) => {
    const reason = textOf(form, 'reason');
    const done = await act({ outcomeId: outcome.id, reason: reason === '' ? null : reason });
    if (done !== null) void navigate(`/outcomes/${outcome.id}`);
  };
  return (
    <Page
      title={text.title}
      caption={outcome.statement}
      about={outcome.individual}
      back={{ to: `/outcomes/${outcome.id}`, label: words.back.plain }}
      hasProblems={problems.length > 0}
    >
      <p className="govuk-body">{outcome.viewerCanWithdraw ? text.lead : text.cannot}</p>
      {outcome.viewerCanWithdraw && (
        <div className="kith-form-narrow">
          <Form problems={problems} attempt={attempt} onSend={send}>
            <TextArea id="reason" label={text.label} rows={3} problem={problemOf(problems, 'reason')} />
            <Button kind="WARNING" isBusy={isBusy}>
              {text.button}
            </Button>
          </Form>
        </div>
      )}
    </Page>
  );
}
