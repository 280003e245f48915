import { useEffect, type ReactNode } from 'react';
import type { CombinedError, UseQueryState } from 'urql';

import { words } from '../words/en.ts';
import { Button } from './Button.tsx';
import { Page } from './Page.tsx';

interface GateProps<Data> {
  readonly result: Pick<UseQueryState<Data>, 'data' | 'error' | 'fetching'>;
  readonly onRetry: () => void;
  readonly children: (data: Data) => ReactNode;
}

/** Shows what was asked for once it is there; until then, or instead, says in words how it stands. */
export function Gate<Data>({ result, onRetry, children }: GateProps<Data>) {
  if (result.data !== undefined && result.data !== null) return <>{children(result.data)}</>;
  if (result.error !== undefined) return <Trouble error={result.error} onRetry={onRetry} />;
  return <Loading />;
}

/** Says that the page is on its way. */
export function Loading() {
  useEffect(() => {
    document.title = words.title('');
  }, []);
  return (
    <main className="govuk-main-wrapper" id="main">
      <p className="govuk-body" role="status">
        {words.loading}
      </p>
    </main>
  );
}

function Trouble({ error, onRetry }: { readonly error: CombinedError; readonly onRetry: () => void }) {
  const isSignedOut = error.graphQLErrors.some((problem) => problem.extensions['code'] === 'UNAUTHENTICATED');
  return (
    <Page title={words.trouble.heading} hasProblems>
      <p className="govuk-body" role="alert">
        {troubleSentence(error)}
      </p>
      {isSignedOut ? (
        <a className="govuk-button" href="/sign-in">
          {words.account.signIn}
        </a>
      ) : (
        <Button type="button" onClick={onRetry}>
          {words.trouble.again}
        </Button>
      )}
    </Page>
  );
}

function troubleSentence(error: CombinedError): string {
  if (error.networkError !== undefined) return words.trouble.offline;
  const [first] = error.graphQLErrors;
  if (first?.extensions['code'] === 'UNAUTHENTICATED') return words.trouble.signedOut;
  // A masked error carries a sentence with the number to quote.
  return first?.extensions['code'] === 'INTERNAL' ? first.message : words.trouble.server;
}
