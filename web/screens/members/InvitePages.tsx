import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';

import { Button } from '../../components/Button.tsx';
import { Checkboxes, Radios } from '../../components/Choices.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { Input } from '../../components/Input.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { problemOf } from '../../forms/fields.ts';
import { readCircleInvitation, readMemberInvitation, ROLE_FIELDS } from '../../forms/invitation-form.ts';
import { useAct, type FieldProblem } from '../../forms/use-act.ts';
import { nameOf } from '../../viewer/helped.ts';
import { words } from '../../words/en.ts';
import { CircleQuery, type IndividualWithCircle } from '../circle/circle.query.ts';
import { roleChoices } from './GiveRoleForm.tsx';
import { InviteMember, InviteToCircle } from './invitation.query.ts';
import { MembersQuery, type OrganisationWithMembers } from './members.query.ts';
import { prefixed, RoleFields } from './RoleFields.tsx';
import { type Sent, SentPage } from './SentPage.tsx';

const text = words.invitations;

/** Inviting somebody into an organisation. */
export function InviteMemberPage() {
  const { organisationId = '' } = useParams();
  const [result, again] = useQuery({ query: MembersQuery, variables: { organisationId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ organisation }) =>
        organisation?.viewerCanManageMembers === true ? <Member organisation={organisation} /> : <NotFound />
      }
    </Gate>
  );
}

function Member({ organisation }: { readonly organisation: OrganisationWithMembers }) {
  const [sent, setSent] = useState<Sent | null>(null);
  const { problems: found, attempt, isBusy, refuse, act } = useAct(InviteMember);
  const back = `/organisations/${organisation.id}/members`;
  const inRole = prefixed(found, ROLE_FIELDS);
  // The API knows one form; who is invited stands before the fields of the role.
  const problems = found.map((problem, place) =>
    (problemOf([problem], 'name') ?? problemOf([problem], 'email')) ? problem : (inRole[place] ?? problem),
  );
  const send = async (form: FormData) => {
    const read = readMemberInvitation(form);
    if (!read.ok) return refuse(read.problems);
    const done = await act({ organisationId: organisation.id, ...read.value });
    if (done !== null) setSent({ name: read.value.name, link: done.link });
  };
  if (sent !== null) return <SentPage sent={sent} back={back} />;
  return (
    <Page
      title={text.inviteTo(organisation.name)}
      back={{ to: back, label: words.back.plain }}
      hasProblems={problems.length > 0}
    >
      <p className="govuk-body-l">{text.lead}</p>
      <div className="kith-form-narrow">
        <Form problems={problems} attempt={attempt} onSend={send}>
          <Who problems={problems} />
          <Radios
            id={`${ROLE_FIELDS}-role`}
            label={words.members.giveField}
            choices={roleChoices(organisation.kind)}
            problem={problemOf(problems, `${ROLE_FIELDS}-role`)}
          />
          <RoleFields prefix={ROLE_FIELDS} problems={problems} hasLimit={organisation.kind === 'AUTHORITY'} />
          <Button isBusy={isBusy}>{text.send}</Button>
        </Form>
      </div>
    </Page>
  );
}

/** Inviting somebody into a circle. */
export function InviteToCirclePage() {
  const { individualId = '' } = useParams();
  const [result, again] = useQuery({ query: CircleQuery, variables: { individualId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ individual }) => (individual?.viewerCanInvite === true ? <ToCircle individual={individual} /> : <NotFound />)}
    </Gate>
  );
}

function ToCircle({ individual }: { readonly individual: IndividualWithCircle }) {
  const [sent, setSent] = useState<Sent | null>(null);
  const { problems, attempt, isBusy, refuse, act } = useAct(InviteToCircle);
  const isMine = individual.viewerRelation === 'SELF';
  const name = nameOf(individual);
  const back = isMine ? '/circle' : `/people/${individual.id}/circle`;
  const send = async (form: FormData) => {
    const read = readCircleInvitation(form);
    if (!read.ok) return refuse(read.problems);
    const { email, ...wish } = read.value;
    const done = await act({ individualId: individual.id, ...wish, email: email || null });
    if (done !== null) setSent({ name: wish.name, link: done.link });
  };
  if (sent !== null) return <SentPage sent={sent} back={back} />;
  return (
    <Page
      title={isMine ? text.inviteCircle : text.inviteCircleFor(name)}
      about={individual}
      back={{ to: back, label: words.back.plain }}
      hasProblems={problems.length > 0}
    >
      <p className="govuk-body-l">{text.lead}</p>
      <div className="kith-form-narrow">
        <Form problems={problems} attempt={attempt} onSend={send}>
          <Who problems={problems} />
          <CircleFields problems={problems} name={isMine ? null : name} />
          <Button isBusy={isBusy}>{text.send}</Button>
        </Form>
      </div>
    </Page>
  );
}

interface CircleFieldsProps {
  readonly problems: readonly FieldProblem[];
  /** Whose circle it is; null for one's own. */
  readonly name: string | null;
}

function CircleFields({ problems, name }: CircleFieldsProps) {
  const field = (id: string) => ({ id, problem: problemOf(problems, id) });
  return (
    <>
      <Input
        {...field('relation')}
        label={name === null ? text.relation : text.relationFor(name)}
        hint={text.relationHint}
        maxLength={100}
      />
      <Checkboxes
        {...field('maySee')}
        label={text.see}
        choices={choicesOf(name === null ? words.circle.parts : words.circle.partsFor)}
      />
      <Radios {...field('mayDo')} label={text.do} hint={text.later} choices={choicesOf(text.may)} />
      <DateInput {...field('endsOn')} label={words.members.until} hint={words.members.untilHint} />
    </>
  );
}

function Who({ problems }: { readonly problems: readonly FieldProblem[] }) {
  return (
    <>
      <Input id="name" label={text.name} maxLength={200} problem={problemOf(problems, 'name')} />
      <Input id="email" label={text.email} hint={text.emailHint} problem={problemOf(problems, 'email')} />
    </>
  );
}

function choicesOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
