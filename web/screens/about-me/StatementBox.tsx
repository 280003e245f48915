import { Link } from 'react-router';

import { Form } from '../../components/Form.tsx';
import { useAct } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import { day } from '../../words/format.ts';
import { TakeBackStatement, type AboutIndividual, type StatementOnPage } from './about-me.query.ts';

const text = words.aboutMe;

interface StatementBoxProps {
  readonly individual: AboutIndividual;
  readonly statement: StatementOnPage;
}

/** What somebody said, with who said it, who wrote it down and who helped; its speaker may say it anew or take it back. */
export function StatementBox({ individual, statement }: StatementBoxProps) {
  const { problems, attempt, act } = useAct(TakeBackStatement);
  const start = statement.words.slice(0, 40);
  return (
    <div className="govuk-inset-text kith-about__words">
      {statement.words.split(/\n+/).map((paragraph) => (
        <p className="govuk-body" key={paragraph}>
          {paragraph}
        </p>
      ))}
      <p className="govuk-body-s">{whoSaid(statement)}</p>
      {statement.viewerCanTakeBack && (
        <Form problems={problems} attempt={attempt} onSend={() => void act({ statementId: statement.id })}>
          <p className="govuk-body-s kith-about__acts">
            <Link
              className="govuk-link"
              to={`/people/${individual.id}/about/say?section=${statement.section}&replaces=${statement.id}`}
            >
              {text.anew}
              <span className="govuk-visually-hidden">{text.about(start)}</span>
            </Link>
            <button className="kith-link-button kith-link-button--link" type="submit">
              {text.takeBack}
              <span className="govuk-visually-hidden">{text.about(start)}</span>
            </button>
          </p>
        </Form>
      )}
    </div>
  );
}

function whoSaid({ speaker, recorder, helpedBy, saidOn }: StatementOnPage): string {
  const isRecordedByAnother = recorder !== null && recorder.id !== speaker?.id;
  return [
    text.said(speaker?.name ?? words.unknown, day(saidOn)),
    isRecordedByAnother ? text.recorded(recorder.name) : '',
    helpedBy === null ? '' : text.helped(helpedBy),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
