import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { words } from '../words/en.ts';

interface ButtonProps {
  readonly children: ReactNode;
  readonly kind?: 'MAIN' | 'SECONDARY' | 'WARNING' | undefined;
  readonly isBusy?: boolean | undefined;
  readonly type?: 'submit' | 'button' | undefined;
  readonly onClick?: (() => void) | undefined;
}

const classes = {
  MAIN: 'govuk-button',
  SECONDARY: 'govuk-button govuk-button--secondary',
  WARNING: 'govuk-button govuk-button--warning',
} as const;

/** A button; while busy it stays in place, says so and takes no second press. */
export function Button({ children, kind = 'MAIN', isBusy = false, type = 'submit', onClick }: ButtonProps) {
  return (
    <button type={type} className={classes[kind]} aria-disabled={isBusy || undefined} onClick={onClick}>
      {children}
      {isBusy && <span role="status"> ({words.form.sending})</span>}
    </button>
  );
}

interface ButtonLinkProps {
  readonly to: string;
  readonly children: ReactNode;
  readonly kind?: 'MAIN' | 'SECONDARY' | 'WARNING' | undefined;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ to, children, kind = 'MAIN' }: ButtonLinkProps) {
  return (
    <Link to={to} className={classes[kind]}>
      {children}
    </Link>
  );
}
