import { Button } from '../../components/Button.tsx';
import { Radios } from '../../components/Choices.tsx';
import { Form } from '../../components/Form.tsx';
import { Input, TextArea } from '../../components/Input.tsx';
import { readSupportForm } from '../../forms/circle-form.ts';
import { problemOf } from '../../forms/fields.ts';
import { useAct } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import { day } from '../../words/format.ts';
import { SayInformalSupport, type CircleMember } from './circle.query.ts';

const text = words.circle.support;
const answers = (['NO', 'UP_TO'] as const).map((value) => ({ value, label: text.answers[value] }));

/** What somebody close says they can give, in a sentence; nothing when they have not said. */
export function SupportSaid({ member, name }: { readonly member: CircleMember; readonly name: string }) {
  const said = member.informalSupport;
  if (said === null) return null;
  const sentence = said.answer === 'NO' ? text.NO(name) : text.UP_TO(name, said.hoursAWeek ?? 0);
  return (
    <p className="govuk-body">
      <strong>{sentence}</strong> {said.words !== null && `“${said.words}” `}
      {text.said(day(said.saidOn))}
    </p>
  );
}

interface SupportFormProps {
  readonly member: CircleMember;
  readonly onNews: (sentence: string) => void;
}

/** Where somebody in a circle says what they can give: no, or up to so many hours. */
export function SupportForm({ member, onNews }: SupportFormProps) {
  const { problems, attempt, isBusy, refuse, act } = useAct(SayInformalSupport);
  const send = async (form: FormData) => {
    const read = readSupportForm(form);
    if (!read.ok) return refuse(read.problems);
    const { words: said, ...rest } = read.value;
    const done = await act({ circleMemberId: member.id, ...rest, words: said || null });
    if (done !== null) onNews(text.saved);
  };
  const before = member.informalSupport;
  const problem = (id: string) => problemOf(problems, id);
  return (
    <>
      <h3 className="govuk-heading-s">{text.heading}</h3>
      <p className="govuk-body">{text.hint}</p>
      <Form problems={problems} attempt={attempt} onSend={send}>
        <Radios
          id="answer"
          label={text.question}
          choices={answers}
          value={before?.answer}
          problem={problem('answer')}
        />
        <Input
          id="hoursAWeek"
          label={text.hours}
          width={3}
          isNumeric
          value={before?.hoursAWeek?.toString()}
          problem={problem('hoursAWeek')}
        />
        <TextArea id="words" label={text.words} rows={2} value={before?.words ?? ''} problem={problem('words')} />
        <Button kind="SECONDARY" isBusy={isBusy}>
          {text.save}
        </Button>
      </Form>
    </>
  );
}
