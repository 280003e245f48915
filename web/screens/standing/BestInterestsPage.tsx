import { useParams } from 'react-router';

import { Button } from '../../components/Button.tsx';
import { Radios } from '../../components/Choices.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { Form } from '../../components/Form.tsx';
import { Input, TextArea } from '../../components/Input.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { problemOf } from '../../forms/fields.ts';
import { readBestInterestsForm, ROOM } from '../../forms/standing-form.ts';
import { useAct, type FieldProblem } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import { useBack } from './RecordPages.tsx';
import { RecordBestInterests, type StandingIndividual } from './standing.query.ts';
import { WithStanding } from './StandingPage.tsx';

const text = words.standing.weigh;

/** Writing down how a decision was made for somebody who could not make it. */
export function BestInterestsPage() {
  return <WithStanding>{(individual) => <Weigh individual={individual} />}</WithStanding>;
}

function Weigh({ individual }: { readonly individual: StandingIndividual }) {
  const { capacityRecordId = '' } = useParams();
  const { problems, attempt, isBusy, refuse, act } = useAct(RecordBestInterests);
  const { back, leave } = useBack(individual);
  const record = individual.capacityRecords.find(({ id }) => id === capacityRecordId);
  if (record === undefined || !individual.viewerCanRecordStanding) return <NotFound />;
  const send = async (form: FormData) => {
    const read = readBestInterestsForm(form);
    if (!read.ok) return refuse(read.problems);
    if ((await act({ capacityRecordId, ...read.value })) !== null) leave();
  };
  return (
    <Page title={text.title} about={individual} back={back} hasProblems={problems.length > 0}>
      <p className="govuk-body-l">{text.lead(record.decision)}</p>
      <div className="kith-form-narrow">
        <Form problems={problems} attempt={attempt} onSend={send}>
          <Fields problems={problems} />
          <Button isBusy={isBusy}>{text.save}</Button>
        </Form>
      </div>
    </Page>
  );
}

function Fields({ problems }: { readonly problems: readonly FieldProblem[] }) {
  const of = (name: string) => ({ id: name, problem: problemOf(problems, name) });
  const options = ROOM.options.map((place) => ({ value: String(place), label: text.option(place + 1) }));
  return (
    <>
      <TextArea {...of('wishes')} label={text.wishes} />
      <div className="govuk-inset-text" id="options" tabIndex={-1}>
        {text.optionHint}
      </div>
      {ROOM.options.map((place) => (
        <fieldset className="govuk-fieldset" key={place}>
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{text.option(place + 1)}</legend>
          <TextArea id={`option-${String(place)}`} label={text.what} rows={1} />
          <TextArea id={`benefits-${String(place)}`} label={text.good} rows={2} />
          <TextArea id={`disbenefits-${String(place)}`} label={text.bad} rows={2} />
        </fieldset>
      ))}
      <div id="consulted" tabIndex={-1}>
        {ROOM.people.map((place) => (
          <div key={place}>
            <Input id={`who-${String(place)}`} label={text.who(place + 1)} />
            <TextArea id={`said-${String(place)}`} label={text.said} rows={2} />
          </div>
        ))}
      </div>
      <TextArea {...of('leastRestrictive')} label={text.least} />
      <Radios {...of('chosenOption')} label={text.chosen} choices={options} />
      <TextArea {...of('reasons')} label={text.reasons} />
      <Input {...of('decidedBy')} label={text.decidedBy} />
      <DateInput {...of('decidedOn')} label={text.decidedOn} />
    </>
  );
}
