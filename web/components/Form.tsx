import { useContext, type FormEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

import type { FieldProblem } from '../forms/use-act.ts';
import { ErrorSummary } from './ErrorSummary.tsx';
import { ProblemSlot } from './problem-slot.ts';

interface FormProps {
  readonly problems: readonly FieldProblem[];
  readonly attempt: number;
  readonly onSend: (form: FormData) => void | Promise<void>;
  readonly children: ReactNode;
}

/** A native form: what was typed goes to `onSend`, problems come back in one list at the top of the page. */
export function Form({ problems, attempt, onSend, children }: FormProps) {
  const slot = useContext(ProblemSlot);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void onSend(new FormData(event.currentTarget));
  };
  return (
    <>
      {slot !== null && createPortal(<ErrorSummary problems={problems} attempt={attempt} />, slot)}
      <form onSubmit={send} noValidate>
        {children}
      </form>
    </>
  );
}
