import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Decimal } from './scalars.ts';

/** The currencies in which support is paid. */
export const CurrencyCode = { GBP: 'GBP' } as const;
export type CurrencyCode = keyof typeof CurrencyCode;

registerEnumType(CurrencyCode, {
  name: 'CurrencyCode',
  description: 'Currency, by its ISO 4217 code.',
  valuesConfig: { GBP: { description: 'Pounds sterling.' } },
});

@ObjectType({ description: 'Amount of money, exact to the penny.' })
export class Money {
  @Field(() => Decimal, { description: 'Pounds and pence, with two decimals.' })
  amount: string;

  @Field(() => CurrencyCode, { description: 'Currency of the amount.' })
  currency: CurrencyCode;
}
