import { OrganisationResolver } from '../organisations/organisation.resolver.ts';
import { InterpreterBookingResolver } from '../people/interpreter-booking.resolver.ts';
import { CommunicationResolver, IndividualAboutResolver, StatementResolver } from '../people/about.resolver.ts';
import { CircleResolver } from '../people/circle.resolver.ts';
import { IndividualResolver } from '../people/individual.resolver.ts';
import { ViewerResolver } from '../people/viewer.resolver.ts';
import { IndividualStandingResolver } from '../representatives/individual-standing.resolver.ts';
import { CapacityRecordResolver, CourtOrderResolver } from '../representatives/record.resolver.ts';
import { RepresentationResolver, ViewerRepresentationsResolver } from '../representatives/representation.resolver.ts';
import {
  IndividualInvitationsResolver,
  InvitationResolver,
  OrganisationInvitationsResolver,
} from '../memberships/invitation.resolver.ts';
import {
  MembershipResolver,
  OrganisationMembersResolver,
  ViewerMembershipsResolver,
} from '../memberships/membership.resolver.ts';
import { ConsentResolver, IndividualConsentsResolver } from '../consents/consent.resolver.ts';
import { DirectoryDeskResolver, ViewerDirectoryDeskResolver } from '../directory/directory-desk.resolver.ts';
import {
  OrganisationRegistrationsResolver,
  RegistrationResolver,
  ServiceRegistrationsResolver,
} from '../directory/registration.resolver.ts';
import {
  DeskConflictsResolver,
  EditConflictResolver,
  OrganisationKeepingResolver,
  OwnEditResolver,
  ServiceKeepingResolver,
} from '../directory/own-edit.resolver.ts';
import { ServiceFreshnessResolver } from '../directory/freshness.resolver.ts';
import {
  DeskImportsResolver,
  ImportRunResolver,
  QuarantinedRowResolver,
  ServiceLinkResolver,
  ServiceLinksResolver,
} from '../directory/directory-imports.resolver.ts';
import { LetterResolver, ServiceLettersResolver } from '../directory/letter.resolver.ts';
import { DeskStalenessResolver } from '../directory/staleness.resolver.ts';
import { ServiceSearchResolver } from '../directory/service-search.resolver.ts';
import {
  CostOptionResolver,
  OrganisationServicesResolver,
  ScheduleResolver,
  ServiceResolver,
} from '../directory/service.resolver.ts';
import { ServiceCriteriaResolver } from '../offers/criterion.resolver.ts';
import { OfferKeepingResolver, ServiceOfferingResolver } from '../offers/offer-keeping.resolver.ts';
import {
  ClaimResolver,
  ClaimStepsResolver,
  DeskClaimsResolver,
  OrganisationClaimsResolver,
  ViewerClaimsResolver,
} from '../listings/claim.resolver.ts';
import { ServiceHealthResolver, ViewerListingsResolver } from '../listings/listing.resolver.ts';
import {
  DeskSuggestionsResolver,
  ServiceSuggestionsResolver,
  SuggestionResolver,
  SuggestionStepsResolver,
} from '../listings/suggestion.resolver.ts';
import { DirectoryDeskGapsResolver, GapResolver, ViewerGapsResolver } from '../gaps/gap.resolver.ts';
import { CapacityResolver, OfferResolver, ServiceOffersResolver } from '../offers/offer.resolver.ts';
import { IndividualOutcomesResolver, OutcomeResolver } from '../outcomes/outcome.resolver.ts';
import {
  AppraisalResolver,
  ListedOptionResolver,
  OptionResolver,
  OutcomeAppraisalResolver,
} from '../appraisals/appraisal.resolver.ts';
import {
  AppraisalBudgetResolver,
  IndividualBudgetResolver,
  OptionBudgetResolver,
} from '../budgets/appraisal-budget.resolver.ts';
import { BudgetResolver } from '../budgets/budget.resolver.ts';
import { AgreementEventResolver, AgreementStatusChangedResolver } from '../agreements/agreement-event.resolver.ts';
import {
  AgreementLinksResolver,
  IndividualAgreementsResolver,
  OutcomeAgreementsResolver,
} from '../agreements/agreement-links.resolver.ts';
import { AgreementListResolver } from '../agreements/agreement-list.resolver.ts';
import { AgreementStepsResolver } from '../agreements/agreement-steps.resolver.ts';
import { AgreementResolver } from '../agreements/agreement.resolver.ts';
import { TermsResolver } from '../agreements/terms.resolver.ts';
import { CorrectionResolver, RecordCorrectionsResolver } from '../records/correction.resolver.ts';
import { IndividualRecordResolver, LookResolver, RecordResolver } from '../records/record.resolver.ts';
import { MoneyResolver } from './money.resolver.ts';

/** Every resolver, in the order of the features. */
export const resolvers = [
  OrganisationResolver,
  IndividualResolver,
  CircleResolver,
  IndividualAboutResolver,
  StatementResolver,
  CommunicationResolver,
  InterpreterBookingResolver,
  ViewerResolver,
  RepresentationResolver,
  ViewerRepresentationsResolver,
  IndividualStandingResolver,
  CapacityRecordResolver,
  CourtOrderResolver,
  MembershipResolver,
  OrganisationMembersResolver,
  ViewerMembershipsResolver,
  IndividualConsentsResolver,
  ConsentResolver,
  InvitationResolver,
  OrganisationInvitationsResolver,
  IndividualInvitationsResolver,
  ViewerDirectoryDeskResolver,
  DirectoryDeskResolver,
  OwnEditResolver,
  EditConflictResolver,
  ServiceKeepingResolver,
  OrganisationKeepingResolver,
  DeskConflictsResolver,
  DeskImportsResolver,
  ImportRunResolver,
  QuarantinedRowResolver,
  ServiceLinkResolver,
  ServiceLinksResolver,
  ServiceSearchResolver,
  ServiceResolver,
  ScheduleResolver,
  CostOptionResolver,
  OrganisationServicesResolver,
  ServiceFreshnessResolver,
  LetterResolver,
  ServiceLettersResolver,
  DeskStalenessResolver,
  RegistrationResolver,
  ServiceRegistrationsResolver,
  OrganisationRegistrationsResolver,
  SuggestionStepsResolver,
  SuggestionResolver,
  ServiceSuggestionsResolver,
  DeskSuggestionsResolver,
  ClaimStepsResolver,
  ClaimResolver,
  OrganisationClaimsResolver,
  ViewerClaimsResolver,
  DeskClaimsResolver,
  ServiceHealthResolver,
  ViewerListingsResolver,
  OfferResolver,
  GapResolver,
  ViewerGapsResolver,
  DirectoryDeskGapsResolver,
  CapacityResolver,
  ServiceCriteriaResolver,
  OfferKeepingResolver,
  ServiceOfferingResolver,
  ServiceOffersResolver,
  OutcomeResolver,
  IndividualOutcomesResolver,
  AppraisalResolver,
  OptionResolver,
  ListedOptionResolver,
  OutcomeAppraisalResolver,
  AppraisalBudgetResolver,
  OptionBudgetResolver,
  IndividualBudgetResolver,
  BudgetResolver,
  AgreementEventResolver,
  AgreementStatusChangedResolver,
  AgreementLinksResolver,
  IndividualAgreementsResolver,
  OutcomeAgreementsResolver,
  AgreementListResolver,
  AgreementStepsResolver,
  AgreementResolver,
  TermsResolver,
  RecordResolver,
  LookResolver,
  IndividualRecordResolver,
  CorrectionResolver,
  RecordCorrectionsResolver,
  MoneyResolver,
] as const;
