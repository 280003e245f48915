import { Link } from 'react-router';

import { Form } from '../../components/Form.tsx';
import { useAct } from '../../forms/use-act.ts';
import { graphql } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import type { AppraisalOnPage, ChooseOutcome, OptionOnPage } from './appraisal.query.ts';

const RemoveOption = graphql(`
  mutation RemoveOption($input: RemoveOptionInput!) {
    removeOption(input: $input) {
      appraisal {
        id
        viewerCanAddOption
        options {
          id
          name
          kind
        }
      }
      userErrors {
        message
        field
      }
    }
  }
`);

const text = words.choose;

interface OptionLinksProps {
  readonly outcome: ChooseOutcome;
  readonly appraisal: AppraisalOnPage;
}

/** The way to each option's own page, and taking options in and out. */
export function OptionLinks({ outcome, appraisal }: OptionLinksProps) {
  const near = outcome.individual.postcode === null ? '' : `&near=${encodeURIComponent(outcome.individual.postcode)}`;
  return (
    <div className="kith-no-print">
      <ul className="govuk-list govuk-list--spaced">
        {appraisal.options.map((option) => (
          <OptionLine outcome={outcome} appraisal={appraisal} option={option} key={option.id} />
        ))}
        {appraisal.viewerCanAddOption && (
          <li>
            <Link className="govuk-link" to={`/find?outcome=${outcome.id}${near}`}>
              {text.noneAdd}
            </Link>
          </li>
        )}
      </ul>
    </div>
  );
}

function OptionLine({ outcome, appraisal, option }: OptionLinksProps & { readonly option: OptionOnPage }) {
  const { problems, attempt, isBusy, act } = useAct(RemoveOption);
  const service = 'service' in option ? option.service : null;
  if (service === null && !option.viewerCanRemove) return null;
  return (
    <li>
      {service !== null && (
        <Link className="govuk-link" to={`/services/${service.id}?outcome=${outcome.id}`}>
          {text.details(option.name)}
        </Link>
      )}
      {option.viewerCanRemove && (
        <Form
          problems={problems}
          attempt={attempt}
          onSend={async () => void (await act({ appraisalId: appraisal.id, optionId: option.id }))}
        >
          <button type="submit" className="kith-link-button kith-link-button--link" aria-disabled={isBusy || undefined}>
            {text.remove(option.name)}
          </button>
        </Form>
      )}
    </li>
  );
}
