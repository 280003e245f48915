import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import {
  RecordRegistrationErrorCode,
  RegistrationStatus,
  RegulatedActivity,
  Regulator,
} from '../api/directory/registration.rules.ts';
import { Organisation } from './organisation.ts';
import { DateScalar } from './scalars.ts';
import { errorOf, MutationInput, type UserError } from './user-error.ts';

registerEnumType(Regulator, {
  name: 'Regulator',
  description: 'Who keeps a register of organisations or services.',
  valuesConfig: {
    CQC: { description: 'Care Quality Commission, for health and social care in England.' },
    CIW: { description: 'Care Inspectorate Wales.' },
    CIS: { description: 'Care Inspectorate, for Scotland.' },
    RQIA: { description: 'Regulation and Quality Improvement Authority, for Northern Ireland.' },
    OFSTED: { description: "Ofsted, for children's services in England." },
    CHARITY_COMMISSION: { description: 'Charity Commission for England and Wales.' },
    OSCR: { description: 'Scottish Charity Regulator.' },
    CCNI: { description: 'Charity Commission for Northern Ireland.' },
    COMPANIES_HOUSE: { description: 'Companies House.' },
  },
});

registerEnumType(RegistrationStatus, {
  name: 'RegistrationStatus',
  description: 'How somebody stands in a register.',
  valuesConfig: {
    ACTIVE: { description: 'Registered.' },
    DORMANT: { description: 'Registered, and not doing at present what it is registered for.' },
    SUSPENDED: { description: 'Registration is suspended.' },
    DEREGISTERED: { description: 'Registered no longer.' },
    UNKNOWN: { description: 'Source gives an identifier and does not say whether it still stands.' },
  },
});

registerEnumType(RegulatedActivity, {
  name: 'RegulatedActivity',
  description: 'What may only be done by who is registered for it.',
  valuesConfig: {
    PERSONAL_CARE: { description: 'Help with washing, dressing, eating and the like, where the person lives.' },
    ACCOMMODATION_WITH_CARE: { description: 'A place to live together with care.' },
    NURSING_CARE: { description: 'Care by nurses.' },
    OTHER: { description: 'Any other regulated activity.' },
  },
});

@ObjectType({
  description: 'What the register of a regulator says, as one source told it on one day.',
  simpleResolvers: true,
})
export class Registration {
  @Field(() => ID, { description: 'Identifier of this fact.' })
  id: string;

  @Field(() => Regulator, { description: 'Who keeps the register.' })
  regulator: Regulator;

  @Field(() => String, { description: 'What the regulator calls it, such as "1-466088203".' })
  identifier: string;

  @Field(() => RegistrationStatus, { description: 'How it stands in the register.' })
  status: RegistrationStatus;

  @Field(() => [RegulatedActivity], {
    description: 'Regulated activities it is registered for, at most 4; empty when the source does not say.',
  })
  activities: RegulatedActivity[];

  @Field(() => String, { nullable: true, description: "Rating in the regulator's own words; null when not known." })
  rating: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of the rating; null when not known.' })
  ratedOn: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of the registration; null when not known.' })
  startsOn: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of the registration; null while none is known.' })
  endsOn: string | null;

  @Field(() => String, { description: 'Where this was read.' })
  source: string;

  @Field(() => DateScalar, { description: 'Last day on which the source said so.' })
  asOf: string;

  @Field(() => Boolean, { description: 'Whether this is the newest that its source says; otherwise it is history.' })
  isNewest: boolean;

  @Field(() => String, { description: 'All of it in a sentence, with its source and its day.' })
  summary: string;
}

registerEnumType(RecordRegistrationErrorCode, {
  name: 'RecordRegistrationErrorCode',
  description: 'Why a registration could not be recorded.',
  valuesConfig: {
    IDENTIFIER_NOT_VALID: { description: 'Identifier is missing or longer than 100 characters.' },
    RATING_NOT_VALID: { description: 'Rating is longer than 100 characters, or its day is given without it.' },
    SOURCE_NOT_VALID: { description: 'Source is missing or longer than 300 characters.' },
    DAYS_CROSSED: { description: 'Last day is before the first day.' },
    DAY_AHEAD: { description: 'Day of reading or of the rating is in the future.' },
  },
});

@InputType({ description: 'What an editor of the directory read in a register.' })
export class RecordRegistrationInput extends MutationInput {
  @Field(() => ID, { description: 'Organisation that is registered, or that runs the registered service.' })
  organisationId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Service that is registered by itself; leave out for the organisation.',
  })
  serviceId?: string | null;

  @Field(() => Regulator, { description: 'Who keeps the register.' })
  regulator: Regulator;

  @Field(() => String, { description: 'What the regulator calls it, at most 100 characters.' })
  identifier: string;

  @Field(() => RegistrationStatus, { description: 'How it stands in the register.' })
  status: RegistrationStatus;

  @Field(() => [RegulatedActivity], {
    nullable: true,
    description: 'Regulated activities it is registered for, at most 4; leave out when the register does not say.',
  })
  activities?: RegulatedActivity[] | null;

  @Field(() => String, { nullable: true, description: "Rating in the regulator's own words, at most 100 characters." })
  rating?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of the rating.' })
  ratedOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of the registration.' })
  startsOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of the registration.' })
  endsOn?: string | null;

  @Field(() => String, { description: 'Where this was read, at most 300 characters.' })
  source: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was read there; today when left out.' })
  asOf?: string | null;
}

/** The error of recordRegistration. */
export const RecordRegistrationError = errorOf('RecordRegistration', RecordRegistrationErrorCode);

@ObjectType({ description: 'What came of recordRegistration.', simpleResolvers: true })
export class RecordRegistrationPayload {
  @Field(() => Organisation, { nullable: true, description: 'Organisation as it stands now.' })
  organisation: Organisation | null;

  @Field(() => [RecordRegistrationError], { description: 'Every reason for refusing; empty when done.' })
  userErrors: UserError[];
}
