import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AgreeBudgetErrorCode } from '../api/budgets/budget.rules.ts';
import { Money } from './money.ts';
import { DateScalar, Decimal } from './scalars.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

@ObjectType({ description: 'Agreed personal budget of one individual for one period.', simpleResolvers: true })
export class Budget {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => DateScalar, { description: 'First day.' })
  startsOn: string;

  @Field(() => DateScalar, { description: 'Last day.' })
  endsOn: string;

  @Field(() => Money, { description: 'Whole amount.' })
  total: Money;

  @Field(() => Money, { description: 'Paid so far.' })
  spent: Money;

  @Field(() => Money, {
    description: 'Promised in agreements, accepted ones that are not signed yet among them, and not paid yet.',
  })
  promised: Money;

  @Field(() => Money, { description: 'Kept back for emergencies.' })
  keptBack: Money;

  @Field(() => Money, { description: 'Left to choose with: the total less what is spent, promised and kept back.' })
  left: Money;

  @Field(() => Money, { description: 'Left for each week that remains of the period, by the calendar.' })
  weeklyLeft: Money;

  @Field(() => Int, { description: 'Share of the money that is spent, in whole percent.' })
  spentPercent: number;

  @Field(() => Int, { description: 'Share of the period that has gone, in whole percent, 0 to 100.' })
  yearGonePercent: number;

  @Field(() => String, { description: 'Whether spending keeps pace with time, in words.' })
  paceSentence: string;
}

registerEnumType(AgreeBudgetErrorCode, {
  name: 'AgreeBudgetErrorCode',
  description: 'Why a budget could not be agreed.',
  valuesConfig: {
    PERIOD_IMPOSSIBLE: { description: 'Last day comes before the first.' },
    PERIOD_TAKEN: { description: 'Some of the days have a budget already.' },
    AMOUNT_IMPOSSIBLE: { description: 'An amount is below zero, or more is kept back than there is.' },
  },
});

@InputType({ description: 'Budget to agree.' })
export class AgreeBudgetInput extends MutationInput {
  @Field(() => ID, { description: 'Individual whose budget it is.' })
  individualId: string;

  @Field(() => DateScalar, { description: 'First day.' })
  startsOn: string;

  @Field(() => DateScalar, { description: 'Last day.' })
  endsOn: string;

  @Field(() => Decimal, { description: 'Whole amount, in pounds.' })
  total: string;

  @Field(() => Decimal, {
    defaultValue: '0.00',
    description: 'Kept back for emergencies, in pounds, out of the whole amount.',
  })
  keptBack: string;
}

/** The error of agreeBudget. */
export const AgreeBudgetError = errorOf('AgreeBudget', AgreeBudgetErrorCode);

@ObjectType({ description: 'What came of agreeBudget.', simpleResolvers: true })
export class AgreeBudgetPayload {
  @Field(() => Budget, { nullable: true, description: 'Budget; null when refused.' })
  budget: Budget | null;

  @Field(() => [AgreeBudgetError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}
