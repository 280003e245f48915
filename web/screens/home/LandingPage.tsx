import { useLocation } from 'react-router';

import { Page } from '../../components/Page.tsx';
import { words } from '../../words/en.ts';

/** What somebody sees who has not signed in: what Kith is, and one button. */
export function LandingPage() {
  const { pathname, search } = useLocation();
  const { title, lead, points, start } = words.home.landing;
  return (
    <Page title={title}>
      <p className="govuk-body-l">{lead}</p>
      <ul className="govuk-list govuk-list--bullet govuk-!-margin-bottom-7">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {pathname !== '/' && <p className="govuk-body">{words.trouble.signedOut}</p>}
      <a className="govuk-button govuk-button--start" href={`/sign-in?return=${encodeURIComponent(pathname + search)}`}>
        {start}
      </a>
    </Page>
  );
}
