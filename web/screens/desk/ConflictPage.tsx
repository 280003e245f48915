import { Link, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { useAct } from '../../forms/use-act.ts';
import { graphql } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { Changes } from '../listings/Changes.tsx';
import { ConflictFields, type ConflictOnPage } from '../listings/suggestion.query.ts';

const text = words.listings.desk;

const ConflictQuery = graphql(
  `
    query Conflict($id: ID!) {
      editConflict(id: $id) {
        ...ConflictFields
      }
    }
  `,
  [ConflictFields],
);

const ResolveConflict = graphql(`
  mutation ResolveConflict($input: ResolveConflictInput!) {
    resolveConflict(input: $input) {
      conflict {
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

/** One difference between an entry and its publisher's list, and the decision. */
export function ConflictPage() {
  const { conflictId = '' } = useParams();
  const [result, again] = useQuery({ query: ConflictQuery, variables: { id: conflictId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ editConflict }) => (editConflict === null ? <NotFound /> : <Shown conflict={editConflict} />)}
    </Gate>
  );
}

function Shown({ conflict }: { readonly conflict: ConflictOnPage }) {
  const { id, label, ours, theirs, service, organisation } = conflict;
  return (
    <Page
      title={service?.name ?? organisation.name}
      caption={organisation.name}
      back={{ to: '/desk/conflicts', label: text.back.conflicts }}
    >
      <Changes
        caption={label}
        headings={{ was: text.ours, other: text.theirs }}
        changes={[{ id, label, was: ours, other: theirs }]}
      />
      {service !== null && (
        <p className="govuk-body">
          <Link className="govuk-link" to={`/services/${service.id}`}>
            {service.name}
          </Link>
        </p>
      )}
      {conflict.viewerCanDecide ? (
        <div className="govuk-button-group">
          <Choose conflictId={id} choice="KEEP_OURS" label={text.keepOurs} />
          <Choose conflictId={id} choice="TAKE_THEIRS" label={text.takeTheirs} />
        </div>
      ) : (
        <p className="govuk-body">{text.decidedConflict[conflict.state]}</p>
      )}
    </Page>
  );
}

interface ChooseProps {
  readonly conflictId: string;
  readonly choice: 'KEEP_OURS' | 'TAKE_THEIRS';
  readonly label: string;
}

function Choose({ conflictId, choice, label }: ChooseProps) {
  const navigate = useNavigate();
  const { problems, attempt, isBusy, act } = useAct(ResolveConflict);
  const send = async () => {
    if ((await act({ conflictId, choice })) !== null) void navigate('/desk/conflicts');
  };
  // Neither is the main one: the editor has no side.
  return (
    <Form problems={problems} attempt={attempt} onSend={send}>
      <Button kind="SECONDARY" isBusy={isBusy}>
        {label}
      </Button>
    </Form>
  );
}
