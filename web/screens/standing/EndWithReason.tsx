import { useState } from 'react';

import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { TextArea } from '../../components/Input.tsx';
import { textOf } from '../../forms/fields.ts';
import type { FieldProblem } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';

interface EndWithReasonProps {
  readonly id: string;
  readonly label: string;
  /** What only a screen reader needs to tell one such button from another. */
  readonly of: string;
  readonly question: string;
  readonly yes: string;
  readonly act: {
    readonly problems: readonly FieldProblem[];
    readonly attempt: number;
    readonly isBusy: boolean;
    readonly send: (reason: string) => Promise<unknown>;
  };
}

/** Ends something in two presses, the second with the reason. */
export function EndWithReason({ id, label, of, question, yes, act }: EndWithReasonProps) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button kind="SECONDARY" type="button" onClick={() => setAsking(true)}>
        {label}
        <span className="govuk-visually-hidden">{of}</span>
      </Button>
    );
  }
  const [problem] = act.problems;
  return (
    <Form
      problems={act.problems}
      attempt={act.attempt}
      onSend={async (form) => void (await act.send(textOf(form, id)))}
    >
      <TextArea id={id} label={question} rows={2} problem={problem?.message} />
      <div className="govuk-button-group">
        <Button kind="WARNING" isBusy={act.isBusy}>
          {yes}
        </Button>
        <Button kind="SECONDARY" type="button" onClick={() => setAsking(false)}>
          {words.standing.back}
        </Button>
      </div>
    </Form>
  );
}
