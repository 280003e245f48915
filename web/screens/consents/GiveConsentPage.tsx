import { useNavigate } from 'react-router';

import { Button } from '../../components/Button.tsx';
import { Checkboxes, Radios } from '../../components/Choices.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { Form } from '../../components/Form.tsx';
import { Input, TextArea } from '../../components/Input.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { readConsentForm } from '../../forms/consent-form.ts';
import { problemOf } from '../../forms/fields.ts';
import { useAct, type FieldProblem } from '../../forms/use-act.ts';
import { nameOf } from '../../viewer/helped.ts';
import { useViewer } from '../../viewer/viewer.ts';
import { words } from '../../words/en.ts';
import { GiveConsent, type AllowingIndividual } from './consents.query.ts';
import { WithConsents } from './ConsentsPage.tsx';

const text = words.consents;

/** Allowing somebody to know something: the person does it here, a broker writes down how they said so. */
export function GiveConsentPage() {
  return <WithConsents>{(individual) => <Give individual={individual} />}</WithConsents>;
}

function Give({ individual }: { readonly individual: AllowingIndividual }) {
  const navigate = useNavigate();
  const viewer = useViewer();
  const { problems, attempt, isBusy, refuse, act } = useAct(GiveConsent);
  if (!individual.viewerCanRecordConsent) return <NotFound />;

  const back = `/people/${individual.id}/consents`;
  const isMine = individual.viewerRelation === 'SELF';
  const decides = individual.viewerMayDo === 'COMMIT';
  const send = async (form: FormData) => {
    const read = readConsentForm(form, decides ? (viewer?.person.id ?? null) : null);
    if (!read.ok) return refuse(read.problems);
    if ((await act({ individualId: individual.id, ...read.value })) !== null) void navigate(back);
  };
  return (
    <Page
      title={text.form.title}
      about={individual}
      back={{ to: back, label: words.back.plain }}
      hasProblems={problems.length > 0}
    >
      <div className="kith-form-narrow">
        <Form problems={problems} attempt={attempt} onSend={send}>
          <What individual={individual} isMine={isMine} viewerId={viewer?.person.id} problems={problems} />
          {!decides && <How individual={individual} problems={problems} />}
          <Button isBusy={isBusy}>{decides ? text.form.yes : text.form.save}</Button>
        </Form>
      </div>
    </Page>
  );
}

interface PartProps {
  readonly individual: AllowingIndividual;
  readonly problems: readonly FieldProblem[];
}

function What(props: PartProps & { readonly isMine: boolean; readonly viewerId: string | undefined }) {
  const { individual, problems, isMine, viewerId } = props;
  return (
    <>
      <Radios
        id="recipient"
        label={text.form.who}
        choices={recipientsOf(individual, viewerId)}
        problem={problemOf(problems, 'recipient')}
      />
      <Checkboxes
        id="classes"
        label={text.form.what}
        choices={choicesOf(isMine ? text.classes : text.classesFor)}
        problem={problemOf(problems, 'classes')}
      />
      <Radios
        id="purpose"
        label={text.form.why}
        choices={choicesOf(text.purposes)}
        problem={problemOf(problems, 'purpose')}
      />
      <DateInput
        id="endsOn"
        label={text.form.until}
        hint={text.form.untilHint}
        problem={problemOf(problems, 'endsOn') ?? problemOf(problems, 'startsOn')}
      />
    </>
  );
}

function How({ individual, problems }: PartProps) {
  const deciders = individual.circle.filter(({ mayDo }) => mayDo === 'COMMIT');
  const givers = [
    { value: individual.id, label: nameOf(individual) },
    ...deciders.map(({ person, relation }) => ({ value: person?.id ?? '', label: person?.name ?? relation })),
  ];
  return (
    <>
      <Radios id="givenById" label={text.form.giver} choices={givers} problem={problemOf(problems, 'givenById')} />
      <Radios id="how" label={text.form.how} choices={choicesOf(text.form.hows)} problem={problemOf(problems, 'how')} />
      <TextArea
        id="evidence"
        label={text.form.evidence}
        hint={text.form.evidenceHint}
        rows={3}
        problem={problemOf(problems, 'evidence')}
      />
      <Input
        id="witness"
        label={text.form.witness}
        hint={text.form.witnessHint}
        problem={problemOf(problems, 'witness')}
      />
    </>
  );
}

/** Who can be let know: those of the agreements, people of the circle, and everybody who is asked. */
function recipientsOf({ agreements, circle }: AllowingIndividual, viewerId: string | undefined) {
  const providers = new Map(agreements.edges.map(({ node }) => [node.provider.id, node.provider.name]));
  return [
    ...[...providers].map(([id, label]) => ({ value: `organisation:${id}`, label })),
    ...circle.flatMap(({ person, relation }) =>
      person === null || person.id === viewerId
        ? []
        : [{ value: `person:${person.id}`, label: person.name, hint: relation }],
    ),
    { value: 'asked', label: text.asked, hint: text.form.askedHint },
  ];
}

function choicesOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
