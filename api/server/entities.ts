import { Acceptance } from '../agreements/acceptance.entity.ts';
import { Agreement } from '../agreements/agreement.entity.ts';
import { Commitment } from '../agreements/commitment.entity.ts';
import { Signature } from '../agreements/signature.entity.ts';
import { Terms } from '../agreements/terms.entity.ts';
import { Appraisal } from '../appraisals/appraisal.entity.ts';
import { Decision } from '../appraisals/decision.entity.ts';
import { Option } from '../appraisals/option.entity.ts';
import { Budget } from '../budgets/budget.entity.ts';
import { Consent } from '../consents/consent.entity.ts';
import { Service } from '../directory/service.entity.ts';
import { AccessCriterion } from '../offers/access-criterion.entity.ts';
import { OfferRate } from '../offers/offer-rate.entity.ts';
import { Offer } from '../offers/offer.entity.ts';
import { Organisation } from '../organisations/organisation.entity.ts';
import { Outcome } from '../outcomes/outcome.entity.ts';
import { CircleMember } from '../people/circle-member.entity.ts';
import { Communication } from '../people/communication.entity.ts';
import { Individual } from '../people/individual.entity.ts';
import { Membership } from '../memberships/membership.entity.ts';
import { Person } from '../people/person.entity.ts';
import { InterpreterBooking } from '../people/interpreter-booking.entity.ts';
import { InformalSupport } from '../people/informal-support.entity.ts';
import { Statement } from '../people/statement.entity.ts';
import { BestInterestsRecord } from '../representatives/best-interests-record.entity.ts';
import { CapacityRecord } from '../representatives/capacity-record.entity.ts';
import { CourtOrder } from '../representatives/court-order.entity.ts';
import { Representation } from '../representatives/representation.entity.ts';

/** Every row that commands write through TypeORM, in the order of the features. */
export const entities = [
  Organisation,
  Person,
  Membership,
  Individual,
  CircleMember,
  Statement,
  Communication,
  InformalSupport,
  Representation,
  CapacityRecord,
  BestInterestsRecord,
  CourtOrder,
  Consent,
  InterpreterBooking,
  Service,
  Offer,
  OfferRate,
  AccessCriterion,
  Outcome,
  Appraisal,
  Option,
  Decision,
  Budget,
  Agreement,
  Terms,
  Acceptance,
  Signature,
  Commitment,
] as const;
