import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Button } from '../../components/Button.tsx';
import { Checkboxes } from '../../components/Choices.tsx';
import { Details } from '../../components/Details.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { Select, TextArea } from '../../components/Input.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { SummaryList } from '../../components/SummaryList.tsx';
import { problemOf, textOf } from '../../forms/fields.ts';
import { useAct } from '../../forms/use-act.ts';
import { graphql } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { Changes } from '../listings/Changes.tsx';
import { SuggestionFields, type SuggestionOnPage } from '../listings/suggestion.query.ts';

const text = words.listings.desk;

const SuggestionQuery = graphql(
  `
    query Suggestion($id: ID!) {
      suggestion(id: $id) {
        ...SuggestionFields
      }
    }
  `,
  [SuggestionFields],
);

const AcceptSuggestion = graphql(`
  mutation AcceptSuggestion($input: AcceptSuggestionInput!) {
    acceptSuggestion(input: $input) {
      suggestion {
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

const DeclineSuggestion = graphql(`
  mutation DeclineSuggestion($input: DeclineSuggestionInput!) {
    declineSuggestion(input: $input) {
      suggestion {
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

/** One suggestion: what the entry says beside what it should say, and the decision. */
export function SuggestionPage() {
  const { suggestionId = '' } = useParams();
  const [result, again] = useQuery({ query: SuggestionQuery, variables: { id: suggestionId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ suggestion }) => (suggestion === null ? <NotFound /> : <Shown suggestion={suggestion} />)}
    </Gate>
  );
}

function Shown({ suggestion }: { readonly suggestion: SuggestionOnPage }) {
  const { changes, service } = suggestion;
  return (
    <Page
      title={service?.name ?? changes[0]?.suggested ?? text.kind.LISTING}
      caption={text.kind[suggestion.kind]}
      back={{ to: '/desk/suggestions', label: text.back.suggestions }}
    >
      <SummaryList
        rows={[
          { key: text.runBy, value: suggestion.organisation?.name ?? suggestion.organisationName },
          { key: text.why, value: suggestion.why },
          { key: text.contact, value: suggestion.contact ?? text.notSaid },
        ]}
      />
      <Changes
        caption={text.what}
        headings={{ was: text.was, other: text.suggested }}
        changes={changes.map(({ field, label, was, suggested, hasChangedSince }) => ({
          ...{ id: field, label, was, other: suggested },
          note: hasChangedSince ? text.changedSince : undefined,
        }))}
      />
      {suggestion.viewerCanDecide ? (
        <>
          <Accept suggestion={suggestion} />
          <Decline suggestionId={suggestion.id} />
        </>
      ) : (
        <p className="govuk-body">
          {text.decided[suggestion.state]}
          {suggestion.reason !== null && `: ${suggestion.reason}`}
        </p>
      )}
    </Page>
  );
}

const kinds = ['COMMUNITY_GROUP', 'PROVIDER', 'ADVICE', 'UNSORTED'] as const;

function Accept({ suggestion }: { readonly suggestion: SuggestionOnPage }) {
  const navigate = useNavigate();
  const { problems, attempt, isBusy, act } = useAct(AcceptSuggestion);
  const { changes, id } = suggestion;
  const isNew = suggestion.kind === 'LISTING';
  const send = async (form: FormData) => {
    const chosen = form.getAll('fields');
    const fields = changes.map(({ field }) => field).filter((field) => changes.length === 1 || chosen.includes(field));
    const kind = kinds.find((each) => each === textOf(form, 'kind'));
    if ((await act({ suggestionId: id, fields, ...(kind === undefined ? {} : { kind }) })) !== null)
      void navigate('/desk/suggestions');
  };
  return (
    <Form problems={problems} attempt={attempt} onSend={send}>
      {changes.length > 1 && (
        <Checkboxes
          id="fields"
          label={text.take}
          values={changes.map(({ field }) => field)}
          choices={changes.map(({ field, label }) => ({ value: field, label }))}
          problem={problemOf(problems, 'fields')}
        />
      )}
      {isNew && (
        <Select
          id="kind"
          label={text.kindOf}
          choices={kinds.map((value) => ({ value, label: words.find.kind[value] }))}
        />
      )}
      <Button isBusy={isBusy}>{text.accept}</Button>
    </Form>
  );
}

function Decline({ suggestionId }: { readonly suggestionId: string }) {
  const navigate = useNavigate();
  const { problems, attempt, isBusy, act } = useAct(DeclineSuggestion);
  const send = async (form: FormData) => {
    if ((await act({ suggestionId, reason: textOf(form, 'reason') })) !== null) void navigate('/desk/suggestions');
  };
  return (
    <Details summary={text.declineTitle} isOpen={problems.length > 0}>
      <Form problems={problems} attempt={attempt} onSend={send}>
        <TextArea id="reason" label={text.reason} rows={3} problem={problemOf(problems, 'reason')} />
        <Button kind="SECONDARY" isBusy={isBusy}>
          {text.decline}
        </Button>
      </Form>
    </Details>
  );
}
