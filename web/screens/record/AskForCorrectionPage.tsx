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
import { AskForCorrection, type IndividualOnRecord, RecordQuery } from './record.query.ts';

const text = words.record.corrections;
type Part = keyof typeof words.record.parts;
const parts = Object.entries(words.record.parts).map(([value, label]) => ({ value, label }));
const isPart = (value: string): value is Part => value in words.record.parts;

/** Saying that something in the record is wrong. */
export function AskForCorrectionPage() {
  const { individualId = '' } = useParams();
  const [result, again] = useQuery({ query: RecordQuery, variables: { individualId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ individual }) =>
        individual?.record && individual.viewerMayDo === 'COMMIT' ? <Ask individual={individual} /> : <NotFound />
      }
    </Gate>
  );
}

function Ask({ individual }: { readonly individual: IndividualOnRecord }) {
  const navigate = useNavigate();
  const { problems, attempt, isBusy, refuse, act } = useAct(AskForCorrection);
  const back = `/people/${individual.id}/record`;
  const send = async (form: FormData) => {
    const part = textOf(form, 'part');
    if (!isPart(part)) return refuse([{ message: text.askPage.partNeed, field: ['part'] }]);
    const said = { wrong: textOf(form, 'wrong'), shouldSay: textOf(form, 'shouldSay') };
    const done = await act({ individualId: individual.id, part, ...said });
    if (done !== null) void navigate(back);
  };
  return (
    <Page
      title={text.askPage.title}
      about={individual}
      back={{ to: back, label: words.back.plain }}
      hasProblems={problems.length > 0}
    >
      <div className="kith-form-narrow">
        <Form problems={problems} attempt={attempt} onSend={send}>
          <Radios id="part" label={text.askPage.part} choices={parts} problem={problemOf(problems, 'part')} />
          <TextArea
            id="wrong"
            label={text.wrong}
            hint={text.askPage.wrongHint}
            problem={problemOf(problems, 'wrong')}
          />
          <TextArea
            id="shouldSay"
            label={text.shouldSay}
            hint={text.askPage.shouldSayHint}
            problem={problemOf(problems, 'shouldSay')}
          />
          <Button isBusy={isBusy}>{text.askPage.send}</Button>
        </Form>
      </div>
    </Page>
  );
}
