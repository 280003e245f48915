import { Link } from 'react-router';

import { ButtonLink } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { useAct } from '../../forms/use-act.ts';
import { graphql } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { findForOutcome } from '../find/search.ts';
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
  readonly option: OptionOnPage;
}

/** The way to an option's own page, and taking it out of the comparison. */
export function OptionLinks({ outcome, appraisal, option }: OptionLinksProps) {
  const { problems, attempt, isBusy, act } = useAct(RemoveOption);
  const service = 'service' in option ? option.service : null;
  return (
    <>
      {service !== null && (
        <Link className="govuk-link" to={`/services/${service.id}?outcome=${outcome.id}`}>
          {text.details}
          <span className="govuk-visually-hidden">: {option.name}</span>
        </Link>
      )}
      {option.viewerCanRemove && (
        <Form
          problems={problems}
          attempt={attempt}
          onSend={async () => void (await act({ appraisalId: appraisal.id, optionId: option.id }))}
        >
          <button type="submit" className="kith-link-button kith-link-button--link" aria-disabled={isBusy || undefined}>
            {text.remove}
            <span className="govuk-visually-hidden">: {option.name}</span>
          </button>
        </Form>
      )}
    </>
  );
}

/** Where more options come from: the directory, and one's own ideas. */
export function MoreOptions({ outcome }: { readonly outcome: ChooseOutcome }) {
  return (
    <div className="govuk-button-group kith-no-print">
      <ButtonLink to={findForOutcome(outcome)} kind="SECONDARY">
        {text.noneAdd}
      </ButtonLink>
      <ButtonLink to={`/outcomes/${outcome.id}/choose/own`} kind="SECONDARY">
        {text.addOwn}
      </ButtonLink>
    </div>
  );
}
