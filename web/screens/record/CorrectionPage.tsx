import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Button } from '../../components/Button.tsx';
import { Radios } from '../../components/Choices.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { TextArea } from '../../components/Input.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { problemOf, textOf } from '../../forms/fields.ts';
import { useAct } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import { CorrectionCard } from './CorrectionList.tsx';
import {
  AnswerCorrection,
  type CorrectionOnPage,
  type IndividualOnRecord,
  RecordQuery,
  StateDisagreement,
} from './record.query.ts';

const text = words.record.corrections;

const choices = [
  { value: 'CORRECTED', label: text.answerPage.yes },
  { value: 'NOT_CORRECTED', label: text.answerPage.no },
];

interface StepProps {
  readonly individual: IndividualOnRecord;
  readonly correction: CorrectionOnPage;
}

/** Answering what was said to be wrong, or disagreeing with the answer, by who may. */
export function CorrectionPage() {
  const { individualId = '', correctionId = '' } = useParams();
  const [result, again] = useQuery({ query: RecordQuery, variables: { individualId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ individual }) => {
        const edge = individual?.record?.corrections.edges.find(({ node }) => node.id === correctionId);
        if (!individual || !edge) return <NotFound />;
        if (edge.node.viewerCanAnswer) return <Answer individual={individual} correction={edge.node} />;
        if (edge.node.viewerCanDisagree) return <Disagree individual={individual} correction={edge.node} />;
        return <NotFound />;
      }}
    </Gate>
  );
}

function Answer({ individual, correction }: StepProps) {
  const navigate = useNavigate();
  const { problems, attempt, isBusy, refuse, act } = useAct(AnswerCorrection);
  const back = `/people/${individual.id}/record`;
  const send = async (form: FormData) => {
    const answer = textOf(form, 'answer');
    if (answer !== 'CORRECTED' && answer !== 'NOT_CORRECTED')
      return refuse([{ message: text.answerPage.need, field: ['answer'] }]);
    const done = await act({ correctionId: correction.id, answer, reason: textOf(form, 'reason') });
    if (done !== null) void navigate(back);
  };
  return (
    <Page
      title={text.answerPage.title}
      about={individual}
      back={{ to: back, label: words.back.plain }}
      hasProblems={problems.length > 0}
    >
      <CorrectionCard correction={correction} here="" />
      <div className="kith-form-narrow">
        <Form problems={problems} attempt={attempt} onSend={send}>
          <Radios
            id="answer"
            label={text.answerPage.choice}
            choices={choices}
            problem={problemOf(problems, 'answer')}
          />
          <TextArea
            id="reason"
            label={text.answerPage.reason}
            hint={text.answerPage.reasonHint}
            problem={problemOf(problems, 'reason')}
          />
          <Button isBusy={isBusy}>{text.answerPage.send}</Button>
        </Form>
      </div>
    </Page>
  );
}

function Disagree({ individual, correction }: StepProps) {
  const navigate = useNavigate();
  const { problems, attempt, isBusy, act } = useAct(StateDisagreement);
  const back = `/people/${individual.id}/record`;
  const send = async (form: FormData) => {
    const done = await act({ correctionId: correction.id, words: textOf(form, 'words') });
    if (done !== null) void navigate(back);
  };
  return (
    <Page
      title={text.disagreePage.title}
      about={individual}
      back={{ to: back, label: words.back.plain }}
      hasProblems={problems.length > 0}
    >
      <CorrectionCard correction={correction} here="" />
      <div className="kith-form-narrow">
        <Form problems={problems} attempt={attempt} onSend={send}>
          <TextArea
            id="words"
            label={text.disagreePage.words}
            hint={text.disagreePage.hint}
            problem={problemOf(problems, 'words')}
          />
          <Button isBusy={isBusy}>{text.disagreePage.send}</Button>
        </Form>
      </div>
    </Page>
  );
}
