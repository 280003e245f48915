import { graphql, type ResultOf } from '../../graphql.ts';

/** A suggestion as those who run the entry and the desk read it. */
export const SuggestionFields = graphql(`
  fragment SuggestionFields on Suggestion {
    id
    kind
    state
    why
    contact
    organisationName
    madeAt
    reason
    viewerCanDecide
    changes {
      field
      label
      was
      suggested
      hasChangedSince
    }
    service {
      id
      name
    }
    organisation {
      id
      name
    }
  }
`);

/** A suggestion on a page. */
export type SuggestionOnPage = ResultOf<typeof SuggestionFields>;

/** A difference between an entry and its publisher's list, as those who run the entry and the desk read it. */
export const ConflictFields = graphql(`
  fragment ConflictFields on EditConflict {
    id
    label
    ours
    theirs
    state
    feedSaidAt
    viewerCanDecide
    service {
      id
      name
    }
    organisation {
      id
      name
    }
  }
`);

/** A difference on a page. */
export type ConflictOnPage = ResultOf<typeof ConflictFields>;

/** Sends what somebody thinks an entry should say. */
export const SuggestChange = graphql(`
  mutation SuggestChange($input: SuggestChangeInput!) {
    suggestChange(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`);

/** Sends what somebody knows of that is not listed. */
export const SuggestListing = graphql(`
  mutation SuggestListing($input: SuggestListingInput!) {
    suggestListing(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`);
