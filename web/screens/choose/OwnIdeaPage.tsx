import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { Input, TextArea } from '../../components/Input.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { problemOf } from '../../forms/fields.ts';
import { ownIdeaParts, readOwnIdeaForm } from '../../forms/own-idea-form.ts';
import { useAct, type FieldProblem } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import { ChooseQuery, type ChooseOutcome } from './appraisal.query.ts';
import { AddOption } from './add-option.ts';

const text = words.choose.own;

/** Putting an idea of one's own beside the options of the directory. */
export function OwnIdeaPage() {
  const { outcomeId = '' } = useParams();
  const [result, again] = useQuery({ query: ChooseQuery, variables: { outcomeId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ outcome }) => (outcome === null ? <NotFound /> : <OwnIdea outcome={outcome} />)}
    </Gate>
  );
}

function OwnIdea({ outcome }: { readonly outcome: ChooseOutcome }) {
  const navigate = useNavigate();
  const { problems, attempt, isBusy, refuse, act } = useAct(AddOption);
  const choosing = `/outcomes/${outcome.id}/choose`;

  const send = async (form: FormData) => {
    const read = readOwnIdeaForm(form);
    if (!read.ok) return refuse(read.problems);
    const done = await act({ appraisalId: outcome.appraisal?.id ?? '', ...read.value });
    if (done !== null) void navigate(choosing);
  };
  return (
    <Page
      title={text.title}
      caption={words.choose.caption(outcome.statement)}
      about={outcome.individual}
      back={{ to: choosing, label: words.back.plain }}
      hasProblems={problems.length > 0}
    >
      {outcome.appraisal?.viewerCanAddOption === true ? (
        <div className="kith-form-narrow">
          <Form problems={problems} attempt={attempt} onSend={send}>
            <p className="govuk-body">{text.lead}</p>
            <OwnIdeaFields problems={problems} />
            <Button isBusy={isBusy}>{text.button}</Button>
          </Form>
        </div>
      ) : (
        <p className="govuk-body">{words.find.add.full}</p>
      )}
    </Page>
  );
}

function OwnIdeaFields({ problems }: { readonly problems: readonly FieldProblem[] }) {
  const problem = (id: string) => problemOf(problems, id);
  return (
    <>
      <Input id="own-name" label={text.name} hint={text.nameHint} problem={problem('own-name')} />
      <Input
        id="own-weeklyCost"
        label={text.weeklyCost}
        width={5}
        prefix="£"
        isNumeric
        problem={problem('own-weeklyCost')}
      />
      {ownIdeaParts.map((part) => (
        <TextArea id={`own-${part}`} label={text[part]} rows={2} problem={problem(`own-${part}`)} key={part} />
      ))}
    </>
  );
}
