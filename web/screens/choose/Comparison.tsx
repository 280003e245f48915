import { useState } from 'react';

import { Details } from '../../components/Details.tsx';
import { SummaryList } from '../../components/SummaryList.tsx';
import { useWideScreen } from '../../components/wide-screen.ts';
import { words } from '../../words/en.ts';
import type { OptionOnPage } from './appraisal.query.ts';
import { comparisonRows, differs, type ComparisonRow } from './comparison.ts';

const rowsOnCard = 6;

/** The options side by side: columns of equal width on a wide screen, cards on a phone. */
export function Comparison({ options }: { readonly options: readonly OptionOnPage[] }) {
  const isWide = useWideScreen();
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  const rows = onlyDifferent ? comparisonRows.filter((row) => differs(row, options)) : comparisonRows;
  return (
    <>
      <div className="govuk-checkboxes govuk-checkboxes--small govuk-!-margin-bottom-4 kith-no-print">
        <div className="govuk-checkboxes__item">
          <input
            className="govuk-checkboxes__input"
            id="only-different"
            type="checkbox"
            checked={onlyDifferent}
            onChange={(event) => setOnlyDifferent(event.currentTarget.checked)}
          />
          <label className="govuk-label govuk-checkboxes__label" htmlFor="only-different">
            {words.choose.onlyDifferent}
          </label>
        </div>
      </div>
      {isWide ? (
        <ComparisonTable options={options} rows={rows} />
      ) : (
        options.map((option) => <OptionCard option={option} rows={rows} key={option.id} />)
      )}
    </>
  );
}

interface ComparisonTableProps {
  readonly options: readonly OptionOnPage[];
  readonly rows: readonly ComparisonRow[];
}

function ComparisonTable({ options, rows }: ComparisonTableProps) {
  return (
    <table className="govuk-table kith-compare">
      <caption className="govuk-visually-hidden">{words.choose.compare}</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          <th scope="col" className="govuk-table__header">
            <span className="govuk-visually-hidden">{words.choose.row}</span>
          </th>
          {options.map((option) => (
            <th scope="col" className="govuk-table__header" key={option.id}>
              <span className="kith-compare__kind">{words.choose.kind[option.kind]}</span>
              {option.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {rows.map((row) => (
          <tr className="govuk-table__row" key={row.id}>
            <th scope="row" className="govuk-table__header">
              {row.heading}
            </th>
            {options.map((option) => (
              <td className="govuk-table__cell" key={option.id}>
                <Value row={row} option={option} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OptionCard({ option, rows }: { readonly option: OptionOnPage; readonly rows: readonly ComparisonRow[] }) {
  const lines = rows.map((row) => ({ key: row.heading, value: <Value row={row} option={option} /> }));
  return (
    <section className="kith-option-card">
      <h3 className="govuk-heading-m">
        <span className="kith-compare__kind">{words.choose.kind[option.kind]}</span>
        {option.name}
      </h3>
      <SummaryList rows={lines.slice(0, rowsOnCard)} />
      {lines.length > rowsOnCard && (
        <Details summary={words.choose.more(option.name)}>
          <SummaryList rows={lines.slice(rowsOnCard)} />
        </Details>
      )}
    </section>
  );
}

function Value({ row, option }: { readonly row: ComparisonRow; readonly option: OptionOnPage }) {
  const aside = row.asideOf?.(option) ?? null;
  return (
    <>
      {row.valueOf(option)}
      {aside !== null && <span className="kith-compare__aside">{aside}</span>}
    </>
  );
}
