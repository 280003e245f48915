import { graphql, type ResultOf } from '../../graphql.ts';

/** What the form of an entry starts from. */
export const EntryFields = graphql(`
  fragment EntryFields on Service {
    id
    name
    description
    status
    phone
    email
    website
    feesDescription
    couldStart
    minimumAge
    maximumAge
    languages
    areas
    schedules {
      id
      days
      opensAt
      closesAt
      description
      summary
    }
  }
`);

/** An entry as its form starts; null for a new one. */
export type EntryStart = ResultOf<typeof EntryFields>;
