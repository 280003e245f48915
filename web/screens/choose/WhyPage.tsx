import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Button } from '../../components/Button.tsx';
import { Radios } from '../../components/Choices.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { TextArea } from '../../components/Input.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { problemOf } from '../../forms/fields.ts';
import { readWhyForm } from '../../forms/why-form.ts';
import { useAct, type FieldProblem } from '../../forms/use-act.ts';
import { graphql } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { ChooseQuery, type ChooseOutcome, type OptionOnPage } from './appraisal.query.ts';

const ChooseOption = graphql(`
  mutation ChooseOption($input: ChooseOptionInput!) {
    chooseOption(input: $input) {
      appraisal {
        id
        state
        viewerCanChoose
        viewerCanAddOption
        options {
          id
          isChosen
        }
        decision {
          reasons
          isFirstPreference
          supportGiven
          decidedAt
          decidedBy {
            id
            name
          }
          chosen {
            id
            name
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

const text = words.choose.why;

/** Why this one: the words that are kept with the decision. */
export function WhyPage() {
  const { outcomeId = '', optionId = '' } = useParams();
  const [result, again] = useQuery({ query: ChooseQuery, variables: { outcomeId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ outcome }) => {
        const option = outcome?.appraisal?.options.find((other) => other.id === optionId);
        return outcome === null || option === undefined ? <NotFound /> : <Why outcome={outcome} option={option} />;
      }}
    </Gate>
  );
}

interface WhyProps {
  readonly outcome: ChooseOutcome;
  readonly option: OptionOnPage;
}

function Why({ outcome, option }: WhyProps) {
  const navigate = useNavigate();
  // The comparison as it was read: if options change meanwhile, the API says so instead of taking the choice.
  const [version] = useState(outcome.appraisal?.version);
  const act = useAct(ChooseOption);

  const send = async (form: FormData) => {
    const read = readWhyForm(form);
    if (!read.ok) return act.refuse(read.problems);
    const done = await act.act({
      appraisalId: outcome.appraisal?.id ?? '',
      optionId: option.id,
      version,
      ...read.value,
    });
    if (done !== null) void navigate(`/outcomes/${outcome.id}`);
  };
  return (
    <Page
      title={text.title}
      caption={words.choose.caption(outcome.statement)}
      about={outcome.individual}
      back={{ to: `/outcomes/${outcome.id}/choose`, label: words.back.plain }}
      hasProblems={act.problems.length > 0}
    >
      <div className="kith-form-narrow">
        <Form problems={act.problems} attempt={act.attempt} onSend={send}>
          <p className="govuk-body">{text.chosen(option.name)}</p>
          <WhyFields problems={act.problems} />
          <Button isBusy={act.isBusy}>{text.submit}</Button>
        </Form>
      </div>
    </Page>
  );
}

function WhyFields({ problems }: { readonly problems: readonly FieldProblem[] }) {
  const problem = (id: string) => problemOf(problems, id);
  return (
    <>
      <TextArea id="reasons" label={text.label} hint={text.hint} problem={problem('reasons')} />
      <Radios
        id="isFirstPreference"
        label={text.first}
        problem={problem('isFirstPreference')}
        choices={[
          { value: 'yes', label: text.firstYes },
          { value: 'no', label: text.firstNo },
        ]}
      />
      <TextArea
        id="supportGiven"
        label={text.support}
        hint={text.supportHint}
        rows={2}
        problem={problem('supportGiven')}
      />
      <p className="govuk-hint">{words.choose.hint}</p>
    </>
  );
}
