import { useState } from 'react';

import { words } from '../../words/en.ts';
import { day } from '../../words/format.ts';
import type { CircleMember } from './circle.query.ts';
import { MemberForm } from './MemberForm.tsx';
import { StopSharing } from './StopSharing.tsx';
import { SupportForm, SupportSaid } from './Support.tsx';

const text = words.circle;

interface MemberCardProps {
  readonly member: CircleMember;
  /** Whether the circle is the reader's own. */
  readonly isMine: boolean;
  /** Says in a sentence what was done. */
  readonly onNews: (sentence: string) => void;
}

/** Somebody in the circle: what they see and do, to read or, for whoever decides it, to change on the spot. */
export function MemberCard({ member, isMine, onNews }: MemberCardProps) {
  const [isAsking, setAsking] = useState(false);
  const name = member.person?.preferredName ?? member.relation;
  return (
    <section className="kith-card kith-circle__card" aria-labelledby={`${member.id}-name`}>
      <h2 className="govuk-heading-m govuk-!-margin-bottom-1" id={`${member.id}-name`}>
        {member.person === null ? member.relation : text.person(member.person.name, member.relation)}
      </h2>
      <p className="govuk-hint">
        {text.kinds[member.kind]}.{' '}
        {member.endsOn === null
          ? text.since(day(member.startsOn))
          : text.sinceUntil(day(member.startsOn), day(member.endsOn))}
      </p>
      {!member.viewerCanSaySupport && <SupportSaid member={member} name={name} />}
      {member.viewerCanChange ? (
        <MemberForm member={member} name={name} isMine={isMine} onNews={onNews} />
      ) : (
        <Facts member={member} name={name} />
      )}
      {member.viewerCanSaySupport && <SupportForm member={member} onNews={onNews} />}
      {member.viewerCanEnd && (
        <StopSharing
          member={member}
          name={name}
          isAsking={isAsking}
          onAsk={setAsking}
          onDone={() => onNews(text.ended(name))}
        />
      )}
    </section>
  );
}

function Facts({ member, name }: { readonly member: CircleMember; readonly name: string }) {
  const parts = member.maySee.map((part) => text.partsFor[part]).join(', ');
  return (
    <dl className="kith-facts">
      <div>
        <dt>{text.see(name)}</dt>
        <dd>{parts === '' ? text.seeNothing : parts}</dd>
      </div>
      <div>
        <dt>{text.do(name)}</dt>
        <dd>{text.mayFor[member.mayDo]}</dd>
      </div>
    </dl>
  );
}
