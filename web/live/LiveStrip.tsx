import { Link } from 'react-router';

import { words } from '../words/en.ts';
import { moment, timeOfDay } from '../words/format.ts';
import { useLive } from './live.tsx';

/** Says in words whether news arrives by itself, and the newest of it; never moves focus. */
export function LiveStrip({ agreementId }: { readonly agreementId?: string | undefined }) {
  const live = useLive();
  if (live === null) return null;

  const isOn = live.state === 'LIVE';
  const news = agreementId === undefined || live.news?.agreement.id === agreementId ? live.news : null;
  return (
    <section className={`kith-live ${isOn ? 'kith-live--on' : 'kith-live--off'}`} aria-label={words.live.label}>
      <p className="govuk-body" role="status" aria-live="polite">
        {news === null ? (
          words.live.quiet
        ) : (
          <>
            <strong>{moment(news.at)}:</strong> {news.sentence}
          </>
        )}
        {news !== null && agreementId === undefined && (
          <>
            {' '}
            <Link className="govuk-link" to={`/agreements/${news.agreement.id}`}>
              {words.live.see}
            </Link>
          </>
        )}
      </p>
      <span className="kith-live__state" role="status" aria-live="polite">
        {live.state === 'NOT_LIVE' ? words.live.NOT_LIVE(timeOfDay(live.checkedAt)) : words.live[live.state]}
      </span>
      {live.state === 'NOT_LIVE' && (
        <button type="button" className="kith-link-button kith-link-button--link" onClick={live.checkNow}>
          {words.live.check}
        </button>
      )}
    </section>
  );
}
