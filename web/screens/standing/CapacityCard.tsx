import { Link } from 'react-router';

import { SummaryList } from '../../components/SummaryList.tsx';
import { words } from '../../words/en.ts';
import { day } from '../../words/format.ts';
import type { CapacityOnPage } from './standing.query.ts';

const text = words.standing.capacity;

interface CapacityCardProps {
  readonly record: CapacityOnPage;
  /** Where how it was decided is written down; null for whoever may not. */
  readonly toWeigh: string | null;
}

/** What was found about one decision at one time, and how it was made for the person where they could not. */
export function CapacityCard({ record, toWeigh }: CapacityCardProps) {
  const best = record.bestInterests;
  return (
    <section className="kith-card" aria-labelledby={`${record.id}-decision`}>
      <h3 className="govuk-heading-s" id={`${record.id}-decision`}>
        {record.decision}
      </h3>
      <p className="govuk-body">
        <strong>{text.findings[record.finding]}</strong>. {text.by(record.assessor, day(record.assessedOn))}.
      </p>
      <SummaryList
        rows={[
          { key: text.support, value: record.supportGiven },
          { key: text.grounds, value: record.grounds },
        ]}
      />
      {best !== null && <BestInterests best={best} />}
      {best === null && record.finding === 'LACKS_CAPACITY' && toWeigh !== null && (
        <p className="govuk-body">
          <Link className="govuk-link" to={toWeigh}>
            {words.standing.links.best}
          </Link>
        </p>
      )}
    </section>
  );
}

function BestInterests({ best }: { readonly best: NonNullable<CapacityOnPage['bestInterests']> }) {
  const options = best.options.map(({ option, benefits, disbenefits }) => text.option(option, benefits, disbenefits));
  const rows = [
    { key: text.wishes, value: best.wishes },
    { key: text.options, value: <Lines lines={options} /> },
    { key: text.asked, value: <Lines lines={best.consulted.map(({ who, said }) => text.said(who, said))} /> },
    { key: text.chosen, value: best.options[best.chosenOption]?.option ?? words.unknown },
    { key: text.least, value: best.leastRestrictive },
    { key: text.why, value: best.reasons },
  ];
  return (
    <>
      <h4 className="govuk-heading-s">{text.best}</h4>
      <SummaryList rows={rows} />
      <p className="govuk-body">{text.decided(best.decidedBy, day(best.decidedOn))}.</p>
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
