import { useState } from 'react';
import { useQuery } from 'urql';

import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { Input } from '../../components/Input.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { problemOf, textOf } from '../../forms/fields.ts';
import { useAct } from '../../forms/use-act.ts';
import { graphql, type ResultOf } from '../../graphql.ts';
import { words } from '../../words/en.ts';

const text = words.freshness.policy;

const PoliciesQuery = graphql(`
  query FreshnessPolicies {
    viewer {
      directoryDesk {
        freshnessPolicies {
          freshMonths
          staleMonths
          hiddenMonths
          isDefault
          authority {
            id
            name
          }
        }
      }
    }
  }
`);

const SetFreshnessPolicy = graphql(`
  mutation SetFreshnessPolicy($input: SetFreshnessPolicyInput!) {
    setFreshnessPolicy(input: $input) {
      authority {
        id
      }
      userErrors {
        message
        field
      }
    }
  }
`);

/** After how many months without a check an entry is old, for each authority whose editor looks. */
export function FreshnessPolicyPage() {
  const [result, again] = useQuery({ query: PoliciesQuery });
  return (
    <Gate result={result} onRetry={again}>
      {({ viewer }) => {
        const policies = viewer?.directoryDesk?.freshnessPolicies;
        if (policies === undefined) return <NotFound />;
        return (
          <Page title={text.title} back={{ to: '/desk', label: words.desk.back }}>
            {policies.map((policy) => (
              <PolicyForm policy={policy} key={policy.authority.id} />
            ))}
          </Page>
        );
      }}
    </Gate>
  );
}

type Policy = NonNullable<
  NonNullable<ResultOf<typeof PoliciesQuery>['viewer']>['directoryDesk']
>['freshnessPolicies'][number];

const steps = ['freshMonths', 'staleMonths', 'hiddenMonths'] as const;

/** The numbers as typed; what is no number is sent as none, so that the API says what is wrong. */
function monthsIn(form: FormData) {
  const [freshMonths = 0, staleMonths = 0, hiddenMonths = 0] = steps.map((step) =>
    /^\d{1,4}$/.test(textOf(form, step)) ? Number(textOf(form, step)) : 0,
  );
  return { freshMonths, staleMonths, hiddenMonths };
}

function PolicyForm({ policy }: { readonly policy: Policy }) {
  const { problems, attempt, isBusy, act } = useAct(SetFreshnessPolicy);
  const [isSaved, setSaved] = useState(false);
  const send = async (form: FormData) => {
    setSaved(false);
    const months = monthsIn(form);
    setSaved((await act({ authorityId: policy.authority.id, ...months })) !== null);
  };
  return (
    <section className="kith-form-narrow">
      <p className="govuk-body-l">{text.lead(policy.authority.name)}</p>
      {policy.isDefault && <p className="govuk-body">{text.isDefault}</p>}
      <Form problems={problems} attempt={attempt} onSend={send}>
        {steps.map((step) => (
          <Input
            key={step}
            id={step}
            label={text[step]}
            hint={step === 'hiddenMonths' ? text.hiddenHint : undefined}
            width={3}
            isNumeric
            value={String(policy[step])}
            problem={problemOf(problems, step)}
          />
        ))}
        <Button isBusy={isBusy}>{text.save}</Button>
      </Form>
      {isSaved && (
        <p className="govuk-body" role="status">
          {text.saved}
        </p>
      )}
    </section>
  );
}
