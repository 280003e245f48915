import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { readEntryForm } from '../../forms/entry-form.ts';
import { useAct } from '../../forms/use-act.ts';
import { graphql, type ResultOf } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { Changes } from './Changes.tsx';
import { EntryFields as Fields } from './EntryFields.tsx';
import { EntryFields } from './entry.fields.ts';
import { EditService, ListService } from './listings.query.ts';
import { ConflictFields, SuggestionFields } from './suggestion.query.ts';

const { edit: text, desk } = words.listings;
const back = { to: '/listings', label: words.listings.back };

const EditListingQuery = graphql(
  `
    query EditListing($serviceId: ID!) {
      service(id: $serviceId) {
        ...EntryFields
        viewerCanEdit
        suggestions(first: 20) {
          edges {
            node {
              ...SuggestionFields
            }
          }
        }
        conflicts(first: 20) {
          edges {
            node {
              ...ConflictFields
            }
          }
        }
      }
    }
  `,
  [EntryFields, SuggestionFields, ConflictFields],
);

type Entry = NonNullable<ResultOf<typeof EditListingQuery>['service']>;

/** Changing an entry, with what others say about it above. */
export function EditListingPage() {
  const { serviceId = '' } = useParams();
  const [result, again] = useQuery({ query: EditListingQuery, variables: { serviceId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ service }) => (service?.viewerCanEdit === true ? <Edit service={service} /> : <NotFound />)}
    </Gate>
  );
}

function Edit({ service }: { readonly service: Entry }) {
  const navigate = useNavigate();
  const { problems, attempt, isBusy, refuse, act } = useAct(EditService);
  const send = async (form: FormData) => {
    const read = readEntryForm(form);
    if (!read.ok) return refuse(read.problems);
    const done = await act({ serviceId: service.id, entry: read.value.entry });
    if (done !== null) void navigate('/listings');
  };
  return (
    <Page title={text.title} caption={service.name} back={back} hasProblems={problems.length > 0}>
      <OthersSay service={service} />
      <div className="kith-form-narrow">
        <Form problems={problems} attempt={attempt} onSend={send}>
          <p className="govuk-body">{text.public}</p>
          <Fields start={service} problems={problems} />
          <Button isBusy={isBusy}>{text.save}</Button>
        </Form>
      </div>
    </Page>
  );
}

function OthersSay({ service }: { readonly service: Entry }) {
  const conflicts = service.conflicts.edges.map(({ node }) => node);
  return (
    <>
      {service.suggestions.edges.map(({ node }) => (
        <div key={node.id}>
          <h2 className="govuk-heading-m">{text.suggested}</h2>
          <p className="govuk-body">{node.why}</p>
          <Changes
            caption={text.suggested}
            headings={{ was: desk.was, other: desk.suggested }}
            changes={node.changes.map(({ field, label, was, suggested }) => ({
              id: field,
              label,
              was,
              other: suggested,
            }))}
          />
          <p className="govuk-body">{text.suggestedLead}</p>
        </div>
      ))}
      {conflicts.length > 0 && (
        <section aria-label={text.clashes}>
          <h2 className="govuk-heading-m">{text.clashes}</h2>
          <Changes
            caption={text.clashes}
            headings={{ was: desk.ours, other: desk.theirs }}
            changes={conflicts.map(({ id, label, ours, theirs }) => ({ id, label, was: ours, other: theirs }))}
          />
          <p className="govuk-body">{text.clashesLead}</p>
        </section>
      )}
    </>
  );
}

/** Adding something that an organisation offers. */
export function NewListingPage() {
  const { organisationId = '' } = useParams();
  const navigate = useNavigate();
  const { problems, attempt, isBusy, refuse, act } = useAct(ListService);
  const send = async (form: FormData) => {
    const read = readEntryForm(form);
    if (!read.ok) return refuse(read.problems);
    const done = await act({ organisationId, entry: read.value.entry });
    if (done?.service) void navigate(`/services/${done.service.id}`);
  };
  return (
    <Page title={text.newTitle} back={back} hasProblems={problems.length > 0}>
      <div className="kith-form-narrow">
        <Form problems={problems} attempt={attempt} onSend={send}>
          <p className="govuk-body">{text.public}</p>
          <Fields start={null} problems={problems} />
          <Button isBusy={isBusy}>{text.save}</Button>
        </Form>
      </div>
    </Page>
  );
}
