import { Link } from 'react-router';

import { ButtonLink } from '../../components/Button.tsx';
import { words } from '../../words/en.ts';
import { day } from '../../words/format.ts';
import type { CorrectionOnPage, RecordOnPage } from './record.query.ts';

const text = words.record.corrections;

interface CorrectionListProps {
  readonly record: RecordOnPage;
  readonly individualId: string;
  readonly canAsk: boolean;
}

/** What was said to be wrong, with the answers, and the way to say more. */
export function CorrectionList({ record, individualId, canAsk }: CorrectionListProps) {
  const corrections = record.corrections.edges.map(({ node }) => node);
  const here = `/people/${individualId}/record/wrong`;
  return (
    <section>
      <h2 className="govuk-heading-m">{text.heading}</h2>
      <p className="govuk-body">{text.lead}</p>
      {corrections.map((correction) => (
        <CorrectionCard correction={correction} here={here} key={correction.id} />
      ))}
      {corrections.length === 0 && <p className="govuk-body">{text.empty}</p>}
      {canAsk && (
        <ButtonLink to={here} kind="SECONDARY">
          {text.ask}
        </ButtonLink>
      )}
    </section>
  );
}

/** One thing that was said to be wrong. */
export function CorrectionCard({ correction, here }: { readonly correction: CorrectionOnPage; readonly here: string }) {
  const { answerDueOn, isAnswerLate, viewerCanAnswer, viewerCanDisagree } = correction;
  return (
    <article className="kith-card">
      <h3 className="govuk-heading-s">{text.card(words.record.parts[correction.part], day(correction.askedOn))}</h3>
      <Said label={text.wrong} said={correction.wrong} />
      <Said label={text.shouldSay} said={correction.shouldSay} />
      {correction.state === 'OPEN' ? (
        <p className="govuk-body">{isAnswerLate ? text.late(day(answerDueOn)) : text.due(day(answerDueOn))}</p>
      ) : (
        <Said
          label={text.answer}
          said={`${text[correction.state]}${correction.answer === null ? '' : text.because(correction.answer)}`}
        />
      )}
      {correction.disagreement !== null && <Said label={text.disagreement} said={correction.disagreement} />}
      {(viewerCanAnswer || viewerCanDisagree) && here !== '' && (
        <p className="govuk-body">
          <Link className="govuk-link" to={`${here}/${correction.id}`}>
            {viewerCanAnswer ? text.toAnswer : text.toDisagree}
            <span className="govuk-visually-hidden">{text.about(correction.wrong)}</span>
          </Link>
        </p>
      )}
    </article>
  );
}

function Said({ label, said }: { readonly label: string; readonly said: string }) {
  return (
    <p className="govuk-body">
      <strong>{label}:</strong> {said}
    </p>
  );
}
