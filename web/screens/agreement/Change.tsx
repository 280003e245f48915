import { ButtonLink } from '../../components/Button.tsx';
import { SummaryList } from '../../components/SummaryList.tsx';
import { words } from '../../words/en.ts';
import type { AgreementOnPage } from './agreement.fields.ts';

type TermChange = AgreementOnPage['changes'][number];

const text = words.agreement;

interface ChangeProps {
  readonly change: TermChange;
  readonly agreement: AgreementOnPage;
}

/** One changed term: Was and Now, or marked words for prose; the reason; suggesting something else. */
export function Change({ change, agreement }: ChangeProps) {
  return (
    <section className="kith-change" id={`change-${change.term}`}>
      <h2 className="govuk-heading-m">{change.label}</h2>
      {change.prose === null ? <WasNow change={change} /> : <Prose segments={change.prose} />}
      <p className="govuk-body">
        {change.reason === null || change.reason === '' ? (
          text.noReason
        ) : (
          <>
            <strong>{text.reason}</strong> {change.reason}
          </>
        )}
      </p>
      {agreement.viewerCanCounter && (
        <ButtonLink to={`/agreements/${agreement.id}/suggest#${change.term}`} kind="SECONDARY">
          {text.suggest} <span className="govuk-visually-hidden">{text.suggestAbout(change.label)}</span>
        </ButtonLink>
      )}
    </section>
  );
}

/** Was and Now as two fields: a mark inside a number would be misread. */
function WasNow({ change }: { readonly change: TermChange }) {
  return (
    <SummaryList
      rows={[
        { key: text.was, value: change.was },
        { key: text.now, value: <strong>{change.now}</strong> },
      ]}
    />
  );
}

function Prose({ segments }: { readonly segments: NonNullable<TermChange['prose']> }) {
  return (
    <p className="govuk-body kith-prose">
      {segments.map((segment, position) => {
        // Segments have no names; their place is what they are.
        const key = String(position);
        if (segment.kind === 'SAME') return <span key={key}>{segment.text}</span>;
        return segment.kind === 'ADDED' ? (
          <ins key={key}>
            <span className="govuk-visually-hidden">{text.added}</span>
            {segment.text}
          </ins>
        ) : (
          <del key={key}>
            <span className="govuk-visually-hidden">{text.removed}</span>
            {segment.text}
          </del>
        );
      })}
    </p>
  );
}
