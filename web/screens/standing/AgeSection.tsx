import { Button } from '../../components/Button.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { Form } from '../../components/Form.tsx';
import { problemOf } from '../../forms/fields.ts';
import { readBirthDateForm } from '../../forms/standing-form.ts';
import { useAct } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import { RecordBirthDate, type StandingIndividual } from './standing.query.ts';

const text = words.standing;

/** How old somebody is and what the law makes of it; whoever may, writes down when they were born. */
export function AgeSection({ individual }: { readonly individual: StandingIndividual }) {
  const { problems, attempt, isBusy, refuse, act } = useAct(RecordBirthDate);
  const { age, lifeStage } = individual;
  const isKnown = age !== null && lifeStage !== null;
  if (!isKnown && !individual.viewerCanRecordStanding) return null;

  const send = async (form: FormData) => {
    const read = readBirthDateForm(form);
    if (!read.ok) return refuse(read.problems);
    await act({ individualId: individual.id, ...read.value });
  };
  return (
    <>
      <h2 className="govuk-heading-m">{text.child.heading}</h2>
      <p className="govuk-body">{isKnown ? text.age(age, text.stages[lifeStage]) : text.child.unknown}</p>
      {!isKnown && (
        <Form problems={problems} attempt={attempt} onSend={send}>
          <DateInput id="bornOn" label={text.child.bornOn} problem={problemOf(problems, 'bornOn')} />
          <Button kind="SECONDARY" isBusy={isBusy}>
            {text.child.save}
          </Button>
        </Form>
      )}
    </>
  );
}
