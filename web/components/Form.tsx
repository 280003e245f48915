import type { FormEvent, ReactNode } from 'react';

import type { FieldProblem } from '../forms/use-act.ts';
import { ErrorSummary } from './ErrorSummary.tsx';

interface FormProps {
  readonly problems: readonly FieldProblem[];
  readonly attempt: number;
  readonly onSend: (form: FormData) => void | Promise<void>;
  readonly children: ReactNode;
}

/** A native form: what was typed goes to `onSend`, problems come back in one list above it. */
export function Form({ problems, attempt, onSend, children }: FormProps) {
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void onSend(new FormData(event.currentTarget));
  };
  return (
    <form onSubmit={send} noValidate>
      <ErrorSummary problems={problems} attempt={attempt} />
      {children}
    </form>
  );
}
