import { Fragment } from 'react';

import { Fieldset, type FieldProps } from './FieldGroup.tsx';

/** One thing that can be picked. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** A word set above this choice, such as "or". */
  readonly divider?: string | undefined;
}

interface ChoicesProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly isLarge?: boolean | undefined;
}

/** Radios: exactly one of several, none picked beforehand unless it already was. */
export function Radios(props: ChoicesProps & { readonly value?: string | undefined }) {
  return (
    <Fieldset {...props}>
      <div className="govuk-radios">
        {props.choices.map((choice, position) => (
          <Fragment key={choice.value}>
            {choice.divider !== undefined && <div className="govuk-radios__divider">{choice.divider}</div>}
            <Item
              kind="radio"
              choice={choice}
              name={props.id}
              position={position}
              isPicked={choice.value === props.value}
            />
          </Fragment>
        ))}
      </div>
    </Fieldset>
  );
}

/** Checkboxes: any number of several. */
export function Checkboxes(props: ChoicesProps & { readonly values?: readonly string[] | undefined }) {
  return (
    <Fieldset {...props}>
      <div className="govuk-checkboxes govuk-checkboxes--small">
        {props.choices.map((choice, position) => (
          <Item
            kind="checkbox"
            choice={choice}
            name={props.id}
            position={position}
            isPicked={props.values?.includes(choice.value) === true}
            key={choice.value}
          />
        ))}
      </div>
    </Fieldset>
  );
}

interface ItemProps {
  readonly kind: 'radio' | 'checkbox';
  readonly choice: Choice;
  readonly name: string;
  readonly position: number;
  readonly isPicked: boolean;
}

function Item({ kind, choice, name, position, isPicked }: ItemProps) {
  const block = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
  const id = `${name}-choice-${String(position)}`;
  return (
    <div className={`${block}__item`}>
      <input
        className={`${block}__input`}
        id={id}
        name={name}
        type={kind}
        value={choice.value}
        defaultChecked={isPicked}
        aria-describedby={choice.hint === undefined ? undefined : `${id}-hint`}
      />
      <label className={`govuk-label ${block}__label`} htmlFor={id}>
        {choice.label}
      </label>
      {choice.hint !== undefined && (
        <div className={`govuk-hint ${block}__hint`} id={`${id}-hint`}>
          {choice.hint}
        </div>
      )}
    </div>
  );
}
