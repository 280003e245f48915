import { graphql } from '../../graphql.ts';

/** Puts a service of the directory, or an idea of one's own, among the options. */
export const AddOption = graphql(`
  mutation AddOption($input: AddOptionInput!) {
    addOption(input: $input) {
      appraisal {
        id
        version
        viewerCanAddOption
        options {
          id
          name
          kind
          ... on ListedOption {
            service {
              id
            }
          }
        }
      }
      userErrors {
        message
        field
      }
    }
  }
`);
