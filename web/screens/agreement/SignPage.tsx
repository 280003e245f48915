import { useNavigate } from 'react-router';

import { Button } from '../../components/Button.tsx';
import { Checkboxes, Radios } from '../../components/Choices.tsx';
import { Form } from '../../components/Form.tsx';
import { Input } from '../../components/Input.tsx';
import { Page } from '../../components/Page.tsx';
import { problemOf } from '../../forms/fields.ts';
import { readSignForm } from '../../forms/sign-form.ts';
import { useAct, type FieldProblem } from '../../forms/use-act.ts';
import { graphql } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { AgreementPageFields, type AgreementOnPage } from './agreement.fields.ts';
import { AgreementGate } from './AgreementGate.tsx';
import { captionOf } from './agreement-headings.ts';
import { ReadBack, Replaced, useTermsAsRead } from './ReadBack.tsx';

const SignAgreement = graphql(
  `
    mutation SignAgreement($input: SignAgreementInput!) {
      signAgreement(input: $input) {
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

const text = words.agreement.signPage;

/** Reading the agreed terms back and signing exactly this version. */
export function SignPage() {
  return <AgreementGate>{(agreement) => <Sign agreement={agreement} key={agreement.id} />}</AgreementGate>;
}

function Sign({ agreement }: { readonly agreement: AgreementOnPage }) {
  const navigate = useNavigate();
  const { terms, isReplaced } = useTermsAsRead(agreement);
  const { problems, attempt, isBusy, refuse, act } = useAct(SignAgreement);

  const send = async (form: FormData) => {
    const read = readSignForm(form);
    if (!read.ok) return refuse(read.problems);
    const done = await act({ agreementId: agreement.id, termsHash: terms.hash, ...read.value });
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
        {agreement.viewerCanSign ? (
          <SignFields isForOneself={agreement.viewerRole === 'INDIVIDUAL'} problems={problems} isBusy={isBusy} />
        ) : (
          <p className="govuk-body">{text.cannot}</p>
        )}
      </Form>
    </Page>
  );
}

interface SignFieldsProps {
  readonly isForOneself: boolean;
  readonly problems: readonly FieldProblem[];
  readonly isBusy: boolean;
}

function SignFields({ isForOneself, problems, isBusy }: SignFieldsProps) {
  return (
    <>
      {isForOneself && (
        <Radios
          id="method"
          label={text.how}
          value="TYPED"
          choices={[
            { value: 'TYPED', label: text.typed },
            { value: 'WITNESSED', label: text.witnessed, hint: text.witnessedHint },
          ]}
        />
      )}
      <Input
        id="typedName"
        label={text.name}
        hint={text.nameHint}
        width={20}
        autoComplete="name"
        problem={problemOf(problems, 'typedName')}
      />
      <Checkboxes
        id="hasRead"
        label={text.before}
        choices={[{ value: 'yes', label: text.understand }]}
        problem={problemOf(problems, 'hasRead')}
      />
      <p className="govuk-hint">{text.change}</p>
      <Button isBusy={isBusy}>{text.button}</Button>
    </>
  );
}
