import { FieldResolver, Resolver, Root } from 'type-graphql';
import { CurrencyCode, Money } from '../../schema/money.ts';
import { Decimal } from '../../schema/scalars.ts';
import { decimalOf } from '../common/money.ts';

/** Money stays whole pence, a number, until the moment it is written out. */
@Resolver(() => Money)
export class MoneyResolver {
  @FieldResolver(() => Decimal)
  amount(@Root() pence: number) {
    return decimalOf(pence);
  }

  @FieldResolver(() => CurrencyCode)
  currency() {
    return CurrencyCode.GBP;
  }
}
