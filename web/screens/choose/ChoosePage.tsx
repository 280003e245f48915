import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Button, ButtonLink } from '../../components/Button.tsx';
import { Radios, type Choice } from '../../components/Choices.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { problemOf, textOf } from '../../forms/fields.ts';
import type { FieldProblem } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import { pounds } from '../../words/format.ts';
import { ChooseQuery, type AppraisalOnPage, type ChooseOutcome } from './appraisal.query.ts';
import { Comparison } from './Comparison.tsx';
import { MoreOptions, OptionLinks } from './OptionLinks.tsx';

const text = words.choose;

/** Comparing the options of an outcome and taking one forward. */
export function ChoosePage() {
  const { outcomeId = '' } = useParams();
  const [result, again] = useQuery({
    query: ChooseQuery,
    variables: { outcomeId },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Gate result={result} onRetry={again}>
      {({ outcome }) => (outcome === null ? <NotFound /> : <Choose outcome={outcome} />)}
    </Gate>
  );
}

function Choose({ outcome }: { readonly outcome: ChooseOutcome }) {
  const { appraisal } = outcome;
  const [hasProblems, setHasProblems] = useState(false);
  return (
    <Page
      title={text.title}
      caption={text.caption(outcome.statement)}
      about={outcome.individual}
      back={{ to: `/outcomes/${outcome.id}`, label: words.back.plain }}
      hasProblems={hasProblems}
    >
      {appraisal === null ? (
        <p className="govuk-body">{text.none}</p>
      ) : (
        <>
          <Lead appraisal={appraisal} />
          <h2 className="govuk-heading-m">{text.compare}</h2>
          <Comparison
            options={appraisal.options}
            linksOf={(option) => <OptionLinks outcome={outcome} appraisal={appraisal} option={option} />}
          />
          {appraisal.viewerCanAddOption && <MoreOptions outcome={outcome} />}
          <NextStep outcomeId={outcome.id} appraisal={appraisal} onProblems={setHasProblems} />
        </>
      )}
    </Page>
  );
}

function Lead({ appraisal }: { readonly appraisal: AppraisalOnPage }) {
  const options = appraisal.options.filter((option) => option.kind !== 'CARRY_ON_AS_NOW');
  return (
    <p className="govuk-body">
      {text.lead(options.length)} {text.order}
      {appraisal.weeklyBudgetLeft !== null && (
        <>
          {' '}
          <strong>{text.left(pounds(appraisal.weeklyBudgetLeft))}</strong>
        </>
      )}
    </p>
  );
}

interface NextStepProps {
  readonly outcomeId: string;
  readonly appraisal: AppraisalOnPage;
  readonly onProblems: (hasProblems: boolean) => void;
}

function NextStep({ outcomeId, appraisal, onProblems }: NextStepProps) {
  const navigate = useNavigate();
  const [{ problems, attempt }, setProblems] = useState({ problems: [] as readonly FieldProblem[], attempt: 0 });
  if (appraisal.decision !== null) {
    return (
      <>
        <p className="govuk-body">{text.decided(appraisal.decision.chosen.name)}</p>
        <ButtonLink to={`/outcomes/${outcomeId}`}>{words.back.plain}</ButtonLink>
      </>
    );
  }
  if (!appraisal.viewerCanChoose) return <p className="govuk-body">{text.cannotChoose}</p>;

  const go = (form: FormData) => {
    const picked = textOf(form, 'option');
    onProblems(picked === '');
    if (picked === '') {
      setProblems({ problems: [{ message: text.pick, field: ['option'] }], attempt: attempt + 1 });
      return;
    }
    void navigate(`/outcomes/${outcomeId}/choose/${picked}`);
  };
  return (
    <Form problems={problems} attempt={attempt} onSend={go}>
      <Radios
        id="option"
        label={text.question}
        hint={text.hint}
        isLarge
        choices={choicesOf(appraisal)}
        problem={problemOf(problems, 'option')}
      />
      <div className="govuk-button-group">
        <Button>{text.continue}</Button>
        <Link className="govuk-link" to="/">
          {text.later}
        </Link>
      </div>
    </Form>
  );
}

/** The radios repeat the names in the order of the table; none is picked beforehand. */
function choicesOf(appraisal: AppraisalOnPage): readonly Choice[] {
  return [
    ...appraisal.options.map((option) => ({ value: option.id, label: option.name })),
    { value: 'talk', label: text.notSure, divider: text.or },
  ];
}
