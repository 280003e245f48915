import { graphql, type ResultOf } from '../../graphql.ts';

/** What a list of agreements shows of each. */
export const AgreementLineFields = graphql(`
  fragment AgreementLineFields on Agreement {
    id
    reference
    status
    statusSentence
    waitingFor
    waitingForMe
    since
    replyBy
    individualLabel
    viewerRole
    provider {
      id
      name
    }
    service {
      id
      name
    }
    openTerms {
      id
      weeklyCost {
        amount
      }
    }
  }
`);

/** One line of a list of agreements. */
export type AgreementLine = ResultOf<typeof AgreementLineFields>;

/** What the agreement's page and the pages below it show; a push brings all of it. */
export const AgreementPageFields = graphql(`
  fragment AgreementPageFields on Agreement {
    id
    reference
    status
    statusSentence
    waitingFor
    waitingForMe
    since
    replyBy
    individualLabel
    viewerRole
    viewerCanAccept
    viewerCanCounter
    viewerCanDecline
    viewerCanWithdraw
    viewerCanSign
    individual {
      id
      person {
        id
        preferredName
      }
      alias
      viewerMayDo
      viewerRelation
      communication {
        flags
      }
    }
    provider {
      id
      name
    }
    service {
      id
      name
    }
    parties {
      id
      role
      name
      hasAccepted
      signature {
        signedBy
        signedAt
      }
    }
    openTerms {
      id
      number
      hash
      fingerprint
      authorName
      message
      lines {
        term
        label
        value
      }
      weeklyCost {
        amount
      }
      totalCost {
        amount
      }
    }
    changes {
      term
      label
      was
      now
      reason
      prose {
        kind
        text
      }
    }
    unchanged {
      term
      label
      value
    }
    weeklyDifference {
      amount
    }
    budgetLeftAfter {
      amount
    }
    events(first: 50) {
      edges {
        node {
          id
          at
          sentence
        }
      }
    }
  }
`);

/** An agreement as its pages show it. */
export type AgreementOnPage = ResultOf<typeof AgreementPageFields>;

/** The terms that are open, as they are read back. */
export type OpenTerms = AgreementOnPage['openTerms'];
