import { useState } from 'react';

import { Button } from '../../components/Button.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { Form } from '../../components/Form.tsx';
import { TextArea } from '../../components/Input.tsx';
import { SummaryList } from '../../components/SummaryList.tsx';
import { dateOf, problemOf, textOf } from '../../forms/fields.ts';
import { readTermsForm, termNames, type TermsDraft, type TermsStart } from '../../forms/terms-form.ts';
import { termsInWords } from '../../forms/terms-words.ts';
import type { FieldProblem } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import { day } from '../../words/format.ts';
import { TermFields } from './TermFields.tsx';

const text = words.agreement.proposePage;
const label = words.form.terms;

/** First terms, with a date to reply by (null: none) and a message. */
export interface Proposal {
  readonly terms: TermsDraft;
  readonly message: string;
  readonly replyBy: string | null;
}

interface Refused {
  readonly problems: readonly FieldProblem[];
  readonly attempt: number;
}

interface ProposeFormProps {
  readonly start: TermsStart;
  readonly proposal: Proposal | null;
  readonly refused: Refused;
  readonly onReview: (proposal: Proposal) => void;
}

/** All terms to fill in; the provider's own price is there to start with. */
export function ProposeForm({ start, proposal, refused, onReview }: ProposeFormProps) {
  const [own, setOwn] = useState<Refused | null>(null);
  const { problems, attempt } = own ?? refused;

  const read = (form: FormData) => {
    const found = readTermsForm(form);
    if (!found.ok) {
      setOwn({ problems: found.problems, attempt: attempt + 1 });
      return;
    }
    const replyBy = dateOf(form, 'replyBy');
    onReview({ terms: found.value.terms, message: textOf(form, 'message'), replyBy: replyBy === '' ? null : replyBy });
  };
  return (
    <div className="kith-form-narrow">
      <Form problems={problems} attempt={attempt} onSend={read}>
        <p className="govuk-body-l">{text.lead}</p>
        {termNames.map((name) => (
          <TermFields name={name} start={start} problems={problems} key={name} />
        ))}
        <DateInput
          id="replyBy"
          label={label.replyBy}
          value={proposal?.replyBy}
          problem={problemOf(problems, 'replyBy')}
        />
        <TextArea
          id="message"
          label={label.message}
          value={proposal?.message}
          rows={3}
          problem={problemOf(problems, 'message')}
        />
        <Button>{text.review}</Button>
      </Form>
    </div>
  );
}

interface ProposeCheckProps {
  readonly proposal: Proposal;
  readonly act: Refused & { readonly isBusy: boolean };
  readonly onSend: () => Promise<void>;
  readonly onEdit: () => void;
}

/** The terms read over before they go to the provider. */
export function ProposeCheck({ proposal, act, onSend, onEdit }: ProposeCheckProps) {
  const rows = termsInWords(proposal.terms).map((line) => ({ key: line.label, value: line.value }));
  if (proposal.replyBy !== null) rows.push({ key: label.replyBy, value: day(proposal.replyBy) });
  if (proposal.message !== '') rows.push({ key: label.message, value: proposal.message });
  return (
    <Form problems={act.problems} attempt={act.attempt} onSend={onSend}>
      <SummaryList rows={rows} />
      <div className="govuk-button-group">
        <Button isBusy={act.isBusy}>{text.send}</Button>
        <Button type="button" kind="SECONDARY" onClick={onEdit}>
          {text.edit}
        </Button>
      </div>
    </Form>
  );
}
