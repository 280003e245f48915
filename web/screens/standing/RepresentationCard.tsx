import type { ReactNode } from 'react';

import { useAct } from '../../forms/use-act.ts';
import { useViewer } from '../../viewer/viewer.ts';
import { words } from '../../words/en.ts';
import { day } from '../../words/format.ts';
import { EndWithReason } from './EndWithReason.tsx';
import { EndRepresentation, type RepresentationOnPage } from './standing.query.ts';

const text = words.standing;

interface RepresentationCardProps {
  readonly representation: RepresentationOnPage;
  /** What to call the person it is for. */
  readonly name: string;
}

/** One authority: whose, what it covers, what papers were seen, from when until when. */
export function RepresentationCard({ representation: one, name }: RepresentationCardProps) {
  const { problems, attempt, isBusy, act } = useAct(EndRepresentation);
  const viewer = useViewer();
  const holder = one.person?.name ?? words.unknown;
  const kind = text.kinds[one.kind];
  const isYours = one.person !== null && one.person.id === viewer?.person.id;
  const send = (reason: string) => act({ representationId: one.id, reason });
  return (
    <section className="kith-card" aria-labelledby={`${one.id}-name`}>
      <h2 className="govuk-heading-s" id={`${one.id}-name`}>
        {isYours ? text.yours(kind, name) : text.who(holder, kind)}
      </h2>
      {!one.isInForce && (
        <p className="govuk-body">
          <strong>{one.endedReason === null ? text.notInForce : text.ended(one.endedReason)}</strong>
        </p>
      )}
      <Facts representation={one} />
      {one.viewerCanEnd && (
        <EndWithReason
          id={`${one.id}-reason`}
          label={text.end}
          of={text.endOf(holder)}
          question={text.endWhy}
          yes={text.yesEnd}
          act={{
            problems: problems.map(({ message }) => ({ message, field: [`${one.id}-reason`] })),
            attempt,
            isBusy,
            send,
          }}
        />
      )}
    </section>
  );
}

function Facts({ representation: one }: { readonly representation: RepresentationOnPage }) {
  const covered = one.covers.map((kind) => text.decisions[kind]).join(', ');
  const needsRecord = ['LPA_HEALTH', 'DEPUTY_HEALTH'].includes(one.kind);
  const { evidence, evidenceSeenBy, evidenceSeenOn } = one;
  return (
    <dl className="kith-facts">
      {one.worksFor.length > 0 && <Fact term={text.lookAgain}>{text.worksFor(one.worksFor.join(', '))}</Fact>}
      <Fact term={text.may}>
        {covered === '' ? text.mayNothing : covered}
        {needsRecord && <> ({text.onlyWhen})</>}
      </Fact>
      {one.scope !== null && <Fact term={text.limits}>{one.scope}</Fact>}
      <Fact term={text.evidence}>
        {evidence !== null && evidenceSeenOn !== null
          ? text.seen(evidence, evidenceSeenBy?.name ?? words.unknown, day(evidenceSeenOn))
          : text.notSeen}
      </Fact>
      <Fact term={text.days}>
        {one.endsOn === null ? text.from(day(one.startsOn)) : text.fromUntil(day(one.startsOn), day(one.endsOn))}
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
