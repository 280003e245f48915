import { Button } from '../../components/Button.tsx';
import { Table } from '../../components/Table.tsx';
import { words } from '../../words/en.ts';
import { moment } from '../../words/format.ts';
import type { LookOnPage, RecordOnPage } from './record.query.ts';

const text = words.record.looks;

interface LookListProps {
  readonly looks: RecordOnPage['looks'];
  readonly name: string;
  readonly isMine: boolean;
  readonly isFirst: boolean;
  readonly onPage: (after: string | null) => void;
}

/** Who looked, newest first, a page at a time. */
export function LookList({ looks, name, isMine, isFirst, onPage }: LookListProps) {
  const { hasNextPage, endCursor } = looks.pageInfo;
  const rows = looks.edges.map(({ node }) => ({
    id: node.id,
    cells: [
      moment(node.lastAt),
      whoOf(node),
      `${words.record.parts[node.part]}${text.times(node.times)}`,
      node.purpose,
    ],
  }));
  const columns = [text.when, text.who, text.what, text.purpose].map((heading) => ({ heading }));
  return (
    <section>
      <h2 className="govuk-heading-m">{text.heading}</h2>
      <p className="govuk-body">{text.lead}</p>
      {rows.length > 0 ? (
        <Table caption={text.caption} columns={columns} rows={rows} />
      ) : (
        <p className="govuk-body">{isMine ? text.empty : text.hidden(name)}</p>
      )}
      {hasNextPage && (
        <Button kind="SECONDARY" type="button" onClick={() => onPage(endCursor)}>
          {text.earlier}
        </Button>
      )}
      {!isFirst && (
        <Button kind="SECONDARY" type="button" onClick={() => onPage(null)}>
          {text.latest}
        </Button>
      )}
    </section>
  );
}

function whoOf({ viewerName, organisation, role }: LookOnPage): string {
  if (organisation) return text.forWhom(viewerName, organisation.name);
  return role === null ? viewerName : text.asRelation(viewerName, role);
}
