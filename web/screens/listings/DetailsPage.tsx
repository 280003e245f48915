import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { Input, TextArea } from '../../components/Input.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { problemOf, textOf } from '../../forms/fields.ts';
import { useAct, type FieldProblem } from '../../forms/use-act.ts';
import { graphql, type ResultOf } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { EditOrganisation } from './listings.query.ts';

const { edit: text, field, back } = words.listings;

const DetailsQuery = graphql(`
  query OrganisationDetails($organisationId: ID!) {
    organisation(id: $organisationId) {
      id
      name
      description
      website
      email
      phone
      viewerCanEdit
    }
  }
`);

type Organisation = NonNullable<ResultOf<typeof DetailsQuery>['organisation']>;

/** Changing an organisation's own details. */
export function DetailsPage() {
  const { organisationId = '' } = useParams();
  const [result, again] = useQuery({ query: DetailsQuery, variables: { organisationId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ organisation }) =>
        organisation?.viewerCanEdit === true ? <Edit organisation={organisation} /> : <NotFound />
      }
    </Gate>
  );
}

const lines = ['phone', 'email', 'website'] as const;

function Edit({ organisation }: { readonly organisation: Organisation }) {
  const navigate = useNavigate();
  const { problems, attempt, isBusy, act } = useAct(EditOrganisation);
  const send = async (form: FormData) => {
    const written = (name: string) => textOf(form, `details-${name}`);
    const details = { name: written('name'), description: written('description') };
    const reached = { phone: written('phone'), email: written('email'), website: written('website') };
    const done = await act({ organisationId: organisation.id, details: { ...details, ...reached } });
    if (done !== null) void navigate('/listings');
  };
  return (
    <Page
      title={text.detailsTitle}
      caption={organisation.name}
      back={{ to: '/listings', label: back }}
      hasProblems={problems.length > 0}
    >
      <div className="kith-form-narrow">
        <Form problems={problems} attempt={attempt} onSend={send}>
          <p className="govuk-body">{text.public}</p>
          <DetailFields organisation={organisation} problems={problems} />
          <Button isBusy={isBusy}>{text.save}</Button>
        </Form>
      </div>
    </Page>
  );
}

interface DetailFieldsProps {
  readonly organisation: Organisation;
  readonly problems: readonly FieldProblem[];
}

function DetailFields({ organisation, problems }: DetailFieldsProps) {
  const problem = (name: string) => problemOf(problems, `details-${name}`);
  return (
    <>
      <Input id="details-name" label={field.name} value={organisation.name} problem={problem('name')} />
      <TextArea
        id="details-description"
        label={field.description}
        value={organisation.description ?? ''}
        problem={problem('description')}
      />
      {lines.map((name) => (
        <Input
          id={`details-${name}`}
          label={field[name]}
          value={organisation[name] ?? ''}
          problem={problem(name)}
          key={name}
        />
      ))}
    </>
  );
}
