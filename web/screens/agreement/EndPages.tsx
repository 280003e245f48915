import { useNavigate } from 'react-router';

import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { TextArea } from '../../components/Input.tsx';
import { Page } from '../../components/Page.tsx';
import { problemOf, textOf } from '../../forms/fields.ts';
import { useAct } from '../../forms/use-act.ts';
import { graphql } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { AgreementPageFields, type AgreementOnPage } from './agreement.fields.ts';
import { AgreementGate } from './AgreementGate.tsx';
import { captionOf } from './agreement-headings.ts';
import { Replaced, useTermsAsRead } from './ReadBack.tsx';

const DeclineTerms = graphql(
  `
    mutation DeclineTerms($input: DeclineTermsInput!) {
      declineTerms(input: $input) {
        agreement {
          id
          ...AgreementPageFields
        }
        userErrors {
          message
          field
        }
      }
    }
  `,
  [AgreementPageFields],
);

const WithdrawAgreement = graphql(
  `
    mutation WithdrawAgreement($input: WithdrawAgreementInput!) {
      withdrawAgreement(input: $input) {
        agreement {
          id
          ...AgreementPageFields
        }
        userErrors {
          message
          field
        }
      }
    }
  `,
  [AgreementPageFields],
);

interface AboutAgreement {
  readonly agreement: AgreementOnPage;
}

/** Saying no to the open terms, with a reason. */
export function DeclinePage() {
  return <AgreementGate>{(agreement) => <Decline agreement={agreement} key={agreement.id} />}</AgreementGate>;
}

/** Stopping an agreement that has not been signed by all. */
export function WithdrawPage() {
  return <AgreementGate>{(agreement) => <Withdraw agreement={agreement} key={agreement.id} />}</AgreementGate>;
}

function Decline({ agreement }: AboutAgreement) {
  const text = words.agreement.declinePage;
  const navigate = useNavigate();
  const { terms, isReplaced } = useTermsAsRead(agreement);
  const { problems, attempt, isBusy, refuse, act } = useAct(DeclineTerms);
  const send = async (form: FormData) => {
    const reason = textOf(form, 'reason');
    if (reason === '') return refuse([{ message: text.need, field: ['reason'] }]);
    const done = await act({ agreementId: agreement.id, termsHash: terms.hash, reason });
    if (done !== null) void navigate(`/agreements/${agreement.id}`);
  };
  return (
    <Page
      title={text.title}
      caption={captionOf(agreement)}
      about={agreement.individual}
      back={{ to: `/agreements/${agreement.id}`, label: words.back.agreement }}
      hasProblems={problems.length > 0}
    >
      {isReplaced && <Replaced agreementId={agreement.id} />}
      <p className="govuk-body">{agreement.viewerCanDecline ? text.lead : text.cannot}</p>
      {agreement.viewerCanDecline && (
        <Form problems={problems} attempt={attempt} onSend={send}>
          <TextArea id="reason" label={text.label} hint={text.hint} problem={problemOf(problems, 'reason')} />
          <Button kind="WARNING" isBusy={isBusy}>
            {text.button}
          </Button>
        </Form>
      )}
    </Page>
  );
}

function Withdraw({ agreement }: AboutAgreement) {
  const text = words.agreement.withdrawPage;
  const navigate = useNavigate();
  const { problems, attempt, isBusy, refuse, act } = useAct(WithdrawAgreement);
  const send = async (form: FormData) => {
    const reason = textOf(form, 'reason');
    if (reason === '') return refuse([{ message: text.need, field: ['reason'] }]);
    const done = await act({ agreementId: agreement.id, reason });
    if (done !== null) void navigate(`/agreements/${agreement.id}`);
  };
  return (
    <Page
      title={text.title}
      caption={captionOf(agreement)}
      about={agreement.individual}
      back={{ to: `/agreements/${agreement.id}`, label: words.back.agreement }}
      hasProblems={problems.length > 0}
    >
      <p className="govuk-body">{agreement.viewerCanWithdraw ? text.lead : text.cannot}</p>
      {agreement.viewerCanWithdraw && (
        <Form problems={problems} attempt={attempt} onSend={send}>
          <TextArea id="reason" label={text.label} hint={text.hint} problem={problemOf(problems, 'reason')} />
          <Button kind="WARNING" isBusy={isBusy}>
            {text.button}
          </Button>
        </Form>
      )}
    </Page>
  );
}
