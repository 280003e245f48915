import { useNavigate } from 'react-router';

import { Button } from '../../components/Button.tsx';
import { Checkboxes, Radios } from '../../components/Choices.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { Form } from '../../components/Form.tsx';
import { Input, Select, TextArea } from '../../components/Input.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { problemOf } from '../../forms/fields.ts';
import { readCapacityForm, readCourtOrderForm, readRepresentationForm } from '../../forms/standing-form.ts';
import { useAct, type FieldProblem } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import { RecordCapacity, RecordCourtOrder, RecordRepresentation, type StandingIndividual } from './standing.query.ts';
import { WithStanding } from './StandingPage.tsx';

const text = words.standing;

interface OfIndividual {
  readonly individual: StandingIndividual;
}

interface FieldsProps extends OfIndividual {
  readonly problems: readonly FieldProblem[];
}

/** Writing down who may decide for a person, and what papers were seen. */
export function RecordRepresentationPage() {
  return <WithStanding>{(individual) => <NewRepresentation individual={individual} />}</WithStanding>;
}

/** Writing down what was found about one decision. */
export function RecordCapacityPage() {
  return <WithStanding>{(individual) => <NewCapacity individual={individual} />}</WithStanding>;
}

/** Writing down a court order, which stops sharing at once. */
export function RecordCourtOrderPage() {
  return <WithStanding>{(individual) => <NewOrder individual={individual} />}</WithStanding>;
}

function NewRepresentation({ individual }: OfIndividual) {
  const { problems, attempt, isBusy, refuse, act } = useAct(RecordRepresentation);
  const { back, leave } = useBack(individual);
  if (!individual.viewerCanRecordStanding) return <NotFound />;
  const send = async (form: FormData) => {
    const read = readRepresentationForm(form);
    if (!read.ok) return refuse(read.problems);
    if ((await act({ individualId: individual.id, ...read.value })) !== null) leave();
  };
  const of = (name: string) => ({ id: name, problem: problemOf(problems, name) });
  const yesNo = [
    { value: 'yes', label: text.record.yes },
    { value: 'no', label: text.record.no },
  ];
  return (
    <Page title={text.record.title} about={individual} back={back} hasProblems={problems.length > 0}>
      <div className="kith-form-narrow">
        <Form problems={problems} attempt={attempt} onSend={send}>
          <PersonChoice individual={individual} label={text.record.person} problems={problems} />
          <Radios {...of('kind')} label={text.record.kind} choices={choicesOf(text.kinds)} />
          <TextArea {...of('scope')} label={text.record.scope} rows={2} />
          <Radios {...of('actsAlone')} label={text.record.alone} choices={yesNo} />
          <Radios {...of('hasPermission')} label={text.record.permission} choices={yesNo} value="no" />
          <TextArea {...of('evidence')} label={text.record.evidence} hint={text.record.evidenceHint} rows={2} />
          <DateInput {...of('startsOn')} label={text.record.startsOn} />
          <DateInput {...of('endsOn')} label={text.record.endsOn} />
          <Button isBusy={isBusy}>{text.record.save}</Button>
        </Form>
      </div>
    </Page>
  );
}

function NewCapacity({ individual }: OfIndividual) {
  const { problems, attempt, isBusy, refuse, act } = useAct(RecordCapacity);
  const { back, leave } = useBack(individual);
  if (!individual.viewerCanRecordStanding) return <NotFound />;
  const send = async (form: FormData) => {
    const read = readCapacityForm(form);
    if (!read.ok) return refuse(read.problems);
    if ((await act({ individualId: individual.id, ...read.value })) !== null) leave();
  };
  return (
    <Page title={text.assess.title} about={individual} back={back} hasProblems={problems.length > 0}>
      <p className="govuk-body-l">{text.assess.lead}</p>
      <div className="kith-form-narrow">
        <Form problems={problems} attempt={attempt} onSend={send}>
          <CapacityFields individual={individual} problems={problems} />
          <Button isBusy={isBusy}>{text.assess.save}</Button>
        </Form>
      </div>
    </Page>
  );
}

function CapacityFields({ individual, problems }: FieldsProps) {
  const of = (name: string) => ({ id: name, problem: problemOf(problems, name) });
  const outcomes = individual.outcomes.edges.map(({ node }) => ({ value: node.id, label: node.statement }));
  return (
    <>
      <Select
        {...of('aboutId')}
        label={text.assess.about}
        choices={[...outcomes, { value: '', label: text.assess.aboutNone }]}
      />
      <Radios {...of('decisionKind')} label={text.assess.kind} choices={choicesOf(text.decisions)} />
      <TextArea {...of('decision')} label={text.assess.decision} rows={2} />
      <TextArea {...of('supportGiven')} label={text.assess.support} />
      <Checkboxes
        {...of('can')}
        label={text.assess.can}
        hint={text.assess.canHint}
        choices={choicesOf(text.assess.four)}
      />
      <TextArea {...of('grounds')} label={text.assess.grounds} />
      <Radios {...of('finding')} label={text.assess.finding} choices={choicesOf(text.capacity.findings)} />
      <TextArea {...of('impairment')} label={text.assess.impairment} rows={2} />
      <Input {...of('assessor')} label={text.assess.assessor} />
      <DateInput {...of('assessedOn')} label={text.assess.assessedOn} />
    </>
  );
}

function NewOrder({ individual }: OfIndividual) {
  const { problems, attempt, isBusy, refuse, act } = useAct(RecordCourtOrder);
  const { back, leave } = useBack(individual);
  if (!individual.viewerCanRecordStanding) return <NotFound />;
  const send = async (form: FormData) => {
    const read = readCourtOrderForm(form);
    if (!read.ok) return refuse(read.problems);
    if ((await act({ individualId: individual.id, ...read.value })) !== null) leave();
  };
  const of = (name: string) => ({ id: name, problem: problemOf(problems, name) });
  return (
    <Page title={text.order.title} about={individual} back={back} hasProblems={problems.length > 0}>
      <p className="govuk-body-l">{text.order.lead}</p>
      <div className="kith-form-narrow">
        <Form problems={problems} attempt={attempt} onSend={send}>
          <PersonChoice individual={individual} label={text.order.person} problems={problems} />
          <TextArea {...of('evidence')} label={text.order.evidence} rows={3} />
          <DateInput {...of('orderedOn')} label={text.order.orderedOn} />
          <Button kind="WARNING" isBusy={isBusy}>
            {text.order.save}
          </Button>
        </Form>
      </div>
    </Page>
  );
}

function PersonChoice({ individual, label, problems }: FieldsProps & { readonly label: string }) {
  const people = individual.circle.flatMap(({ person, relation }) =>
    person === null ? [] : [{ value: person.id, label: words.circle.person(person.name, relation) }],
  );
  return <Radios id="personId" label={label} choices={people} problem={problemOf(problems, 'personId')} />;
}

/** The way back to the page of who may decide, to press and to take once something is saved. */
export function useBack(individual: StandingIndividual) {
  const navigate = useNavigate();
  const to = `/people/${individual.id}/standing`;
  return { back: { to, label: words.back.plain }, leave: () => void navigate(to) };
}

function choicesOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({
    value,
    label: label.charAt(0).toUpperCase() + label.slice(1),
  }));
}
