import { Link } from 'react-router';

import { words } from '../words/en.ts';
import { Page } from './Page.tsx';

/** Says that a page does not exist, or is not shared with the reader: the two look alike. */
export function NotFound() {
  return (
    <Page title={words.notFound.title}>
      <p className="govuk-body">{words.notFound.text}</p>
      <p className="govuk-body">
        <Link className="govuk-link" to="/">
          {words.notFound.home}
        </Link>
      </p>
    </Page>
  );
}
