import { hatOf, myself, useViewer } from '../../viewer/viewer.ts';
import { DeskPage } from '../desk/DeskPage.tsx';
import { IndividualHome } from './IndividualHome.tsx';
import { PeoplePage } from './PeoplePage.tsx';
import { ProviderHome } from './ProviderHome.tsx';
import { WorkHome } from './WorkHome.tsx';

/** The home that fits the reader. */
export function HomePage() {
  const viewer = useViewer();
  if (viewer === null) return null;

  switch (hatOf(viewer)) {
    case 'INDIVIDUAL':
      return <IndividualHome individualId={myself(viewer)?.id ?? ''} isMine />;
    case 'BROKER':
      return <WorkHome />;
    case 'EDITOR':
      return <DeskPage />;
    case 'PROVIDER':
      return <ProviderHome />;
    case 'HELPER':
      return <PeoplePage isHome />;
  }
}
