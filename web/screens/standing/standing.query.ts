import { graphql, type ResultOf } from '../../graphql.ts';

/** Who may decide with or for a person, and what was found about single decisions. */
export const StandingQuery = graphql(`
  query StandingPage($individualId: ID!) {
    individual(id: $individualId) {
      id
      alias
      viewerMayDo
      viewerRelation
      viewerCanRecordStanding
      bornOn
      age
      lifeStage
      standingWarning
      communication {
        flags
      }
      person {
        id
        name
        preferredName
      }
      circle {
        id
        relation
        person {
          id
          name
        }
      }
      outcomes(first: 20) {
        edges {
          node {
            id
            statement
          }
        }
      }
      representations {
        id
        kind
        scope
        evidence
        evidenceSeenOn
        startsOn
        endsOn
        endedReason
        isInForce
        covers
        worksFor
        viewerCanEnd
        person {
          id
          name
        }
        evidenceSeenBy {
          id
          name
        }
      }
      capacityRecords {
        id
        decisionKind
        decision
        finding
        supportGiven
        grounds
        assessor
        assessedOn
        bestInterests {
          id
          wishes
          leastRestrictive
          chosenOption
          reasons
          decidedBy
          decidedOn
          options {
            option
            benefits
            disbenefits
          }
          consulted {
            who
            said
          }
        }
      }
      courtOrders {
        id
        evidence
        orderedOn
        liftedReason
        viewerCanLift
        person {
          id
          name
        }
      }
    }
  }
`);

/** Writes down who represents a person. */
export const RecordRepresentation = graphql(`
  mutation RecordRepresentation($input: RecordRepresentationInput!) {
    recordRepresentation(input: $input) {
      representation {
        id
      }
      userErrors {
        message
        field
      }
    }
  }
`);

/** Ends it. */
export const EndRepresentation = graphql(`
  mutation EndRepresentation($input: EndRepresentationInput!) {
    endRepresentation(input: $input) {
      representation {
        id
        isInForce
        endedReason
        viewerCanEnd
      }
      userErrors {
        message
        field
      }
    }
  }
`);

/** Writes down what was found about one decision. */
export const RecordCapacity = graphql(`
  mutation RecordCapacity($input: RecordCapacityInput!) {
    recordCapacity(input: $input) {
      capacityRecord {
        id
      }
      userErrors {
        message
        field
      }
    }
  }
`);

/** Writes down how a decision was made for somebody. */
export const RecordBestInterests = graphql(`
  mutation RecordBestInterests($input: RecordBestInterestsInput!) {
    recordBestInterests(input: $input) {
      bestInterestsRecord {
        id
      }
      userErrors {
        message
        field
      }
    }
  }
`);

/** Writes down when somebody was born. */
export const RecordBirthDate = graphql(`
  mutation RecordBirthDate($input: RecordBirthDateInput!) {
    recordBirthDate(input: $input) {
      individual {
        id
        bornOn
        age
        lifeStage
        standingWarning
      }
      userErrors {
        message
        field
      }
    }
  }
`);

/** Stops sharing with somebody because a court says so. */
export const RecordCourtOrder = graphql(`
  mutation RecordCourtOrder($input: RecordCourtOrderInput!) {
    recordCourtOrder(input: $input) {
      courtOrder {
        id
      }
      userErrors {
        message
        field
      }
    }
  }
`);

/** Lifts a court order. */
export const LiftCourtOrder = graphql(`
  mutation LiftCourtOrder($input: LiftCourtOrderInput!) {
    liftCourtOrder(input: $input) {
      courtOrder {
        id
        liftedReason
        viewerCanLift
      }
      userErrors {
        message
        field
      }
    }
  }
`);

/** A person with who may decide for them. */
export type StandingIndividual = NonNullable<ResultOf<typeof StandingQuery>['individual']>;

/** One authority that somebody holds. */
export type RepresentationOnPage = StandingIndividual['representations'][number];

/** What was found about one decision. */
export type CapacityOnPage = StandingIndividual['capacityRecords'][number];
