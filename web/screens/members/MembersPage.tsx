import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { useViewer } from '../../viewer/viewer.ts';
import { words } from '../../words/en.ts';
import { GiveRoleForm } from './GiveRoleForm.tsx';
import { Invitations } from './Invitations.tsx';
import { type Membership, MembersQuery, type OrganisationWithMembers } from './members.query.ts';
import { RoleLine } from './RoleLine.tsx';

const text = words.members;

/** Who acts for an organisation, and as what. */
export function MembersPage() {
  const { organisationId = '' } = useParams();
  const [result, again] = useQuery({
    query: MembersQuery,
    variables: { organisationId },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Gate result={result} onRetry={again}>
      {({ organisation }) =>
        organisation === null || organisation.members.totalCount === 0 ? (
          <NotFound />
        ) : (
          <Members organisation={organisation} />
        )
      }
    </Gate>
  );
}

function Members({ organisation }: { readonly organisation: OrganisationWithMembers }) {
  const [news, setNews] = useState('');
  const { members } = organisation;
  return (
    <Page title={text.title} caption={organisation.name} back={{ to: '/', label: words.back.home }}>
      <p className="govuk-body-l">{text.lead}</p>
      <p className="govuk-body" role="status">
        {news}
      </p>
      {people(members.edges.map(({ node }) => node)).map((roles) => (
        <Member organisation={organisation} roles={roles} onNews={setNews} key={roles[0]?.person?.id ?? roles[0]?.id} />
      ))}
      {members.totalCount > members.edges.length && <p className="govuk-body">{text.more(members.edges.length)}</p>}
      {organisation.viewerCanManageMembers && (
        <Invitations
          list={organisation.invitations}
          invite={`/organisations/${organisation.id}/invite`}
          onNews={setNews}
        />
      )}
    </Page>
  );
}

interface MemberProps {
  readonly organisation: OrganisationWithMembers;
  readonly roles: readonly Membership[];
  readonly onNews: (sentence: string) => void;
}

function Member({ organisation, roles, onNews }: MemberProps) {
  const viewer = useViewer();
  const person = roles[0]?.person ?? null;
  const isMine = person !== null && person.id === viewer?.person.id;
  const name = person?.name ?? words.unknown;
  return (
    <section className="kith-card" aria-label={name}>
      <h2 className="govuk-heading-m">{isMine ? text.you(name) : name}</h2>
      <ul className="govuk-list">
        {roles.map((membership) => (
          <RoleLine
            membership={membership}
            name={person?.preferredName ?? name}
            isMine={isMine}
            onNews={onNews}
            key={`${membership.id}-${String(membership.version)}`}
          />
        ))}
      </ul>
      {organisation.viewerCanManageMembers && person !== null && (
        <GiveRoleForm organisation={organisation} person={person} onNews={onNews} />
      )}
    </section>
  );
}

/** The roles of each person together; the list has them one after the other. */
function people(memberships: readonly Membership[]): readonly (readonly Membership[])[] {
  const byPerson = new Map<string, Membership[]>();
  for (const membership of memberships) {
    const key = membership.person?.id ?? membership.id;
    byPerson.set(key, [...(byPerson.get(key) ?? []), membership]);
  }
  return [...byPerson.values()];
}
