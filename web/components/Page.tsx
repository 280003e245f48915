import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link } from 'react-router';

import type { Helped } from '../viewer/helped.ts';
import { words } from '../words/en.ts';
import { Helping } from './Helping.tsx';
import { ProblemSlot } from './problem-slot.ts';

interface PageProps {
  readonly title: string;
  readonly caption?: string | undefined;
  /** Where "Back" leads; left out on pages that the menu reaches. */
  readonly back?: { readonly to: string; readonly label: string } | undefined;
  /** The person that the page is about, so that helpers see what they may do. */
  readonly about?: Helped | null | undefined;
  /** Changes when the page turns into its next step, so that focus goes to the heading again. */
  readonly step?: string | undefined;
  readonly hasProblems?: boolean | undefined;
  readonly children: ReactNode;
}

let isFirstPage = true;

/** The frame of one page: title, way back, heading that takes focus after navigation, content. */
export function Page({ title, caption, back, about, step, hasProblems, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [slot, setSlot] = useState<HTMLElement | null>(null);

  useEffect(() => {
    document.title = words.title(hasProblems === true ? words.errorTitle(title) : title);
  }, [title, hasProblems]);

  useEffect(() => {
    // The browser itself starts the first page at its top; later pages are changes it does not see.
    if (!isFirstPage) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    isFirstPage = false;
  }, [step]);

  return (
    <>
      {about !== undefined && about !== null && <Helping individual={about} />}
      {back !== undefined && (
        <nav aria-label={words.back.label}>
          <Link to={back.to} className="govuk-back-link">
            {back.label}
          </Link>
        </nav>
      )}
      <main className="govuk-main-wrapper" id="main">
        <div ref={setSlot} />
        {caption !== undefined && <span className="govuk-caption-l">{caption}</span>}
        <h1 className="govuk-heading-l" tabIndex={-1} ref={heading}>
          {title}
        </h1>
        <ProblemSlot value={slot}>{children}</ProblemSlot>
      </main>
    </>
  );
}
