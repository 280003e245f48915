import { graphql, type ResultOf } from '../../graphql.ts';

const BookingFields = graphql(`
  fragment BookingFields on InterpreterBooking {
    id
    interpreter
    language
    wantedOn
    startsAt
    minutes
    place
    purpose
    state
    bookedWith
    version
    askedBy {
      id
      name
    }
  }
`);

const IndividualWithInterpreters = graphql(
  `
    fragment IndividualWithInterpreters on Individual {
      id
      alias
      viewerMayDo
      viewerRelation
      viewerCanSayAbout
      person {
        id
        name
        preferredName
      }
      communication {
        flags
        interpreter
        spokenLanguage
      }
      interpreterBookings(first: 50) {
        edges {
          node {
            ...BookingFields
          }
        }
      }
    }
  `,
  [BookingFields],
);

/** The interpreters asked for and booked for somebody. */
export const InterpretersQuery = graphql(
  `
    query Interpreters($individualId: ID!) {
      individual(id: $individualId) {
        ...IndividualWithInterpreters
      }
    }
  `,
  [IndividualWithInterpreters],
);

/** Asks for an interpreter. */
export const AskForInterpreter = graphql(
  `
    mutation AskForInterpreter($input: AskForInterpreterInput!) {
      askForInterpreter(input: $input) {
        individual {
          ...IndividualWithInterpreters
        }
        userErrors {
          message
          field
        }
      }
    }
  `,
  [IndividualWithInterpreters],
);

/** Says what has become of a booking. */
export const SettleInterpreterBooking = graphql(
  `
    mutation SettleInterpreterBooking($input: SettleInterpreterBookingInput!) {
      settleInterpreterBooking(input: $input) {
        individual {
          ...IndividualWithInterpreters
        }
        userErrors {
          message
          field
        }
      }
    }
  `,
  [IndividualWithInterpreters],
);

/** Somebody with their interpreters. */
export type WithInterpreters = ResultOf<typeof IndividualWithInterpreters>;

/** One interpreter asked for or booked. */
export type Booking = ResultOf<typeof BookingFields>;
