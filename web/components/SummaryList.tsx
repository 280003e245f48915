import type { ReactNode } from 'react';

/** One line of a summary list. */
export interface SummaryRow {
  readonly key: string;
  readonly value: ReactNode;
}

/** Answers or facts, one to a line. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl className="govuk-summary-list">
      {rows.map((row) => (
        <div className="govuk-summary-list__row" key={row.key}>
          <dt className="govuk-summary-list__key">{row.key}</dt>
          <dd className="govuk-summary-list__value">{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
