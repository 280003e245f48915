import { Button } from '../../components/Button.tsx';
import { Details } from '../../components/Details.tsx';
import { Form } from '../../components/Form.tsx';
import { TwoPresses } from '../../components/TwoPresses.tsx';
import { readTermsForm } from '../../forms/role-form.ts';
import { useAct } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import { day, pounds } from '../../words/format.ts';
import { ChangeMembership, EndMembership, type Membership } from './members.query.ts';
import { prefixed, RoleFields } from './RoleFields.tsx';

const text = words.members;

interface RoleLineProps {
  readonly membership: Membership;
  readonly name: string;
  readonly isMine: boolean;
  readonly onNews: (sentence: string) => void;
}

/** One role of a member: from and until when, with which limit; to change or end on the spot by whoever may. */
export function RoleLine(props: RoleLineProps) {
  const { membership } = props;
  const { role, startsOn, endsOn, approvalLimit } = membership;
  const days = endsOn === null ? text.since(day(startsOn)) : text.sinceUntil(day(startsOn), day(endsOn));
  const limit = approvalLimit === null ? text.noLimit : text.limit(pounds(approvalLimit));
  return (
    <li>
      <p className="govuk-body govuk-!-margin-bottom-2">
        <strong>{text.role[role]}</strong>, {days}
        {role === 'APPROVER' && `, ${limit}`}
      </p>
      {membership.viewerCanChange && <Change {...props} />}
      {membership.viewerCanEnd && <End {...props} />}
    </li>
  );
}

function Change({ membership, name, onNews }: RoleLineProps) {
  const { problems: found, attempt, isBusy, refuse, act } = useAct(ChangeMembership);
  const problems = prefixed(found, membership.id);
  const send = async (form: FormData) => {
    const read = readTermsForm(form, membership.id);
    if (!read.ok) return refuse(read.problems);
    const done = await act({ membershipId: membership.id, version: membership.version, ...read.value });
    if (done !== null) onNews(text.saved(name));
  };
  const summary = (
    <>
      {text.change(text.role[membership.role])}
      <span className="govuk-visually-hidden">{text.changeFor(name)}</span>
    </>
  );
  return (
    <Details summary={summary} isOpen={problems.length > 0}>
      <Form problems={problems} attempt={attempt} onSend={send}>
        <RoleFields
          prefix={membership.id}
          problems={problems}
          hasLimit={membership.role === 'APPROVER'}
          endsOn={membership.endsOn}
          limit={membership.approvalLimit?.amount}
        />
        <Button isBusy={isBusy}>{text.save}</Button>
      </Form>
    </Details>
  );
}

function End({ membership, name, isMine, onNews }: RoleLineProps) {
  const { problems, attempt, isBusy, act } = useAct(EndMembership);
  const role = text.role[membership.role];
  const send = async () => {
    const done = await act({ membershipId: membership.id, version: membership.version });
    if (done !== null) onNews(text.ended(name));
  };
  return (
    <TwoPresses
      label={isMine ? text.leave : text.end}
      about={text.endAbout(role, name)}
      question={isMine ? text.leaveQuestion : text.endQuestion(role, name)}
      yes={isMine ? text.yesLeave : text.yes}
      no={text.no}
      problems={problems}
      attempt={attempt}
      isBusy={isBusy}
      onSend={send}
    />
  );
}
