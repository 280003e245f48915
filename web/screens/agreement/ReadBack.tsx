import { useState } from 'react';
import { Link } from 'react-router';

import { SummaryList } from '../../components/SummaryList.tsx';
import { words } from '../../words/en.ts';
import { pounds } from '../../words/format.ts';
import type { AgreementOnPage, OpenTerms } from './agreement.fields.ts';

const text = words.agreement;

/** Holds on to the terms as they were when the page was opened: nobody agrees to words that changed under their hand. */
export function useTermsAsRead(agreement: AgreementOnPage): {
  readonly terms: OpenTerms;
  readonly isReplaced: boolean;
} {
  const [terms] = useState(agreement.openTerms);
  return { terms, isReplaced: terms.hash !== agreement.openTerms.hash };
}

/** Every term of one exact version, with what it costs. */
export function ReadBack({ terms }: { readonly terms: OpenTerms }) {
  return (
    <>
      <SummaryList
        rows={[
          ...terms.lines.map((line) => ({ key: line.label, value: line.value })),
          { key: text.costs, value: `${text.week(pounds(terms.weeklyCost))}, ${text.total(pounds(terms.totalCost))}` },
        ]}
      />
      <p className="govuk-body kith-fingerprint">
        <strong>{text.version(terms.number, terms.fingerprint)}</strong>
      </p>
    </>
  );
}

/** Says that there is a newer version than the one on the page. */
export function Replaced({ agreementId }: { readonly agreementId: string }) {
  return (
    <div className="govuk-warning-text" role="alert">
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        {text.newer}{' '}
        <Link className="govuk-link" to={`/agreements/${agreementId}`}>
          {text.readNewer}
        </Link>
      </strong>
    </div>
  );
}
