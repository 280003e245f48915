import { words } from '../words/en.ts';
import { Fieldset, type FieldProps } from './FieldGroup.tsx';

/** A day in three fields, since few people like a calendar that pops up; `value` is YYYY-MM-DD. */
export function DateInput(props: FieldProps & { readonly value?: string | null | undefined }) {
  const [year, month, day] = (props.value ?? '').split('-');
  const parts = [
    { name: 'day', label: words.form.day, value: day, width: 2 },
    { name: 'month', label: words.form.month, value: month, width: 2 },
    { name: 'year', label: words.form.year, value: year, width: 4 },
  ];
  return (
    <Fieldset {...props} hint={props.hint ?? words.form.dateHint}>
      <div className="govuk-date-input">
        {parts.map((part) => (
          <div className="govuk-date-input__item" key={part.name}>
            <div className="govuk-form-group">
              <label className="govuk-label govuk-date-input__label" htmlFor={`${props.id}-${part.name}`}>
                {part.label}
              </label>
              <input
                className={`govuk-input govuk-date-input__input govuk-input--width-${String(part.width)}${props.problem === undefined ? '' : ' govuk-input--error'}`}
                id={`${props.id}-${part.name}`}
                name={`${props.id}-${part.name}`}
                type="text"
                inputMode="numeric"
                autoComplete="off"
                defaultValue={part.value}
              />
            </div>
          </div>
        ))}
      </div>
    </Fieldset>
  );
}
