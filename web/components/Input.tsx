import { describedBy, FieldGroup, type FieldProps } from './FieldGroup.tsx';

interface InputProps extends FieldProps {
  readonly value?: string | undefined;
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | undefined;
  readonly prefix?: string | undefined;
  readonly isNumeric?: boolean | undefined;
  readonly autoComplete?: string | undefined;
  readonly maxLength?: number | undefined;
}

/** One line of text. */
export function Input(props: InputProps) {
  const { id, value, width, prefix, isNumeric, autoComplete, maxLength, problem } = props;
  const size = width === undefined ? '' : ` govuk-input--width-${String(width)}`;
  const input = (
    <input
      className={`govuk-input${size}${problem === undefined ? '' : ' govuk-input--error'}`}
      id={id}
      name={id}
      type="text"
      defaultValue={value}
      inputMode={isNumeric === true ? 'decimal' : undefined}
      autoComplete={autoComplete ?? 'off'}
      maxLength={maxLength}
      aria-describedby={describedBy(props)}
      aria-invalid={problem === undefined ? undefined : true}
    />
  );
  return (
    <FieldGroup {...props}>
      {prefix === undefined ? (
        input
      ) : (
        <div className="govuk-input__wrapper">
          <div className="govuk-input__prefix" aria-hidden="true">
            {prefix}
          </div>
          {input}
        </div>
      )}
    </FieldGroup>
  );
}

interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { id, value, rows = 4, problem } = props;
  return (
    <FieldGroup {...props}>
      <textarea
        className={`govuk-textarea${problem === undefined ? '' : ' govuk-textarea--error'}`}
        id={id}
        name={id}
        rows={rows}
        defaultValue={value}
        aria-describedby={describedBy(props)}
        aria-invalid={problem === undefined ? undefined : true}
      />
    </FieldGroup>
  );
}

interface SelectProps extends FieldProps {
  readonly value?: string | undefined;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** One of several, from a list that opens. */
export function Select(props: SelectProps) {
  const { id, value, choices, problem } = props;
  return (
    <FieldGroup {...props}>
      <select
        className={`govuk-select${problem === undefined ? '' : ' govuk-select--error'}`}
        id={id}
        name={id}
        defaultValue={value}
        aria-describedby={describedBy(props)}
        aria-invalid={problem === undefined ? undefined : true}
      >
        {choices.map((choice) => (
          <option value={choice.value} key={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldGroup>
  );
}
