import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Button } from '../../components/Button.tsx';
import { Details } from '../../components/Details.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { TextArea } from '../../components/Input.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { SummaryList } from '../../components/SummaryList.tsx';
import { problemOf, textOf } from '../../forms/fields.ts';
import { useAct } from '../../forms/use-act.ts';
import { graphql } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { ClaimFields, type ClaimOnPage } from './keeping-lists.query.ts';

const text = words.listings.desk;

const ClaimQuery = graphql(
  `
    query Claim($id: ID!) {
      claim(id: $id) {
        ...ClaimFields
      }
    }
  `,
  [ClaimFields],
);

const VerifyClaim = graphql(`
  mutation VerifyClaim($input: VerifyClaimInput!) {
    verifyClaim(input: $input) {
      claim {
        id
        state
        viewerCanDecide
      }
      userErrors {
        message
        field
      }
    }
  }
`);

const DeclineClaim = graphql(`
  mutation DeclineClaim($input: DeclineClaimInput!) {
    declineClaim(input: $input) {
      claim {
        id
        state
        reason
        viewerCanDecide
      }
      userErrors {
        message
        field
      }
    }
  }
`);

/** One claim: who asks, how it can be checked, and the decision. */
export function ClaimDecisionPage() {
  const { claimId = '' } = useParams();
  const [result, again] = useQuery({ query: ClaimQuery, variables: { id: claimId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ claim }) => (claim === null ? <NotFound /> : <Shown claim={claim} />)}
    </Gate>
  );
}

function Shown({ claim }: { readonly claim: ClaimOnPage }) {
  return (
    <Page title={claim.organisation?.name ?? words.unknown} back={{ to: '/desk/claims', label: text.back.claims }}>
      <SummaryList
        rows={[
          { key: text.claimant, value: claim.claimantName },
          { key: text.role, value: claim.role },
          { key: text.evidence, value: claim.evidence },
        ]}
      />
      {claim.rivals > 0 && <p className="govuk-inset-text">{text.rivals(claim.rivals)}</p>}
      {claim.viewerCanDecide ? (
        <>
          <Verify claimId={claim.id} />
          <Decline claimId={claim.id} />
        </>
      ) : (
        <p className="govuk-body">
          {words.listings.claimState[claim.state]}
          {claim.reason !== null && `: ${claim.reason}`}
        </p>
      )}
    </Page>
  );
}

function Verify({ claimId }: { readonly claimId: string }) {
  const navigate = useNavigate();
  const { problems, attempt, isBusy, act } = useAct(VerifyClaim);
  const send = async () => {
    if ((await act({ claimId })) !== null) void navigate('/desk/claims');
  };
  return (
    <Form problems={problems} attempt={attempt} onSend={send}>
      <Button isBusy={isBusy}>{text.verify}</Button>
    </Form>
  );
}

function Decline({ claimId }: { readonly claimId: string }) {
  const navigate = useNavigate();
  const { problems, attempt, isBusy, act } = useAct(DeclineClaim);
  const send = async (form: FormData) => {
    if ((await act({ claimId, reason: textOf(form, 'reason') })) !== null) void navigate('/desk/claims');
  };
  return (
    <Details summary={text.refuse} isOpen={problems.length > 0}>
      <Form problems={problems} attempt={attempt} onSend={send}>
        <TextArea id="reason" label={text.reason} rows={3} problem={problemOf(problems, 'reason')} />
        <Button kind="SECONDARY" isBusy={isBusy}>
          {text.refuse}
        </Button>
      </Form>
    </Details>
  );
}
