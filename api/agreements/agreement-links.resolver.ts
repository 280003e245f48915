import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import * as gql from '../../schema/agreement.ts';
import * as outcomes from '../../schema/outcome.ts';
import { PageArgs } from '../../schema/paging.ts';
import * as people from '../../schema/person.ts';
import { TermsConnection } from '../../schema/terms.ts';
import type { Belonging } from '../people/individual.policy.ts';
import type { Context } from '../platform/context.ts';
import { canProposeTerms } from './agreement.policy.ts';

// The links of the views answer these fields; the resolvers only declare them.
function answeredByView(): never {
  throw new Error('The link of the view answers this field.');
}

@Resolver(() => gql.Agreement)
export class AgreementLinksResolver {
  @FieldResolver(() => TermsConnection, { description: 'Every version of the terms, the newest first.' })
  terms(@Args(() => PageArgs) _page: PageArgs) {
    return answeredByView();
  }

  @FieldResolver(() => gql.AgreementEventConnection, {
    description: 'Everything that happened to it, the oldest first.',
  })
  events(@Args(() => PageArgs) _page: PageArgs) {
    return answeredByView();
  }
}

@Resolver(() => people.Individual)
export class IndividualAgreementsResolver {
  @FieldResolver(() => gql.AgreementConnection, {
    description: 'Their agreements that you may see; the one that changed last first.',
  })
  agreements(@Args(() => PageArgs) _page: PageArgs) {
    return answeredByView();
  }
}

@Resolver(() => outcomes.Outcome)
export class OutcomeAgreementsResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether you can put first terms to the provider of the chosen option now.',
  })
  viewerCanPropose(@Ctx() ctx: Context, @Root() row: Belonging & { readonly hasProviderToAsk: boolean }) {
    return row.hasProviderToAsk && canProposeTerms(ctx.viewer, { ...row, providerId: '', hasBudget: false });
  }

  @FieldResolver(() => gql.AgreementConnection, {
    description: 'Agreements that serve it; the one that changed last first.',
  })
  agreements(@Args(() => PageArgs) _page: PageArgs) {
    return answeredByView();
  }
}
