import { Field, ID, ObjectType } from 'type-graphql';
import { Money } from './money.ts';

@ObjectType({ description: 'One way in which a service is paid for.', simpleResolvers: true })
export class CostOption {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the amount is for, such as "per hour"; null when not said.',
  })
  option: string | null;

  @Field(() => Money, {
    nullable: true,
    description: 'Amount; null when not said, which does not mean that it is free.',
  })
  amount: Money | null;

  @Field(() => String, { nullable: true, description: 'What is said about it in words; null when nothing is.' })
  description: string | null;

  @Field(() => String, { description: 'Cost in a few words, such as "£6.50 a visit", "Free" or "Price on asking".' })
  summary: string;
}
