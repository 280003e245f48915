import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { MemberRole, OrganisationKind } from '../api/common/viewer.ts';
import { connectionOf } from './paging.ts';

registerEnumType(OrganisationKind, {
  name: 'OrganisationKind',
  description: 'What an organisation is in the marketplace.',
  valuesConfig: {
    AUTHORITY: { description: 'Commissions support and holds budgets, such as a council.' },
    PROVIDER: { description: 'Gives support for a price.' },
    COMMUNITY_GROUP: { description: 'People who do something together, for free or at cost.' },
    ADVICE: { description: 'Gives advice, information or advocacy.' },
    UNSORTED: { description: 'Nobody has said yet what it is.' },
  },
});

registerEnumType(MemberRole, {
  name: 'MemberRole',
  description: 'What a member does in an organisation.',
  valuesConfig: {
    BROKER: { description: 'Finds and negotiates support together with individuals.' },
    APPROVER: { description: 'Approves what agreements cost, within a limit.' },
    BUDGET_HOLDER: { description: 'Signs for the budget.' },
    EDITOR: { description: 'Keeps the directory right.' },
    SAFEGUARDING_LEAD: { description: 'Answers for keeping people safe.' },
    MANAGER: { description: 'Runs the organisation, signs for it and keeps its members.' },
    MEMBER: { description: 'Belongs to it.' },
  },
});

@ObjectType({ description: 'Authority, provider, community group or advice service.', simpleResolvers: true })
export class Organisation {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => OrganisationKind, { description: 'What it is in the marketplace.' })
  kind: OrganisationKind;

  @Field(() => String, { description: 'Name as it calls itself.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What it does, in its own words; null when it has not said.' })
  description: string | null;

  @Field(() => String, { nullable: true, description: 'Public web address; null when not known.' })
  website: string | null;

  @Field(() => String, { nullable: true, description: 'Public e-mail address; null when not known.' })
  email: string | null;

  @Field(() => String, { nullable: true, description: 'Public telephone number; null when not known.' })
  phone: string | null;
}

/** A page of organisations. */
export const OrganisationConnection = connectionOf('Organisation', () => Organisation);
