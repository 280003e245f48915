import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { nameOf } from '../../viewer/helped.ts';
import { myself, useViewer } from '../../viewer/viewer.ts';
import { words } from '../../words/en.ts';
import { Invitations } from '../members/Invitations.tsx';
import { CircleQuery, type CircleMember, type IndividualWithCircle } from './circle.query.ts';
import { CirclePicture } from './CirclePicture.tsx';
import { MemberCard } from './MemberCard.tsx';

const text = words.circle;

/** The circle of whoever is signed in. */
export function MyCirclePage() {
  const viewer = useViewer();
  const me = viewer === null ? null : myself(viewer);
  return me === null ? <NotFound /> : <CircleOf individualId={me.id} />;
}

/** The circle of somebody whom the reader helps or works for. */
export function CirclePage() {
  const { individualId = '' } = useParams();
  return <CircleOf individualId={individualId} />;
}

function CircleOf({ individualId }: { readonly individualId: string }) {
  const [result, again] = useQuery({ query: CircleQuery, variables: { individualId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ individual }) => (individual === null ? <NotFound /> : <Circle individual={individual} />)}
    </Gate>
  );
}

function Circle({ individual }: { readonly individual: IndividualWithCircle }) {
  const [news, setNews] = useState('');
  const isMine = individual.viewerRelation === 'SELF';
  const name = nameOf(individual);
  const circle: readonly CircleMember[] = individual.circle;
  return (
    <Page
      title={isMine ? text.title : text.titleFor(name)}
      about={individual}
      back={{ to: isMine ? '/' : `/people/${individual.id}`, label: isMine ? words.back.home : words.back.plain }}
    >
      <p className="govuk-body-l">{isMine ? text.lead : text.leadFor(name)}</p>
      <p className="govuk-body" role="status">
        {news}
      </p>
      {circle.length === 0 ? (
        <p className="govuk-body">{isMine ? text.none : text.noneFor(name)}</p>
      ) : (
        <div className="kith-circle">
          <CirclePicture centre={isMine ? text.you : name} circle={circle} />
          <div>
            {circle.map((member) => (
              <MemberCard
                member={member}
                isMine={isMine}
                onNews={setNews}
                key={`${member.id}-${String(member.version)}`}
              />
            ))}
            <p className="govuk-body-s">{text.never}</p>
          </div>
        </div>
      )}
      {individual.viewerCanInvite && (
        <Invitations list={individual.invitations} invite={`/people/${individual.id}/invite`} onNews={setNews} />
      )}
      <LinkToStanding individual={individual} />
    </Page>
  );
}

function LinkToStanding({ individual }: { readonly individual: IndividualWithCircle }) {
  return (
    <p className="govuk-body">
      <Link className="govuk-link" to={`/people/${individual.id}/standing`}>
        {individual.viewerRelation === 'SELF' ? words.standing.link : words.standing.linkFor(nameOf(individual))}
      </Link>
    </p>
  );
}
