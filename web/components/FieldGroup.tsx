import type { ReactNode } from 'react';

import { words } from '../words/en.ts';

/** What every field has: its id (also its name), label, hint and problem. */
export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
}

/** The ids that describe a field to a screen reader. */
export function describedBy({ id, hint, problem }: FieldProps): string | undefined {
  const ids = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-error`].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** A label, a hint, a problem, then the field itself. */
export function FieldGroup(props: FieldProps & { readonly children: ReactNode }) {
  return (
    <div className={`govuk-form-group${props.problem === undefined ? '' : ' govuk-form-group--error'}`}>
      <label className="govuk-label govuk-label--s" htmlFor={props.id}>
        {props.label}
      </label>
      <HintAndProblem {...props} />
      {props.children}
    </div>
  );
}

/** A fieldset with its legend, hint and problem, round several inputs. */
export function Fieldset(props: FieldProps & { readonly children: ReactNode; readonly isLarge?: boolean | undefined }) {
  return (
    <div className={`govuk-form-group${props.problem === undefined ? '' : ' govuk-form-group--error'}`}>
      <fieldset className="govuk-fieldset" id={props.id} aria-describedby={describedBy(props)}>
        <legend className={`govuk-fieldset__legend govuk-fieldset__legend--${props.isLarge === true ? 'm' : 's'}`}>
          {props.isLarge === true ? <h2 className="govuk-fieldset__heading">{props.label}</h2> : props.label}
        </legend>
        <HintAndProblem {...props} />
        {props.children}
      </fieldset>
    </div>
  );
}

function HintAndProblem({ id, hint, problem }: FieldProps) {
  return (
    <>
      {hint !== undefined && (
        <div className="govuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {problem !== undefined && (
        <p className="govuk-error-message" id={`${id}-error`}>
          <span className="govuk-visually-hidden">{words.form.error}</span> {problem}
        </p>
      )}
    </>
  );
}
