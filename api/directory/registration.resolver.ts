import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Organisation } from '../../schema/organisation.ts';
import * as gql from '../../schema/registration.ts';
import { Service } from '../../schema/service.ts';
import { problemsOf } from '../common/result.ts';
import { organisationView } from '../organisations/organisation.view.ts';
import type { Context } from '../platform/context.ts';
import { later } from '../platform/read/read.ts';
import { recordRegistration } from './record-registration.ts';
import { describeRegistration } from './registration.rules.ts';
import type { RegistrationFacts } from './registration.rules.ts';

@Resolver(() => gql.Registration)
export class RegistrationResolver {
  @FieldResolver(() => String)
  summary(@Root() row: RegistrationFacts) {
    return describeRegistration(row);
  }

  @Mutation(() => gql.RecordRegistrationPayload, {
    description: 'Writes down what a register says of an organisation or its service; for editors of the directory.',
  })
  async recordRegistration(
    @Ctx() ctx: Context,
    @Arg('input', () => gql.RecordRegistrationInput, { description: 'What the register says.' })
    input: gql.RecordRegistrationInput,
  ) {
    const result = await recordRegistration(ctx, input);
    return { organisation: later(organisationView, { id: input.organisationId }), userErrors: problemsOf(result) };
  }
}

@Resolver(() => Service)
export class ServiceRegistrationsResolver {
  @FieldResolver(() => [gql.Registration], {
    description:
      'What regulators say of it and of who runs it, newest first, history included; at most 50. Empty means that nothing is known, not that it is unregistered.',
  })
  registrations(): never {
    throw new Error('The link of the view answers this field.');
  }
}

@Resolver(() => Organisation)
export class OrganisationRegistrationsResolver {
  @FieldResolver(() => [gql.Registration], {
    description:
      'What regulators say of the organisation itself, newest first, history included; at most 50. Empty means that nothing is known, not that it is unregistered.',
  })
  registrations(): never {
    throw new Error('The link of the view answers this field.');
  }
}
