import type { ReactNode } from 'react';
import { useQuery } from 'urql';

import { Footer } from './components/Footer.tsx';
import { Gate } from './components/Gate.tsx';
import { Header } from './components/Header.tsx';
import { LiveProvider } from './live/live.tsx';
import type { LiveLink } from './live/live-link.ts';
import type { Refresher } from './live/refresh-exchange.ts';
import { MemberRoutes, VisitorRoutes } from './routes.tsx';
import { ViewerProvider, ViewerQuery, type Viewer } from './viewer/viewer.ts';

interface AppProps {
  readonly link: LiveLink;
  readonly refresher: Refresher;
}

/** Asks who is reading, then shows their pages; a visitor gets the pages that are open to all. */
export function App({ link, refresher }: AppProps) {
  const [result, again] = useQuery({ query: ViewerQuery });
  const viewer = result.data?.viewer ?? null;

  return (
    <Frame viewer={viewer}>
      <Gate result={result} onRetry={() => again({ requestPolicy: 'network-only' })}>
        {() =>
          viewer === null ? (
            <VisitorRoutes />
          ) : (
            <ViewerProvider value={viewer}>
              <LiveProvider link={link} refresher={refresher}>
                <MemberRoutes />
              </LiveProvider>
            </ViewerProvider>
          )
        }
      </Gate>
    </Frame>
  );
}

function Frame({ viewer, children }: { readonly viewer: Viewer | null; readonly children: ReactNode }) {
  return (
    <>
      <Header viewer={viewer} />
      <div className="kith-grow">
        <div className="govuk-width-container">{children}</div>
      </div>
      <Footer />
    </>
  );
}
