import { Link } from 'react-router';

import { words } from '../words/en.ts';

/** The foot of every page; only links that lead somewhere. */
export function Footer() {
  return (
    <footer className="kith-footer">
      <div className="govuk-width-container">
        <h2 className="govuk-visually-hidden">{words.footer.heading}</h2>
        <ul className="kith-footer__links govuk-body">
          <li>
            <Link className="govuk-link" to="/accessibility">
              {words.footer.accessibility}
            </Link>
          </li>
          <li>
            <Link className="govuk-link" to="/privacy">
              {words.footer.privacy}
            </Link>
          </li>
        </ul>
      </div>
    </footer>
  );
}
