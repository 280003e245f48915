import { useNavigate, useSearchParams } from 'react-router';

import { Button } from '../../components/Button.tsx';
import { Radios } from '../../components/Choices.tsx';
import { Form } from '../../components/Form.tsx';
import { Input, TextArea } from '../../components/Input.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { readSayForm } from '../../forms/about-me-form.ts';
import { problemOf } from '../../forms/fields.ts';
import { useAct, type FieldProblem } from '../../forms/use-act.ts';
import { nameOf } from '../../viewer/helped.ts';
import { useViewer } from '../../viewer/viewer.ts';
import { words } from '../../words/en.ts';
import { SayAboutMe, type AboutIndividual, type StatementOnPage } from './about-me.query.ts';
import { WithAboutMe } from './AboutMePage.tsx';

const text = words.aboutMe;

/** Writing down what somebody says about a person, or saying it anew. */
export function SayAboutMePage() {
  return <WithAboutMe>{(individual) => <Say individual={individual} />}</WithAboutMe>;
}

function Say({ individual }: { readonly individual: AboutIndividual }) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { problems, attempt, isBusy, refuse, act } = useAct(SayAboutMe);
  const section = (params.get('section') ?? '') as keyof typeof text.sections;
  const earlier = individual.aboutMe.find(({ id }) => id === params.get('replaces'));
  if (!individual.viewerCanSayAbout || !(section in text.sections)) return <NotFound />;

  const isMine = individual.viewerRelation === 'SELF';
  const back = `/people/${individual.id}/about`;
  const send = async (form: FormData) => {
    const read = readSayForm(form, earlier?.speaker?.id ?? (isMine ? individual.id : null));
    if (!read.ok) return refuse(read.problems);
    const input = { individualId: individual.id, section, replacesId: earlier?.id ?? null, ...read.value };
    if ((await act(input)) !== null) void navigate(back);
  };
  const name = text.sections[section];
  return (
    <Page
      title={earlier === undefined ? text.say.title(name) : text.say.titleAnew(name)}
      about={individual}
      back={{ to: back, label: words.back.plain }}
      hasProblems={problems.length > 0}
    >
      <div className="kith-form-narrow">
        <Form problems={problems} attempt={attempt} onSend={send}>
          <Fields individual={individual} earlier={earlier} problems={problems} />
          <Button isBusy={isBusy}>{text.say.save}</Button>
        </Form>
      </div>
    </Page>
  );
}

interface FieldsProps {
  readonly individual: AboutIndividual;
  /** What is said anew; undefined when it is said for the first time. */
  readonly earlier: StatementOnPage | undefined;
  readonly problems: readonly FieldProblem[];
}

function Fields({ individual, earlier, problems }: FieldsProps) {
  return (
    <>
      <TextArea
        id="words"
        label={text.say.words}
        hint={text.say.wordsHint}
        rows={6}
        value={earlier?.words}
        problem={problemOf(problems, 'words')}
      />
      {earlier === undefined && individual.viewerRelation !== 'SELF' && (
        <WhoSaid individual={individual} problem={problemOf(problems, 'spokenById')} />
      )}
      <Input
        id="helpedBy"
        label={text.say.helped}
        hint={text.say.helpedHint}
        value={earlier?.helpedBy ?? undefined}
        problem={problemOf(problems, 'helpedBy')}
      />
    </>
  );
}

/** Whose words they are: the person's own, or those of whoever writes. */
export function WhoSaid({
  individual,
  problem,
}: {
  readonly individual: AboutIndividual;
  readonly problem?: string | undefined;
}) {
  const viewer = useViewer();
  const choices = [
    { value: individual.id, label: nameOf(individual) },
    { value: viewer?.person.id ?? '', label: text.say.me },
  ];
  return <Radios id="spokenById" label={text.say.who} choices={choices} problem={problem} />;
}
