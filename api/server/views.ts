import { organisationView } from '../organisations/organisation.view.ts';
import { interpreterBookingView } from '../people/interpreter-booking.view.ts';
import { communicationView, statementView } from '../people/about.view.ts';
import { circleMemberView, individualView, personView } from '../people/person.view.ts';
import { invitationView } from '../memberships/invitation.view.ts';
import { membershipView } from '../memberships/membership.view.ts';
import {
  bestInterestsRecordView,
  capacityRecordView,
  courtOrderView,
  representationView,
} from '../representatives/representation.view.ts';
import { consentView } from '../consents/consent.view.ts';
import { feedView, importRunView, quarantinedRowView, serviceLinkView } from '../directory/import-run.view.ts';
import { editConflictView } from '../directory/own-edit.view.ts';
import {
  accessFactView,
  addressView,
  costOptionView,
  scheduleView,
  serviceLocationView,
  serviceView,
  taxonomyTermView,
} from '../directory/service.view.ts';
import { letterView } from '../directory/letter.view.ts';
import { assuranceView } from '../directory/freshness.view.ts';
import { registrationView } from '../directory/registration.view.ts';
import '../offers/criterion.view.ts';
import { gapView } from '../gaps/gap.view.ts';
import { capacityView, offerRateView, offerView, priceRangeView } from '../offers/offer.view.ts';
import { claimView } from '../listings/claim.view.ts';
import '../listings/listing.view.ts';
import { suggestionView } from '../listings/suggestion.view.ts';
import { outcomeView } from '../outcomes/outcome.view.ts';
import { appraisalView, decisionView, optionView } from '../appraisals/appraisal.view.ts';
import '../budgets/appraisal-budget.view.ts';
import { budgetView } from '../budgets/budget.view.ts';
import { agreementEventView } from '../agreements/agreement-event.view.ts';
import { agreementView } from '../agreements/agreement.view.ts';
import { termsView } from '../agreements/terms.view.ts';
import { correctionView } from '../records/correction.view.ts';
import { lookView, recordView } from '../records/record.view.ts';

/** Every view, in the order of the features; later features have extended the earlier ones once all are imported. */
export const views = [
  organisationView,
  personView,
  membershipView,
  invitationView,
  circleMemberView,
  individualView,
  statementView,
  communicationView,
  representationView,
  capacityRecordView,
  bestInterestsRecordView,
  courtOrderView,
  consentView,
  interpreterBookingView,
  addressView,
  accessFactView,
  serviceLocationView,
  scheduleView,
  costOptionView,
  taxonomyTermView,
  serviceView,
  assuranceView,
  letterView,
  gapView,
  registrationView,
  offerRateView,
  capacityView,
  priceRangeView,
  editConflictView,
  suggestionView,
  claimView,
  feedView,
  importRunView,
  quarantinedRowView,
  serviceLinkView,
  offerView,
  outcomeView,
  optionView,
  decisionView,
  appraisalView,
  budgetView,
  agreementEventView,
  agreementView,
  termsView,
  lookView,
  recordView,
  correctionView,
] as const;
