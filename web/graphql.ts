import { initGraphQLTada } from 'gql.tada';

import type { introspection } from './graphql-env.d.ts';

/** Parses a GraphQL document; its types follow from the committed schema. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: {
    Date: string;
    DateTime: string;
    Decimal: string;
    LocalTime: string;
  };
}>();

export type { ResultOf, VariablesOf } from 'gql.tada';
