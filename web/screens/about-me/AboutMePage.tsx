import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { nameOf } from '../../viewer/helped.ts';
import { words } from '../../words/en.ts';
import { AboutMeQuery, type AboutIndividual } from './about-me.query.ts';
import { CommunicationSummary } from './CommunicationSummary.tsx';
import { StatementBox } from './StatementBox.tsx';

const text = words.aboutMe;
const sections = Object.keys(text.sections) as (keyof typeof text.sections)[];

/** Gives the page of somebody's About Me, or what goes on it, to whoever may see it. */
export function WithAboutMe({ children }: { readonly children: (individual: AboutIndividual) => ReactNode }) {
  const { individualId = '' } = useParams();
  const [result, again] = useQuery({ query: AboutMeQuery, variables: { individualId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ individual }) => (individual === null ? <NotFound /> : <>{children(individual)}</>)}
    </Gate>
  );
}

/** Who somebody is, in their own words, and how they communicate; read before anything else. */
export function AboutMePage() {
  return <WithAboutMe>{(individual) => <AboutMe individual={individual} />}</WithAboutMe>;
}

function AboutMe({ individual }: { readonly individual: AboutIndividual }) {
  const isMine = individual.viewerRelation === 'SELF';
  const name = nameOf(individual);
  const own = individual.aboutMe.filter(({ spokenAs }) => spokenAs !== 'PROFESSIONAL');
  const professional = individual.aboutMe.filter(({ spokenAs }) => spokenAs === 'PROFESSIONAL');
  return (
    <Page
      title={isMine ? text.title : text.titleFor(name)}
      about={individual}
      back={{ to: isMine ? '/' : `/people/${individual.id}`, label: isMine ? words.back.home : words.back.plain }}
    >
      <p className="govuk-body-l">{isMine ? text.lead : text.leadFor(name)}</p>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          {sections.map((section) => (
            <Section individual={individual} section={section} key={section}>
              {own
                .filter((statement) => statement.section === section)
                .map((statement) => (
                  <StatementBox individual={individual} statement={statement} key={statement.id} />
                ))}
            </Section>
          ))}
          {professional.length > 0 && (
            <section>
              <h2 className="govuk-heading-m">{text.professionals}</h2>
              {professional.map((statement) => (
                <StatementBox individual={individual} statement={statement} key={statement.id} />
              ))}
            </section>
          )}
        </div>
        <div className="govuk-grid-column-one-third">
          <CommunicationSummary individual={individual} />
        </div>
      </div>
    </Page>
  );
}

interface SectionProps {
  readonly individual: AboutIndividual;
  readonly section: keyof typeof text.sections;
  readonly children: readonly ReactNode[];
}

function Section({ individual, section, children }: SectionProps) {
  return (
    <section className="kith-about">
      <h2 className="govuk-heading-m">{text.sections[section]}</h2>
      {children}
      {(children.length === 0 || individual.viewerCanSayAbout) && (
        <p className="govuk-body">
          {children.length === 0 && `${text.empty} `}
          {individual.viewerCanSayAbout && (
            <Link className="govuk-link" to={`/people/${individual.id}/about/say?section=${section}`}>
              {text.add}
              <span className="govuk-visually-hidden">{text.addTo(text.sections[section])}</span>
            </Link>
          )}
        </p>
      )}
    </section>
  );
}
