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
      {one.worksFor.length > 0 && (
        <p className="govuk-body">
          <strong>{text.worksFor(one.worksFor.join(', '))}</strong>
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
  const needsRecord = one.kind === 'LPA_HEALTH' || one.kind === 'DEPUTY_HEALTH';
  const { evidence, evidenceSeenBy, evidenceSeenOn } = one;
  const isSeen = evidence !== null && evidenceSeenOn !== null;
  return (
    <dl className="kith-facts">
      <div>
        <dt>{text.may}</dt>
        <dd>
          {covered === '' ? text.mayNothing : covered}
          {needsRecord && <> ({text.onlyWhen})</>}
        </dd>
      </div>
      {one.scope !== null && (
        <div>
          <dt>{text.limits}</dt>
          <dd>{one.scope}</dd>
        </div>
      )}
      <div>
        <dt>{text.evidence}</dt>
        <dd>
          {isSeen ? text.seen(evidence, evidenceSeenBy?.name ?? words.unknown, day(evidenceSeenOn)) : text.notSeen}
        </dd>
      </div>
      <div>
        <dt>{text.days}</dt>
        <dd>
          {one.endsOn === null ? text.from(day(one.startsOn)) : text.fromUntil(day(one.startsOn), day(one.endsOn))}
        </dd>
      </div>
    </dl>
  );
}
