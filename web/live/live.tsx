import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useClient, useSubscription } from 'urql';

import { graphql, type ResultOf } from '../graphql.ts';
import { AgreementPageFields } from '../screens/agreement/agreement.fields.ts';
import type { LiveLink, LiveState } from './live-link.ts';
import type { Refresher } from './refresh-exchange.ts';

const StatusChanged = graphql(
  `
    subscription AgreementStatusChanged($after: String) {
      agreementStatusChanged(after: $after) {
        cursor
        at
        type
        sentence
        agreement {
          id
          ...AgreementPageFields
        }
      }
    }
  `,
  [AgreementPageFields],
);

/** One piece of news as it was pushed. */
export type News = ResultOf<typeof StatusChanged>['agreementStatusChanged'];

interface Live {
  readonly state: LiveState;
  /** When we last knew that what is on the screen is so. */
  readonly checkedAt: Date;
  /** The newest push since the page was opened, or null. */
  readonly news: News | null;
  readonly checkNow: () => void;
}

const LiveContext = createContext<Live | null>(null);

interface LiveProviderProps {
  readonly link: LiveLink;
  readonly refresher: Refresher;
  readonly children: ReactNode;
}

/** Keeps the one subscription that all pages share; the cache carries each push to every list and page. */
export function LiveProvider({ link, refresher, children }: LiveProviderProps) {
  const client = useClient();
  const [state, setState] = useState<LiveState>('CONNECTING');
  const [checkedAt, setCheckedAt] = useState(() => new Date());
  const [{ data }] = useSubscription({ query: StatusChanged, variables: {} });

  useEffect(() => {
    const refresh = () => {
      setCheckedAt(new Date());
      refresher.refresh(client);
    };
    link.listen({
      onState: (next) => {
        setState(next);
        // The moment a live link breaks is the last moment that we knew.
        if (next !== 'NOT_LIVE' && next !== 'SIGNED_OUT') setCheckedAt(new Date());
        // Asked afresh, the pages show what is still open to the reader, or how to sign in.
        if (next === 'SIGNED_OUT') refresher.refresh(client);
      },
      onResumed: refresh,
    });
    return () => link.listen(null);
  }, [link, refresher, client]);

  const news = data?.agreementStatusChanged ?? null;
  const live = useMemo<Live>(
    () => ({
      state,
      checkedAt,
      news,
      checkNow: () => {
        link.tryNow();
        setCheckedAt(new Date());
        refresher.refresh(client);
      },
    }),
    [state, checkedAt, news, link, refresher, client],
  );

  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>;
}

/** How pushes stand and the newest of them; null for someone who has not signed in. */
export function useLive(): Live | null {
  return useContext(LiveContext);
}
