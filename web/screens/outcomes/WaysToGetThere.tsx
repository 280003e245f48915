import { Link, useNavigate } from 'react-router';

import { Button, ButtonLink } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { SummaryList } from '../../components/SummaryList.tsx';
import { useAct } from '../../forms/use-act.ts';
import { graphql } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { moment } from '../../words/format.ts';
import { findForOutcome } from '../find/search.ts';
import type { OutcomeOnPage } from './outcome.query.ts';

/** Opens the set of options of an outcome. */
export const OpenAppraisal = graphql(`
  mutation OpenAppraisal($input: OpenAppraisalInput!) {
    openAppraisal(input: $input) {
      appraisal {
        id
        outcome {
          id
          viewerCanAppraise
          appraisal {
            id
          }
        }
      }
      userErrors {
        message
        field
      }
    }
  }
`);

const text = words.home.outcomes;

/** The options of an outcome and what can be done with them now. */
export function WaysToGetThere({ outcome }: { readonly outcome: OutcomeOnPage }) {
  return (
    <>
      <h2 className="govuk-heading-m">{text.ways}</h2>
      <Ways outcome={outcome} />
    </>
  );
}

function Ways({ outcome }: { readonly outcome: OutcomeOnPage }) {
  const { appraisal } = outcome;
  if (appraisal === null) {
    if (outcome.viewerCanAppraise) return <StartOptions outcome={outcome} />;
    return <p className="govuk-body">{outcome.state === 'DRAFT' ? text.waitForAgreed : text.noOptions}</p>;
  }
  if (appraisal.decision !== null) return <Decided outcome={outcome} decision={appraisal.decision} />;

  const options = appraisal.options.filter((option) => option.kind !== 'CARRY_ON_AS_NOW');
  return (
    <>
      <p className="govuk-body">{options.length === 0 ? text.noOptions : text.options(options.length)}</p>
      <ul className="govuk-list govuk-list--bullet">
        {options.map((option) => (
          <li key={option.id}>{option.name}</li>
        ))}
      </ul>
      <div className="govuk-button-group">
        {options.length > 0 && <ButtonLink to={`/outcomes/${outcome.id}/choose`}>{text.compare}</ButtonLink>}
        {appraisal.viewerCanAddOption && (
          <ButtonLink to={findForOutcome(outcome)} kind={options.length > 0 ? 'SECONDARY' : 'MAIN'}>
            {text.findMore}
          </ButtonLink>
        )}
        {appraisal.viewerCanAddOption && (
          <Link className="govuk-link" to={`/outcomes/${outcome.id}/choose/own`}>
            {words.choose.addOwn}
          </Link>
        )}
      </div>
    </>
  );
}

function StartOptions({ outcome }: { readonly outcome: OutcomeOnPage }) {
  const { problems, attempt, isBusy, act } = useAct(OpenAppraisal);
  const navigate = useNavigate();
  const start = async () => {
    const done = await act({ outcomeId: outcome.id });
    if (done !== null) void navigate(findForOutcome(outcome));
  };
  return (
    <Form problems={problems} attempt={attempt} onSend={start}>
      <p className="govuk-body">{text.noOptions}</p>
      <Button isBusy={isBusy}>{text.startOptions}</Button>
    </Form>
  );
}

type Decision = NonNullable<NonNullable<OutcomeOnPage['appraisal']>['decision']>;

function Decided({ outcome, decision }: { readonly outcome: OutcomeOnPage; readonly decision: Decision }) {
  const choose = words.choose;
  const isMine = outcome.individual.viewerRelation === 'SELF';
  return (
    <>
      <p className="govuk-body">
        <strong>
          {isMine
            ? text.chosen(decision.chosen.name)
            : text.chosenBy(decision.decidedBy?.name ?? words.unknown, decision.chosen.name)}
        </strong>
      </p>
      <SummaryList
        rows={[
          { key: choose.reasons, value: decision.reasons },
          { key: choose.firstPreference, value: decision.isFirstPreference ? choose.yes : choose.no },
          { key: choose.support, value: decision.supportGiven ?? words.none },
          { key: choose.decidedBy, value: decision.decidedBy?.name ?? words.unknown },
          { key: choose.decidedAt, value: moment(decision.decidedAt) },
        ]}
      />
      <p className="govuk-body">
        <Link className="govuk-link" to={`/outcomes/${outcome.id}/choose`}>
          {choose.compare}
        </Link>
      </p>
      {outcome.viewerCanPropose && <ButtonLink to={`/outcomes/${outcome.id}/propose`}>{text.propose}</ButtonLink>}
    </>
  );
}
