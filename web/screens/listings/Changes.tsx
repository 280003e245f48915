import { Table } from '../../components/Table.tsx';
import { words } from '../../words/en.ts';

const text = words.listings.desk;

/** One part of an entry, said in two ways. */
export interface Change {
  readonly id: string;
  readonly label: string;
  readonly was: string;
  readonly other: string;
  readonly note?: string | undefined;
}

interface ChangesProps {
  readonly caption: string;
  readonly headings: { readonly was: string; readonly other: string };
  readonly changes: readonly Change[];
}

/** What an entry says beside what it should say: whole values side by side, since a mark inside a number is misread. */
export function Changes({ caption, headings, changes }: ChangesProps) {
  return (
    <Table
      caption={caption}
      isCaptionHidden
      columns={[{ heading: text.field }, { heading: headings.was }, { heading: headings.other }]}
      rows={changes.map(({ id, label, was, other, note }) => ({
        id,
        cells: [
          label,
          <Lines value={was} key="was" />,
          <span key="other">
            <strong>
              <Lines value={other} />
            </strong>
            {note !== undefined && <span className="govuk-hint"> {note}</span>}
          </span>,
        ],
      }))}
    />
  );
}

function Lines({ value }: { readonly value: string }) {
  return (
    <>
      {value.split('\n').map((line) => (
        <span className="kith-line" key={line}>
          {line}
        </span>
      ))}
    </>
  );
}
