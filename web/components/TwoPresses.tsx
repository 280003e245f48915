import { useState } from 'react';

import type { FieldProblem } from '../forms/use-act.ts';
import { Button } from './Button.tsx';
import { Form } from './Form.tsx';

interface TwoPressesProps {
  readonly label: string;
  /** What a screen reader hears after the label, so that several such buttons of a page are told apart. */
  readonly about: string;
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly problems: readonly FieldProblem[];
  readonly attempt: number;
  readonly isBusy: boolean;
  readonly onSend: () => Promise<void>;
}

/** A step that cannot be taken back: one press asks, the next does it. */
export function TwoPresses(props: TwoPressesProps) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button kind="SECONDARY" type="button" onClick={() => setAsking(true)}>
        {props.label}
        <span className="govuk-visually-hidden"> {props.about}</span>
      </Button>
    );
  }
  return (
    <Form problems={props.problems} attempt={props.attempt} onSend={props.onSend}>
      <p className="govuk-body govuk-!-font-weight-bold" role="alert">
        {props.question}
      </p>
      <div className="govuk-button-group">
        <Button kind="WARNING" isBusy={props.isBusy}>
          {props.yes}
        </Button>
        <Button kind="SECONDARY" type="button" onClick={() => setAsking(false)}>
          {props.no}
        </Button>
      </div>
    </Form>
  );
}
