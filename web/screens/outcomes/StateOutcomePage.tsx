import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Button } from '../../components/Button.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { Input, Select, TextArea } from '../../components/Input.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { problemOf } from '../../forms/fields.ts';
import { readOutcomeForm } from '../../forms/outcome-form.ts';
import { useAct } from '../../forms/use-act.ts';
import { graphql, type ResultOf } from '../../graphql.ts';
import { nameOf } from '../../viewer/helped.ts';
import { words } from '../../words/en.ts';

const StateOutcomeQuery = graphql(`
  query StateOutcomePage($individualId: ID!) {
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
    }
  }
`);

const StateOutcome = graphql(`
  mutation StateOutcome($input: StateOutcomeInput!) {
    stateOutcome(input: $input) {
      outcome {
        id
        statement
        state
      }
      userErrors {
        message
        field
      }
    }
  }
`);

type Individual = NonNullable<ResultOf<typeof StateOutcomeQuery>['individual']>;

/** Writing down what somebody wants to happen, in their own words. */
export function StateOutcomePage() {
  const { individualId = '' } = useParams();
  const [result, again] = useQuery({ query: StateOutcomeQuery, variables: { individualId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ individual }) => (individual === null ? <NotFound /> : <OutcomeForm individual={individual} />)}
    </Gate>
  );
}

function OutcomeForm({ individual }: { readonly individual: Individual }) {
  const text = words.form.outcome;
  const navigate = useNavigate();
  const { problems, attempt, isBusy, refuse, act } = useAct(StateOutcome);
  const problem = (id: string) => problemOf(problems, id);

  const send = async (form: FormData) => {
    const read = readOutcomeForm(form);
    if (!read.ok) return refuse(read.problems);
    const done = await act({ individualId: individual.id, ...read.value });
    if (done?.outcome) void navigate(`/outcomes/${done.outcome.id}`);
  };

  return (
    <Page
      title={individual.viewerRelation === 'SELF' ? text.title : text.titleFor(nameOf(individual))}
      about={individual}
      back={{ to: `/people/${individual.id}/outcomes`, label: words.back.plain }}
      hasProblems={problems.length > 0}
    >
      <div className="kith-form-narrow">
        <Form problems={problems} attempt={attempt} onSend={send}>
          <TextArea id="statement" label={text.statement} hint={text.statementHint} problem={problem('statement')} />
          <Select id="domain" label={text.domain} choices={domainChoices} problem={problem('domain')} />
          <Input
            id="baseline"
            label={text.baseline}
            hint={text.baselineHint}
            width={2}
            isNumeric
            problem={problem('baseline')}
          />
          <Input id="target" label={text.target} width={2} isNumeric problem={problem('target')} />
          <DateInput id="byWhen" label={text.byWhen} problem={problem('byWhen')} />
          <Button isBusy={isBusy}>{text.submit}</Button>
        </Form>
      </div>
    </Page>
  );
}

const domainChoices = [
  { value: '', label: words.form.outcome.choose },
  ...Object.entries(words.home.outcomes.domains).map(([value, label]) => ({ value, label })),
];
