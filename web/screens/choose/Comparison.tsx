import { useState, type ReactNode } from 'react';

import { Details } from '../../components/Details.tsx';
import { SummaryList } from '../../components/SummaryList.tsx';
import { useWideScreen } from '../../components/wide-screen.ts';
import { words } from '../../words/en.ts';
import type { OptionOnPage } from './appraisal.query.ts';
import { comparisonRows, differs, type ComparisonRow } from './comparison.ts';

const rowsOnCard = 6;

type LinksOf = (option: OptionOnPage) => ReactNode;

interface ComparisonProps {
  readonly options: readonly OptionOnPage[];
  /** What can be done about each option, below its facts. */
  readonly linksOf: LinksOf;
}

/** The options side by side: columns of equal width on a wide screen, cards on a phone. */
export function Comparison({ options, linksOf }: ComparisonProps) {
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
        <ComparisonTable options={options} rows={rows} linksOf={linksOf} />
      ) : (
        options.map((option) => <OptionCard option={option} rows={rows} links={linksOf(option)} key={option.id} />)
      )}
    </>
  );
}

interface ComparisonTableProps extends ComparisonProps {
  readonly rows: readonly ComparisonRow[];
}

function ComparisonTable({ options, rows, linksOf }: ComparisonTableProps) {
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
          <Row
            heading={row.heading}
            options={options}
            cellOf={(option) => <Value row={row} option={option} />}
            key={row.id}
          />
        ))}
        <Row heading={words.choose.links} options={options} cellOf={linksOf} />
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly heading: string;
  readonly options: readonly OptionOnPage[];
  readonly cellOf: LinksOf;
}

function Row({ heading, options, cellOf }: RowProps) {
  return (
    <tr className="govuk-table__row">
      <th scope="row" className="govuk-table__header">
        {heading}
      </th>
      {options.map((option) => (
        <td className="govuk-table__cell" key={option.id}>
          {cellOf(option)}
        </td>
      ))}
    </tr>
  );
}

interface OptionCardProps {
  readonly option: OptionOnPage;
  readonly rows: readonly ComparisonRow[];
  readonly links: ReactNode;
}

function OptionCard({ option, rows, links }: OptionCardProps) {
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
      <div className="kith-option-card__links govuk-body kith-no-print">{links}</div>
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
