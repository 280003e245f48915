import { Page } from '../../components/Page.tsx';
import { Table, type Row } from '../../components/Table.tsx';
import { words } from '../../words/en.ts';

const text = words.listings.desk;

interface WaitingProps {
  readonly list: { readonly title: string; readonly empty: string; readonly caption: string };
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
  readonly total: number;
}

/** One list of the desk: what waits, the oldest first. */
export function Waiting({ list, headings, rows, total }: WaitingProps) {
  return (
    <Page title={list.title} back={{ to: '/desk', label: words.desk.back }}>
      {rows.length === 0 ? (
        <p className="govuk-body">{list.empty}</p>
      ) : (
        <Table caption={list.caption} columns={headings.map((heading) => ({ heading }))} rows={rows} />
      )}
      {total > rows.length && <p className="govuk-body">{text.more(rows.length)}</p>}
    </Page>
  );
}
