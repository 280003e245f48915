import { Link } from 'react-router';
import { useQuery } from 'urql';

import { Button, ButtonLink } from '../../components/Button.tsx';
import { Input } from '../../components/Input.tsx';
import { Form } from '../../components/Form.tsx';
import { problemOf, textOf } from '../../forms/fields.ts';
import { useAct } from '../../forms/use-act.ts';
import { graphql, type ResultOf } from '../../graphql.ts';
import { myself, useViewer } from '../../viewer/viewer.ts';
import { words } from '../../words/en.ts';
import { AddOption } from '../choose/add-option.ts';

const OptionsQuery = graphql(`
  query OptionsOfOutcome($outcomeId: ID!) {
    outcome(id: $outcomeId) {
      id
      statement
      viewerCanAppraise
      appraisal {
        id
        viewerCanAddOption
        options {
          id
          ... on ListedOption {
            service {
              id
            }
          }
        }
      }
    }
  }
`);

const MyOpenOutcomesQuery = graphql(`
  query MyOpenOutcomes($individualId: ID!) {
    individual(id: $individualId) {
      id
      outcomes(first: 50) {
        edges {
          node {
            id
            statement
            appraisal {
              id
              viewerCanAddOption
            }
          }
        }
      }
    }
  }
`);

const text = words.find.add;

interface AddToOptionsProps {
  readonly serviceId: string;
  readonly outcomeId: string;
}

/** Adds a service to the options of the outcome that is being looked for, or asks for which. */
export function AddToOptions({ serviceId, outcomeId }: AddToOptionsProps) {
  return (
    <section className="kith-card kith-form-narrow kith-no-print">
      <h2 className="govuk-heading-m">{text.heading}</h2>
      {outcomeId === '' ? (
        <WhichOutcome serviceId={serviceId} />
      ) : (
        <AddTo serviceId={serviceId} outcomeId={outcomeId} />
      )}
    </section>
  );
}

function AddTo({ serviceId, outcomeId }: AddToOptionsProps) {
  const [{ data }] = useQuery({ query: OptionsQuery, variables: { outcomeId } });
  const outcome = data?.outcome ?? null;
  if (outcome === null) return null;

  const isAdded =
    outcome.appraisal?.options.some((option) => 'service' in option && option.service?.id === serviceId) === true;
  return (
    <>
      <p className="govuk-body">{words.find.forOutcome(outcome.statement)}</p>
      {isAdded ? (
        <>
          <p className="govuk-body" role="status">
            {text.added}
          </p>
          <ButtonLink to={`/outcomes/${outcome.id}/choose`}>{text.compare}</ButtonLink>
        </>
      ) : (
        <AddForm serviceId={serviceId} appraisal={outcome.appraisal} />
      )}
    </>
  );
}

type Appraisal = NonNullable<ResultOf<typeof OptionsQuery>['outcome']>['appraisal'];

function AddForm({ serviceId, appraisal }: { readonly serviceId: string; readonly appraisal: Appraisal }) {
  const { problems, attempt, isBusy, act } = useAct(AddOption);
  if (appraisal === null || !appraisal.viewerCanAddOption) return <p className="govuk-body">{text.full}</p>;
  const add = async (form: FormData) => {
    const unitsAWeek = textOf(form, 'unitsAWeek');
    await act({ appraisalId: appraisal.id, serviceId, unitsAWeek: unitsAWeek === '' ? null : unitsAWeek });
  };
  return (
    <Form problems={problems} attempt={attempt} onSend={add}>
      <p className="govuk-hint">{text.limit}</p>
      <Input
        id="unitsAWeek"
        label={text.units}
        hint={text.unitsHint}
        width={3}
        isNumeric
        problem={problemOf(problems, 'unitsAWeek')}
      />
      <Button isBusy={isBusy}>{text.button}</Button>
    </Form>
  );
}

function WhichOutcome({ serviceId }: { readonly serviceId: string }) {
  const viewer = useViewer();
  const me = viewer === null ? null : myself(viewer);
  const [{ data }] = useQuery({
    query: MyOpenOutcomesQuery,
    variables: { individualId: me?.id ?? '' },
    pause: me === null,
  });
  const outcomes = data?.individual?.outcomes.edges.map(({ node }) => node) ?? [];
  const open = outcomes.filter((outcome) => outcome.appraisal?.viewerCanAddOption === true);
  if (open.length === 0) {
    return (
      <p className="govuk-body">
        {text.none}{' '}
        {me !== null && (
          <Link className="govuk-link" to="/outcomes">
            {text.outcomes}
          </Link>
        )}
      </p>
    );
  }
  return (
    <>
      <p className="govuk-body">{text.which}</p>
      <ul className="govuk-list">
        {open.map((outcome) => (
          <li key={outcome.id}>
            <Link className="govuk-link" to={`/services/${serviceId}?outcome=${outcome.id}`}>
              {outcome.statement}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
