import { Fragment } from 'react';
import { useNavigate } from 'react-router';

import { Button } from '../../components/Button.tsx';
import { Checkboxes, Radios } from '../../components/Choices.tsx';
import { Form } from '../../components/Form.tsx';
import { Input } from '../../components/Input.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { readCommunicationForm } from '../../forms/about-me-form.ts';
import { problemOf } from '../../forms/fields.ts';
import { useAct, type FieldProblem } from '../../forms/use-act.ts';
import { nameOf } from '../../viewer/helped.ts';
import { words } from '../../words/en.ts';
import { DescribeCommunication, type AboutIndividual, type CommunicationOnPage } from './about-me.query.ts';
import { WithAboutMe } from './AboutMePage.tsx';
import { WhoSaid } from './SayAboutMePage.tsx';

const text = words.aboutMe.communication;
type Line =
  | 'pronouns'
  | 'noun'
  | 'spokenLanguage'
  | 'interpreterNote'
  | 'bestTimes'
  | 'saysYes'
  | 'saysNo'
  | 'needsTime'
  | 'uses';

const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** Saying how somebody communicates. */
export function CommunicationPage() {
  return <WithAboutMe>{(individual) => <Describe individual={individual} />}</WithAboutMe>;
}

function Describe({ individual }: { readonly individual: AboutIndividual }) {
  const navigate = useNavigate();
  const { problems, attempt, isBusy, refuse, act } = useAct(DescribeCommunication);
  if (!individual.viewerCanSayAbout) return <NotFound />;

  const said = individual.communication;
  const isMine = individual.viewerRelation === 'SELF';
  const back = `/people/${individual.id}/about`;
  const send = async (form: FormData) => {
    const read = readCommunicationForm(form, isMine ? individual.id : null);
    if (!read.ok) return refuse(read.problems);
    const done = await act({ individualId: individual.id, version: said?.version ?? 0, ...read.value });
    if (done !== null) void navigate(back);
  };
  return (
    <Page
      title={isMine ? text.title : text.titleFor(nameOf(individual))}
      about={individual}
      back={{ to: back, label: words.back.plain }}
      hasProblems={problems.length > 0}
    >
      <div className="kith-form-narrow">
        <Form problems={problems} attempt={attempt} onSend={send}>
          <Fields individual={individual} problems={problems} />
          <Button isBusy={isBusy}>{text.save}</Button>
        </Form>
      </div>
    </Page>
  );
}

interface FieldsProps {
  readonly individual: AboutIndividual;
  readonly problems: readonly FieldProblem[];
}

function Fields({ individual, problems }: FieldsProps) {
  const said = individual.communication;
  const line = (id: Line, hint?: string) => (
    <Input id={id} label={text[id]} hint={hint} value={said?.[id] ?? undefined} problem={problemOf(problems, id)} />
  );
  return (
    <>
      {individual.viewerRelation !== 'SELF' && (
        <WhoSaid individual={individual} problem={problemOf(problems, 'spokenById')} />
      )}
      {line('spokenLanguage')}
      <Radios
        id="interpreter"
        label={text.interpreter}
        choices={[{ value: '', label: text.noInterpreter }, ...choicesOf(text.interpreters)]}
        value={said?.interpreter ?? ''}
      />
      {line('interpreterNote', text.interpreterNoteHint)}
      <Radios
        id="lettersLanguage"
        label={text.lettersLanguage}
        choices={choicesOf(text.languages)}
        value={said?.lettersLanguage ?? 'ENGLISH'}
      />
      <Ways said={said} problem={problemOf(problems, 'neverBy')} />
      {(['bestTimes', 'saysYes', 'saysNo', 'needsTime', 'uses'] as const).map((id) => (
        <Fragment key={id}>{line(id)}</Fragment>
      ))}
      {line('pronouns', text.pronounsHint)}
      {line('noun', text.nounHint)}
    </>
  );
}

function Ways({ said, problem }: { readonly said: CommunicationOnPage | null; readonly problem: string | undefined }) {
  const ways = choicesOf(text.ways);
  return (
    <>
      <Checkboxes id="formats" label={text.formats} choices={choicesOf(text.formatNames)} values={said?.formats} />
      <Checkboxes id="contactBy" label={text.contactBy} choices={ways} values={said?.contactBy} />
      <Checkboxes id="neverBy" label={text.neverBy} choices={ways} values={said?.neverBy} problem={problem} />
    </>
  );
}
