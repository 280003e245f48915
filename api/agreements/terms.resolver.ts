import { FieldResolver, Int, Resolver, Root } from 'type-graphql';
import * as gql from '../../schema/terms.ts';
import { PartyRole } from './agreement.rules.ts';
import { weeklyMinutes } from './terms-cost.rules.ts';
import { linesOf } from './terms-words.rules.ts';
import { contentOf, type TermsRow } from './terms.view.ts';

@Resolver(() => gql.Terms)
export class TermsResolver {
  @FieldResolver(() => [gql.TermLine])
  lines(@Root() row: TermsRow) {
    return linesOf(contentOf(row));
  }

  @FieldResolver(() => Int)
  weeklyMinutes(@Root() row: TermsRow) {
    return weeklyMinutes(row);
  }

  @FieldResolver(() => String)
  fingerprint(@Root() row: TermsRow) {
    return row.hash.slice(0, 4);
  }

  @FieldResolver(() => PartyRole)
  authorRole(@Root() row: TermsRow) {
    return row.author;
  }
}
