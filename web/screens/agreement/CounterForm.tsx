import { useState } from 'react';
import { useLocation } from 'react-router';

import { Button } from '../../components/Button.tsx';
import { Details } from '../../components/Details.tsx';
import { Form } from '../../components/Form.tsx';
import { TextArea } from '../../components/Input.tsx';
import { textOf } from '../../forms/fields.ts';
import { readReasons, readTermsForm, type TermName, type TermsDraft } from '../../forms/terms-form.ts';
import type { FieldProblem } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import type { CounterAgreement } from './counter.query.ts';
import { TermFields } from './TermFields.tsx';

const text = words.agreement.counterPage;

/** What is to be sent back: all terms, why some changed, and a message. */
export interface Reply {
  readonly terms: TermsDraft;
  readonly reasons: readonly { readonly term: TermName; readonly reason: string }[];
  readonly message: string;
}

interface CounterFormProps {
  readonly agreement: CounterAgreement;
  readonly lines: CounterAgreement['openTerms']['lines'];
  readonly start: TermsDraft;
  readonly reply: Reply | null;
  readonly refused: { readonly problems: readonly FieldProblem[]; readonly attempt: number };
  readonly onReview: (reply: Reply) => void;
}

/** Every term folded, with what it says now; opening one lets it be changed and asks why. */
export function CounterForm({ agreement, lines, start, reply, refused, onReview }: CounterFormProps) {
  const { hash } = useLocation();
  const [own, setOwn] = useState<{ problems: readonly FieldProblem[]; attempt: number } | null>(null);
  const { problems, attempt } = own ?? refused;
  if (!agreement.viewerCanCounter) return <p className="govuk-body">{text.cannot}</p>;

  const read = (form: FormData) => {
    const found = readTermsForm(form);
    if (found.ok) onReview({ terms: found.value.terms, reasons: readReasons(form), message: textOf(form, 'message') });
    else setOwn({ problems: found.problems, attempt: attempt + 1 });
  };
  return (
    <div className="kith-form-narrow">
      <Form problems={problems} attempt={attempt} onSend={read}>
        <p className="govuk-body-l">{text.lead}</p>
        {lines.map((line) => (
          <TermToChange
            {...{ line, problems }}
            start={reply?.terms ?? start}
            reason={reply?.reasons.find((given) => given.term === line.term)?.reason}
            isAsked={hash === `#${line.term}`}
            key={line.term}
          />
        ))}
        <TextArea id="message" label={text.message} value={reply?.message} rows={3} />
        <Button>{text.review}</Button>
      </Form>
    </div>
  );
}

interface TermToChangeProps {
  readonly line: CounterAgreement['openTerms']['lines'][number];
  readonly start: TermsDraft;
  readonly problems: readonly FieldProblem[];
  readonly reason: string | undefined;
  readonly isAsked: boolean;
}

function TermToChange({ line, start, problems, reason, isAsked }: TermToChangeProps) {
  return (
    <section className="kith-term" aria-label={line.label}>
      <p className="govuk-body">
        <strong>{line.label}</strong> {line.value}
      </p>
      <Details
        summary={
          <>
            {text.change} <span className="govuk-visually-hidden">{line.label}</span>
          </>
        }
        isOpen={isAsked || reason !== undefined}
        id={line.term}
      >
        <TermFields name={line.term} start={start} problems={problems} />
        <TextArea id={`reason-${line.term}`} label={text.reason} value={reason} rows={2} />
      </Details>
    </section>
  );
}
