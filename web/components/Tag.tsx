import type { ReactNode } from 'react';

/** A status in a box; the colour adds nothing that the words do not say. */
export function Tag({ children, colour = 'blue' }: { readonly children: ReactNode; readonly colour?: TagColour }) {
  return <strong className={`govuk-tag govuk-tag--${colour}`}>{children}</strong>;
}

/** The colours that tags use here. */
export type TagColour = 'blue' | 'green' | 'grey' | 'yellow' | 'red';
