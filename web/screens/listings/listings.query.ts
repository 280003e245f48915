import { graphql, type ResultOf } from '../../graphql.ts';

/** What the reader keeps, and what they asked to keep. */
export const ListingsQuery = graphql(`
  query Listings {
    viewer {
      memberships {
        organisation {
          id
          name
          kind
          viewerCanEdit
        }
      }
      listings(first: 100) {
        totalCount
        edges {
          node {
            id
            name
            status
            missingFacts
            lastChange
            viewerCanAssure
            freshness {
              sentence
            }
            organisation {
              id
            }
            suggestions(first: 1) {
              totalCount
            }
            conflicts(first: 1) {
              totalCount
            }
          }
        }
      }
      claims(first: 20) {
        edges {
          node {
            id
            state
            reason
            organisation {
              id
              name
            }
          }
        }
      }
    }
  }
`);

/** What the reader keeps. */
export type Listings = NonNullable<ResultOf<typeof ListingsQuery>['viewer']>;

/** One entry that the reader keeps. */
export type Listing = Listings['listings']['edges'][number]['node'];

/** Says that an entry is right today. */
export const AssureService = graphql(`
  mutation AssureListing($input: AssureServiceInput!) {
    assureService(input: $input) {
      service {
        id
        freshness {
          sentence
        }
      }
      userErrors {
        message
        field
      }
    }
  }
`);

/** Writes into the reader's own entry. */
export const EditService = graphql(`
  mutation EditService($input: EditServiceInput!) {
    editService(input: $input) {
      service {
        id
        name
        description
        status
        lastChange
      }
      userErrors {
        message
        field
      }
    }
  }
`);

/** Lists something new. */
export const ListService = graphql(`
  mutation ListService($input: ListServiceInput!) {
    listService(input: $input) {
      service {
        id
      }
      userErrors {
        message
        field
      }
    }
  }
`);

/** Writes into an organisation's own details. */
export const EditOrganisation = graphql(`
  mutation EditOrganisation($input: EditOrganisationInput!) {
    editOrganisation(input: $input) {
      organisation {
        id
        name
        description
        website
        email
        phone
      }
      userErrors {
        message
        field
      }
    }
  }
`);
