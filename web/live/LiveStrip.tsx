import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { words } from '../words/en.ts';
import { moment, timeOfDay } from '../words/format.ts';
import { useLive, type News } from './live.tsx';

interface LiveStripProps {
  /** On the page of one agreement: only its own news. */
  readonly agreementId?: string | undefined;
  /** How things stand; without it the strip says what it is for until there is news. */
  readonly children?: ReactNode;
}

/** Says in words whether news arrives by itself, and the newest of it; never moves focus. */
export function LiveStrip({ agreementId, children }: LiveStripProps) {
  const live = useLive();
  if (live === null) return children === undefined ? null : <p className="govuk-body">{children}</p>;

  const isOn = live.state === 'LIVE';
  const news = agreementId === undefined || live.news?.agreement.id === agreementId ? live.news : null;
  return (
    <section className={`kith-live ${isOn ? 'kith-live--on' : 'kith-live--off'}`} aria-label={words.live.label}>
      <div className="kith-live__news" role="status" aria-live="polite">
        {news !== null && <NewsLine news={news} isLinked={agreementId === undefined} />}
        {children !== undefined && <p className="govuk-body">{children}</p>}
        {children === undefined && news === null && <p className="govuk-body">{words.live.quiet}</p>}
      </div>
      <span className="kith-live__state" role="status" aria-live="polite">
        {live.state === 'NOT_LIVE' || live.state === 'SIGNED_OUT'
          ? words.live[live.state](timeOfDay(live.checkedAt))
          : words.live[live.state]}
      </span>
      {!isOn && live.state !== 'CONNECTING' && (
        <button type="button" className="kith-link-button kith-link-button--link" onClick={live.checkNow}>
          {words.live.check}
        </button>
      )}
    </section>
  );
}

function NewsLine({ news, isLinked }: { readonly news: News; readonly isLinked: boolean }) {
  return (
    <p className="govuk-body">
      <strong>{moment(news.at)}:</strong> {news.sentence}
      {isLinked && (
        <>
          {' '}
          <Link className="govuk-link" to={`/agreements/${news.agreement.id}`}>
            {words.live.see}
          </Link>
        </>
      )}
    </p>
  );
}
