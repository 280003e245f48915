import { Button, ButtonLink } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { TwoPresses } from '../../components/TwoPresses.tsx';
import { useAct } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import { day } from '../../words/format.ts';
import { type Invitation, ResendInvitation, WithdrawInvitation } from './invitation.query.ts';

const text = words.invitations;

interface InvitationsProps {
  readonly list: { readonly edges: readonly { readonly node: Invitation }[] };
  /** Where somebody is invited. */
  readonly invite: string;
  readonly onNews: (sentence: string) => void;
}

/** Whom somebody has invited, and how each stands; to send again or take back. */
export function Invitations({ list, invite, onNews }: InvitationsProps) {
  return (
    <section aria-label={text.list}>
      <h2 className="govuk-heading-m">{text.list}</h2>
      {list.edges.length === 0 && <p className="govuk-body">{text.none}</p>}
      <ul className="govuk-list">
        {list.edges.map(({ node }) => (
          <Line invitation={node} onNews={onNews} key={node.id} />
        ))}
      </ul>
      <ButtonLink to={invite}>{text.invite}</ButtonLink>
    </section>
  );
}

function Line({ invitation, onNews }: { readonly invitation: Invitation; readonly onNews: (said: string) => void }) {
  const { name, role, relation, state, expiresAt } = invitation;
  const what = role === null ? (relation ?? '') : words.members.role[role];
  const isKept = state === 'OPEN' || state === 'EXPIRED';
  return (
    <li className="kith-card">
      <p className="govuk-body govuk-!-margin-bottom-2">
        <strong>{text.line(name, what)}</strong>
        <br />
        {text.state[state](day(expiresAt))}
      </p>
      {isKept && (
        <div className="govuk-button-group">
          <Again invitation={invitation} onNews={onNews} />
          <TakeBack invitation={invitation} onNews={onNews} />
        </div>
      )}
    </li>
  );
}

function Again({ invitation, onNews }: { readonly invitation: Invitation; readonly onNews: (said: string) => void }) {
  const { problems, attempt, isBusy, act } = useAct(ResendInvitation);
  const send = async () => {
    const done = await act({ invitationId: invitation.id });
    if (done !== null) onNews(done.link === null ? text.sentAgain(invitation.name) : text.newLink(done.link));
  };
  return (
    <Form problems={problems} attempt={attempt} onSend={send}>
      <Button kind="SECONDARY" isBusy={isBusy}>
        {text.again}
        <span className="govuk-visually-hidden">{text.againAbout(invitation.name)}</span>
      </Button>
    </Form>
  );
}

function TakeBack({
  invitation,
  onNews,
}: {
  readonly invitation: Invitation;
  readonly onNews: (said: string) => void;
}) {
  const { problems, attempt, isBusy, act } = useAct(WithdrawInvitation);
  const { name, id: invitationId } = invitation;
  const send = async () => {
    if ((await act({ invitationId })) !== null) onNews(text.takenBack(name));
  };
  return (
    <TwoPresses
      {...{ problems, attempt, isBusy }}
      label={text.takeBack}
      about={text.takeBackAbout(name)}
      question={text.takeBackQuestion(name)}
      yes={text.yes}
      no={text.no}
      onSend={send}
    />
  );
}
