import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';

import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { Input, TextArea } from '../../components/Input.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { problemOf, textOf } from '../../forms/fields.ts';
import { useAct } from '../../forms/use-act.ts';
import { graphql, type ResultOf } from '../../graphql.ts';
import { useViewer } from '../../viewer/viewer.ts';
import { words } from '../../words/en.ts';

const text = words.listings.claim;

const ClaimQuery = graphql(`
  query ClaimPage($organisationId: ID!) {
    organisation(id: $organisationId) {
      id
      name
      viewerCanClaim
    }
  }
`);

const ClaimOrganisation = graphql(`
  mutation ClaimOrganisation($input: ClaimOrganisationInput!) {
    claimOrganisation(input: $input) {
      claim {
        id
        state
      }
      userErrors {
        message
        field
      }
    }
  }
`);

type Organisation = NonNullable<ResultOf<typeof ClaimQuery>['organisation']>;

/** Asking to look after an organisation's entries. */
export function ClaimPage() {
  const { organisationId = '' } = useParams();
  const [isSent, setSent] = useState(false);
  const viewer = useViewer();
  const [result, again] = useQuery({ query: ClaimQuery, variables: { organisationId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ organisation }) => {
        if (organisation === null) return <NotFound />;
        if (isSent) {
          return (
            <Page title={text.done} back={{ to: '/find', label: words.back.plain }} step="sent">
              <p className="govuk-body">{text.doneText}</p>
            </Page>
          );
        }
        if (viewer !== null && organisation.viewerCanClaim) {
          return <Claim organisation={organisation} onDone={() => setSent(true)} />;
        }
        return (
          <Page title={text.title} caption={organisation.name} back={{ to: '/find', label: words.back.plain }}>
            <p className="govuk-body">{viewer === null ? text.signIn : text.not}</p>
            {viewer === null && (
              <a className="govuk-button" href="/sign-in">
                {words.account.signIn}
              </a>
            )}
          </Page>
        );
      }}
    </Gate>
  );
}

interface ClaimProps {
  readonly organisation: Organisation;
  readonly onDone: () => void;
}

function Claim({ organisation, onDone }: ClaimProps) {
  const { problems, attempt, isBusy, act } = useAct(ClaimOrganisation);
  const send = async (form: FormData) => {
    const said = { role: textOf(form, 'role'), evidence: textOf(form, 'evidence') };
    const done = await act({ organisationId: organisation.id, ...said });
    if (done !== null) onDone();
  };
  return (
    <Page
      title={text.title}
      caption={organisation.name}
      back={{ to: '/find', label: words.back.plain }}
      hasProblems={problems.length > 0}
    >
      <div className="kith-form-narrow">
        <p className="govuk-body-l">{text.lead(organisation.name)}</p>
        <Form problems={problems} attempt={attempt} onSend={send}>
          <Input id="role" label={text.role} hint={text.roleHint} problem={problemOf(problems, 'role')} />
          <TextArea
            id="evidence"
            label={text.evidence}
            hint={text.evidenceHint}
            problem={problemOf(problems, 'evidence')}
          />
          <Button isBusy={isBusy}>{text.send}</Button>
        </Form>
      </div>
    </Page>
  );
}
