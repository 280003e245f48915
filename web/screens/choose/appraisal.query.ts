import { graphql, type ResultOf } from '../../graphql.ts';

/** The options of an outcome, side by side. */
export const ChooseQuery = graphql(`
  query Choose($outcomeId: ID!) {
    outcome(id: $outcomeId) {
      id
      statement
      individual {
        id
        alias
        viewerMayDo
        viewerRelation
        communication {
          flags
        }
        postcode
        person {
          id
          preferredName
        }
      }
      appraisal {
        id
        state
        version
        viewerCanAddOption
        viewerCanChoose
        weeklyBudgetLeft {
          amount
        }
        decision {
          chosen {
            id
            name
          }
        }
        options {
          id
          name
          kind
          summary
          weeklyCost {
            amount
          }
          budgetLeftAfter {
            amount
          }
          when
          gettingThere
          distanceMiles
          couldStart
          thingsToThinkAbout
          ifItFallsThrough
          isChosen
          viewerCanRemove
          costGrounds
          ... on ListedOption {
            service {
              id
            }
            criteria {
              answer
              answerSentence
            }
          }
        }
      }
    }
  }
`);

/** An outcome whose options are compared. */
export type ChooseOutcome = NonNullable<ResultOf<typeof ChooseQuery>['outcome']>;

/** Its set of options. */
export type AppraisalOnPage = NonNullable<ChooseOutcome['appraisal']>;

/** One option. */
export type OptionOnPage = AppraisalOnPage['options'][number];
