import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Button } from '../../components/Button.tsx';
import { Checkboxes } from '../../components/Choices.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { Input, Select } from '../../components/Input.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { dateOf, problemOf, textOf } from '../../forms/fields.ts';
import { useAct } from '../../forms/use-act.ts';
import { graphql, type ResultOf } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { Registration } from '../find/Registration.tsx';

const text = words.desk.registration;

const RegisteredQuery = graphql(`
  query Registered($serviceId: ID!) {
    viewer {
      directoryDesk {
        __typename
      }
    }
    service(id: $serviceId) {
      id
      name
      organisation {
        id
        name
      }
      registrations {
        id
        summary
        isNewest
      }
    }
  }
`);

const RecordRegistration = graphql(`
  mutation RecordRegistration($input: RecordRegistrationInput!) {
    recordRegistration(input: $input) {
      organisation {
        id
      }
      userErrors {
        message
        field
      }
    }
  }
`);

type Registered = NonNullable<ResultOf<typeof RegisteredQuery>['service']>;

const regulators = Object.keys(text.regulators) as (keyof typeof text.regulators)[];
const statuses = Object.keys(text.statuses) as (keyof typeof text.statuses)[];
const activities = Object.keys(text.activities) as (keyof typeof text.activities)[];
const choices = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** What registers say of an entry, and a form to write down what one says today. */
export function RegistrationPage() {
  const { serviceId = '' } = useParams();
  const [result, again] = useQuery({ query: RegisteredQuery, variables: { serviceId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ service, viewer }) =>
        service === null || !viewer?.directoryDesk ? (
          <NotFound />
        ) : (
          <Page title={text.title} caption={service.name} back={{ to: `/desk/stale/${service.id}`, label: text.back }}>
            <h2 className="govuk-heading-m">{text.known}</h2>
            <div className="govuk-body">
              <Registration registrations={service.registrations} />
            </div>
            <RegistrationForm service={service} />
          </Page>
        )
      }
    </Gate>
  );
}

function RegistrationForm({ service }: { readonly service: Registered }) {
  const navigate = useNavigate();
  const { problems, attempt, isBusy, act } = useAct(RecordRegistration);
  const send = async (form: FormData) => {
    const done = await act({
      organisationId: service.organisation.id,
      serviceId: service.id,
      regulator: regulators.find((each) => each === textOf(form, 'regulator')) ?? 'CQC',
      identifier: textOf(form, 'identifier'),
      status: statuses.find((each) => each === textOf(form, 'status')) ?? 'UNKNOWN',
      activities: activities.filter((each) => form.getAll('activities').includes(each)),
      rating: textOf(form, 'rating') || null,
      ratedOn: dateOf(form, 'ratedOn') || null,
      source: textOf(form, 'source'),
    });
    if (done !== null) void navigate(`/desk/stale/${service.id}`);
  };
  const problem = (id: string) => problemOf(problems, id);
  return (
    <div className="kith-form-narrow">
      <h2 className="govuk-heading-m">{text.heading}</h2>
      <p className="govuk-body">{text.hint}</p>
      <Form problems={problems} attempt={attempt} onSend={send}>
        <Select id="regulator" label={text.regulator} choices={choices(text.regulators)} />
        <Input id="identifier" label={text.identifier} problem={problem('identifier')} />
        <Select id="status" label={text.status} choices={choices(text.statuses)} />
        <Checkboxes id="activities" label={text.activity} hint={text.activityHint} choices={choices(text.activities)} />
        <Input id="rating" label={text.rating} hint={text.ratingHint} problem={problem('rating')} />
        <DateInput id="ratedOn" label={text.ratedOn} problem={problem('ratedOn')} />
        <Input id="source" label={text.source} hint={text.sourceHint} problem={problem('source')} />
        <Button isBusy={isBusy}>{text.record}</Button>
      </Form>
    </div>
  );
}
