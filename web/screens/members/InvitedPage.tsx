import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { Page } from '../../components/Page.tsx';
import { useAct } from '../../forms/use-act.ts';
import { useViewer } from '../../viewer/viewer.ts';
import { words } from '../../words/en.ts';
import { day } from '../../words/format.ts';
import {
  AcceptInvitation,
  DeclineInvitation,
  type FollowedInvitation,
  FollowedInvitationQuery,
} from './invitation.query.ts';

const text = words.invitations.answer;

/** Where the link of an invitation leads: who invites and to what, then yes or no. Opening it changes nothing. */
export function InvitedPage() {
  const { token = '' } = useParams();
  const [result, again] = useQuery({ query: FollowedInvitationQuery, variables: { token } });
  const [answer, setAnswer] = useState<string | null>(null);
  return (
    <Gate result={result} onRetry={again}>
      {({ followedInvitation: invitation }) => {
        if (answer !== null) return <Said title={text.title} sentence={answer} />;
        if (invitation === null) return <Said title={text.noTitle} sentence={text.no} />;
        if (invitation.state !== 'OPEN') return <Said title={text.title} sentence={text.over[invitation.state]} />;
        return (
          <Page title={text.title}>
            <What invitation={invitation} />
            <Answer token={token} onDone={setAnswer} />
            <p className="govuk-body-s">{text.works(day(invitation.expiresAt))}</p>
          </Page>
        );
      }}
    </Gate>
  );
}

function What({ invitation }: { readonly invitation: FollowedInvitation }) {
  const { invitedByName, aboutName, role, relation, maySee, mayDo, endsOn } = invitation;
  const facts = [
    ...(mayDo === null
      ? []
      : [
          { name: text.see, value: maySee.map((part) => words.circle.partsFor[part]).join(', ') || text.nothing },
          { name: text.do, value: text.may[mayDo] },
        ]),
    ...(endsOn === null ? [] : [{ name: text.until, value: day(endsOn) }]),
  ];
  return (
    <>
      <p className="govuk-body-l">
        {role === null
          ? text.circle(invitedByName, aboutName, relation ?? '')
          : text.role(invitedByName, aboutName, words.members.role[role])}
      </p>
      {facts.length > 0 && (
        <dl className="kith-facts">
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function Answer({ token, onDone }: { readonly token: string; readonly onDone: (sentence: string) => void }) {
  const viewer = useViewer();
  const yes = useAct(AcceptInvitation);
  const no = useAct(DeclineInvitation);
  const accept = async () => {
    if ((await yes.act({ token })) !== null) onDone(text.accepted);
  };
  const decline = async () => {
    if ((await no.act({ token })) !== null) onDone(text.declined);
  };
  return (
    <>
      {viewer === null ? (
        <>
          <a className="govuk-button" href={`/sign-in?return=/invited/${token}`}>
            {text.signIn}
          </a>
          <p className="govuk-body">{text.signInHint}</p>
        </>
      ) : (
        <Form problems={yes.problems} attempt={yes.attempt} onSend={accept}>
          <Button isBusy={yes.isBusy}>{text.accept}</Button>
        </Form>
      )}
      <Form problems={no.problems} attempt={no.attempt} onSend={decline}>
        <Button kind="SECONDARY" isBusy={no.isBusy}>
          {text.decline}
        </Button>
      </Form>
    </>
  );
}

function Said({ title, sentence }: { readonly title: string; readonly sentence: string }) {
  return (
    <Page title={title} step={sentence}>
      <p className="govuk-body-l">{sentence}</p>
      <p className="govuk-body">
        <Link className="govuk-link" to="/">
          {text.home}
        </Link>
      </p>
    </Page>
  );
}
