import { useNavigate } from 'react-router';

import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { Page } from '../../components/Page.tsx';
import { useAct } from '../../forms/use-act.ts';
import { graphql } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { AgreementPageFields, type AgreementOnPage } from './agreement.fields.ts';
import { AgreementGate } from './AgreementGate.tsx';
import { captionOf } from './agreement-headings.ts';
import { ReadBack, Replaced, useTermsAsRead } from './ReadBack.tsx';

const AcceptTerms = graphql(
  `
    mutation AcceptTerms($input: AcceptTermsInput!) {
      acceptTerms(input: $input) {
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

const text = words.agreement.acceptPage;

/** Reading the terms once more and accepting exactly this version. */
export function AcceptPage() {
  return <AgreementGate>{(agreement) => <Accept agreement={agreement} key={agreement.id} />}</AgreementGate>;
}

function Accept({ agreement }: { readonly agreement: AgreementOnPage }) {
  const navigate = useNavigate();
  const { terms, isReplaced } = useTermsAsRead(agreement);
  const { problems, attempt, isBusy, act } = useAct(AcceptTerms);

  const send = async () => {
    const done = await act({ agreementId: agreement.id, termsHash: terms.hash });
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
      <Form problems={problems} attempt={attempt} onSend={send}>
        <p className="govuk-body-l">{text.lead}</p>
        <ReadBack terms={terms} />
        <p className="govuk-body">{text.after}</p>
        {agreement.viewerCanAccept ? (
          <Button isBusy={isBusy}>{text.button}</Button>
        ) : (
          <p className="govuk-body">{text.cannot}</p>
        )}
      </Form>
    </Page>
  );
}
