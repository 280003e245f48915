import type { ReactNode } from 'react';

interface DetailsProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly isOpen?: boolean | undefined;
  readonly id?: string | undefined;
}

/** Something folded away until it is asked for. */
export function Details({ summary, children, isOpen, id }: DetailsProps) {
  return (
    <details className="govuk-details" open={isOpen} id={id}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}
