import { Link } from 'react-router';

import { ButtonLink } from '../../components/Button.tsx';
import { nameOf } from '../../viewer/helped.ts';
import { words } from '../../words/en.ts';
import { day } from '../../words/format.ts';
import type { AboutIndividual, CommunicationOnPage } from './about-me.query.ts';

const text = words.aboutMe.communication;

/** How somebody communicates, beside what they say of themselves. */
export function CommunicationSummary({ individual }: { readonly individual: AboutIndividual }) {
  const { communication } = individual;
  const isMine = individual.viewerRelation === 'SELF';
  const name = nameOf(individual);
  const start = isMine ? text.start : text.startFor(name);
  return (
    <section className="kith-card">
      <h2 className="govuk-heading-m">{isMine ? text.title : text.titleFor(name)}</h2>
      {communication === null ? (
        <p className="govuk-body">{isMine ? text.none : text.noneFor(name)}</p>
      ) : (
        <>
          <dl className="kith-facts">
            {factsOf(communication).map(([key, value]) => (
              <div key={key}>
                <dt>{key}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p className="govuk-body-s">{text.reviewed(day(communication.reviewedOn), day(communication.reviewDueOn))}</p>
        </>
      )}
      <p className="govuk-body">
        <Link className="govuk-link" to={`/people/${individual.id}/interpreters`}>
          {words.interpreters.link}
        </Link>
      </p>
      {individual.viewerCanSayAbout && (
        <ButtonLink kind="SECONDARY" to={`/people/${individual.id}/communication`}>
          {communication === null ? start : text.change}
        </ButtonLink>
      )}
    </section>
  );
}

/** What was said, and only that. */
function factsOf(said: CommunicationOnPage): readonly (readonly [string, string])[] {
  const interpreter = said.interpreter === null ? null : text.interpreters[said.interpreter];
  const rows: readonly (readonly [string, string | null])[] = [
    [text.pronouns, said.pronouns],
    [text.noun, said.noun],
    [text.spokenLanguage, said.spokenLanguage],
    [text.lettersLanguage, text.languages[said.lettersLanguage]],
    [text.interpreter, interpreter === null ? null : [interpreter, said.interpreterNote].filter(Boolean).join(', ')],
    [text.formats, said.formats.map((format) => text.formatNames[format]).join(', ')],
    [text.contactBy, said.contactBy.map((way) => text.ways[way]).join(', ')],
    [text.neverBy, said.neverBy.map((way) => text.ways[way]).join(', ')],
    [text.bestTimes, said.bestTimes],
    [text.saysYes, said.saysYes],
    [text.saysNo, said.saysNo],
    [text.needsTime, said.needsTime],
    [text.uses, said.uses],
  ];
  return rows.flatMap(([key, value]) => (value ? [[key, value] as const] : []));
}
