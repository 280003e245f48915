import { useEffect, useRef, type MouseEvent } from 'react';

import type { FieldProblem } from '../forms/use-act.ts';
import { fieldIdOf } from '../forms/fields.ts';
import { words } from '../words/en.ts';

interface ErrorSummaryProps {
  readonly problems: readonly FieldProblem[];
  readonly attempt: number;
}

/** All problems of a form together, each with a link to its field; takes focus whenever there are new ones. */
export function ErrorSummary({ problems, attempt }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems.length, attempt]);

  if (problems.length === 0) return null;
  return (
    <div className="govuk-error-summary" tabIndex={-1} ref={box}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{words.form.problem}</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {problems.map((problem, position) => (
              <li key={`${problem.message}-${String(position)}`}>
                <ProblemLine problem={problem} />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

function ProblemLine({ problem }: { readonly problem: FieldProblem }) {
  const id = fieldIdOf(problem);
  if (id === null) return <>{problem.message}</>;
  return (
    <a href={`#${id}`} onClick={(click) => goToField(click, id)}>
      {problem.message}
    </a>
  );
}

/** Focuses the field itself, or the nearest one that holds it; opens what it is folded into. */
function goToField(click: MouseEvent, id: string): void {
  click.preventDefault();
  for (let path = id.split('-'); path.length > 0; path = path.slice(0, -1)) {
    const found = document.getElementById(path.join('-'));
    if (found === null) continue;
    found.closest('details')?.setAttribute('open', '');
    const field = found.matches('input, select, textarea')
      ? found
      : found.querySelector<HTMLElement>('input, select, textarea');
    (field ?? found).focus();
    found.scrollIntoView({ block: 'center' });
    return;
  }
}
