import { Button } from '../../components/Button.tsx';
import { Checkboxes, Radios } from '../../components/Choices.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { Form } from '../../components/Form.tsx';
import { Select } from '../../components/Input.tsx';
import { readCircleForm } from '../../forms/circle-form.ts';
import { problemOf } from '../../forms/fields.ts';
import { useAct } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import { ChangeCircleMember, type CircleMember } from './circle.query.ts';

const text = words.circle;

interface MemberFormProps {
  readonly member: CircleMember;
  readonly name: string;
  readonly isMine: boolean;
  readonly onNews: (sentence: string) => void;
}

/** What one of the circle may see and do, changed where it stands: tick, and save. */
export function MemberForm({ member, name, isMine, onNews }: MemberFormProps) {
  const { problems: found, attempt, isBusy, refuse, act } = useAct(ChangeCircleMember);
  // Several such forms stand on the page, so the fields of each carry its member's id.
  const problems = found.map((problem) => ({
    ...problem,
    field: problem.field?.map((step) => (step === 'input' ? step : `${member.id}-${step}`)),
  }));
  const field = (name: string) => ({
    id: `${member.id}-${name}`,
    problem: problemOf(problems, `${member.id}-${name}`),
  });
  const send = async (form: FormData) => {
    const read = readCircleForm(form, member.id);
    if (!read.ok) return refuse(read.problems);
    const done = await act({ circleMemberId: member.id, version: member.version, ...read.value });
    if (done !== null) onNews(text.saved(name));
  };
  return (
    <Form problems={problems} attempt={attempt} onSend={send}>
      <Kind member={member} label={isMine ? text.kind(name) : text.kindOther(name)} />
      <Checkboxes
        {...field('maySee')}
        label={text.see(name)}
        choices={choicesOf(isMine ? text.parts : text.partsFor)}
        values={member.maySee}
      />
      <Radios
        {...field('mayDo')}
        label={text.do(name)}
        choices={choicesOf(isMine ? text.may : text.mayFor)}
        value={member.mayDo}
      />
      <DateInput {...field('endsOn')} label={text.until} hint={text.untilHint} value={member.endsOn} />
      <Button isBusy={isBusy}>
        {text.save}
        <span className="govuk-visually-hidden">{text.saveFor(name)}</span>
      </Button>
    </Form>
  );
}

function Kind({ member, label }: { readonly member: CircleMember; readonly label: string }) {
  return <Select id={`${member.id}-kind`} label={label} choices={choicesOf(text.kinds)} value={member.kind} />;
}

function choicesOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
