import { createContext, useContext } from 'react';

import { graphql, type ResultOf } from '../graphql.ts';

/** Who is reading: asked once for the menu and the choice of home. */
export const ViewerQuery = graphql(`
  query Viewer {
    viewer {
      person {
        id
        name
        preferredName
      }
      memberships {
        role
        organisation {
          id
          name
          kind
        }
      }
      individuals(first: 50) {
        totalCount
        edges {
          node {
            id
            alias
            person {
              id
              name
              preferredName
            }
            viewerMayDo
            viewerRelation
          }
        }
      }
      waitingForMe
      directoryDesk {
        __typename
      }
    }
  }
`);

/** The reader as the API tells it. */
export type Viewer = NonNullable<ResultOf<typeof ViewerQuery>['viewer']>;

/** A person the reader is, helps or works for. */
export type ViewerIndividual = Viewer['individuals']['edges'][number]['node'];

const ViewerContext = createContext<Viewer | null>(null);

/** Gives the reader to every page below it. */
export const ViewerProvider = ViewerContext.Provider;

/** The signed-in reader, or null for someone who has not signed in. */
export function useViewer(): Viewer | null {
  return useContext(ViewerContext);
}

/** Which home and menu a reader gets. */
export type Hat = 'INDIVIDUAL' | 'BROKER' | 'EDITOR' | 'PROVIDER' | 'HELPER';

/** The home that fits a reader best: their own life first, then their work, then those they help. */
export function hatOf(viewer: Viewer): Hat {
  if (myself(viewer) !== null) return 'INDIVIDUAL';
  if (viewer.directoryDesk !== null && viewer.memberships.every(({ role }) => role === 'EDITOR')) return 'EDITOR';
  const kinds = viewer.memberships.map((membership) => membership.organisation.kind);
  if (kinds.includes('AUTHORITY')) return 'BROKER';
  return kinds.length > 0 ? 'PROVIDER' : 'HELPER';
}

/** The reader's own record, when they are themselves a person who has support. */
export function myself(viewer: Viewer): ViewerIndividual | null {
  return viewer.individuals.edges.find(({ node }) => node.viewerRelation === 'SELF')?.node ?? null;
}
