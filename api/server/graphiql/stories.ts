/** Operations that GraphiQL opens with: one story a tab, each runs as it stands. */
export const STORIES: readonly { readonly query: string; readonly variables?: string }[] = [
  {
    query: `# Who am I, whom do I help, and what waits for me?
# Sign in first: open /sign-in in another tab of this browser.
query WhoAmI {
  viewer {
    person { name preferredName }
    memberships { role organisation { name kind } }
    individuals(first: 5) {
      edges { node { alias viewerMayDo outcomes(first: 5) { edges { node { statement state } } } } }
    }
    waitingForMe
  }
}
`,
  },
  {
    query: `# What is there near a postcode? Nobody needs to sign in for this.
query FindSomething($search: ServiceSearch!) {
  services(search: $search, first: 10) {
    place
    order
    totalCount
    edges {
      distanceMiles
      node { name kind organisation { name } schedules { summary } }
    }
  }
}
`,
    variables: `{ "search": { "text": "lunch", "near": "FM2 6LD", "withinMiles": 5 } }\n`,
  },
  {
    query: `# What happens to the agreements that I may see, as it happens.
subscription AgreementsOfMine {
  agreementStatusChanged {
    cursor
    at
    sentence
    agreement { reference status statusSentence waitingForMe }
  }
}
`,
  },
];
