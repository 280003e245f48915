import { Link } from 'react-router';

import { useViewer } from '../../viewer/viewer.ts';
import { words } from '../../words/en.ts';

const text = words.members;

/** Where a member finds the people and the rules of each organisation they act for. */
export function OrganisationLinks() {
  const viewer = useViewer();
  const organisations = new Map((viewer?.memberships ?? []).map(({ organisation }) => [organisation.id, organisation]));
  if (organisations.size === 0) return null;
  return (
    <section aria-label={text.linksHeading}>
      <h2 className="govuk-heading-m">{text.linksHeading}</h2>
      <ul className="govuk-list">
        {[...organisations.values()].map(({ id, name }) => (
          <li key={id}>
            <Link className="govuk-link" to={`/organisations/${id}/members`}>
              {text.link(name)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
