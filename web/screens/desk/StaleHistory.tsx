import { Table } from '../../components/Table.tsx';
import { words } from '../../words/en.ts';
import { day } from '../../words/format.ts';
import type { StaleService } from './stale.query.ts';

const text = words.freshness.desk;
const columnsOf = (headings: object) => Object.values(headings).map((heading) => ({ heading: String(heading) }));

interface ChecksProps {
  readonly checks: readonly StaleService['assurances']['edges'][number]['node'][];
}

/** Every check that was written down, the latest first. */
export function Checks({ checks }: ChecksProps) {
  if (checks.length === 0) return <p className="govuk-body">{text.noChecks}</p>;
  const rows = checks.map(({ id, assuredOn, origin, result, answeredBy, words: said }) => ({
    id,
    cells: [
      day(assuredOn),
      answeredBy === null ? text.origin[origin] : `${text.origin[origin]}: ${answeredBy}`,
      text.results[result],
      said ?? words.none,
    ],
  }));
  return <Table caption={text.checks} columns={columnsOf(text.checkColumns)} rows={rows} />;
}

interface LettersProps {
  readonly letters: readonly StaleService['letters']['edges'][number]['node'][];
}

/** The letters that were written, the latest first, with the links that can be handed on. */
export function Letters({ letters }: LettersProps) {
  if (letters.length === 0) return <p className="govuk-body">{text.noLetters}</p>;
  const rows = letters.map(({ id, writtenOn, address, state, answeredAt, link }) => ({
    id,
    cells: [
      day(writtenOn),
      address,
      answeredAt === null ? text.letterState[state] : `${text.letterState[state]}, ${text.answered}`,
      answeredAt === null ? <code className="kith-link-text">{link}</code> : '',
    ],
  }));
  return (
    <>
      <Table caption={text.letters} columns={columnsOf(text.letterColumns)} rows={rows} />
      <p className="govuk-body">{text.copy}</p>
    </>
  );
}
