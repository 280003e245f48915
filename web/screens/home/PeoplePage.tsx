import { Link } from 'react-router';

import { Page } from '../../components/Page.tsx';
import { Table } from '../../components/Table.tsx';
import { LiveStrip } from '../../live/LiveStrip.tsx';
import { hatOf, useViewer } from '../../viewer/viewer.ts';
import { words } from '../../words/en.ts';

/** The people whom the reader works for or helps; for a helper this is home. */
export function PeoplePage({ isHome = false }: { readonly isHome?: boolean | undefined }) {
  const viewer = useViewer();
  if (viewer === null) return null;

  const { people } = words.home;
  const heading = hatOf(viewer) === 'BROKER' ? people.heading : people.helpingHeading;
  const rows = viewer.individuals.edges.map(({ node }) => ({
    id: node.id,
    cells: [
      <Link className="govuk-link" to={`/people/${node.id}`} key="name">
        {node.person?.name ?? node.alias}
      </Link>,
      node.viewerRelation ?? words.unknown,
      people.mayDo[node.viewerMayDo],
    ],
  }));
  return (
    <Page title={isHome ? words.home.hello(viewer.person.preferredName) : people.title}>
      {isHome && <LiveStrip />}
      {rows.length === 0 ? (
        <p className="govuk-body">{people.empty}</p>
      ) : (
        <Table
          caption={heading}
          columns={[{ heading: people.name }, { heading: people.role }, { heading: people.may }]}
          rows={rows}
        />
      )}
    </Page>
  );
}
