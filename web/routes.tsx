import { Route, Routes } from 'react-router';

import { NotFound } from './components/NotFound.tsx';
import { AboutPage } from './screens/AboutPage.tsx';
import { AcceptPage } from './screens/agreement/AcceptPage.tsx';
import { AgreementPage } from './screens/agreement/AgreementPage.tsx';
import { AgreementsPage } from './screens/agreement/AgreementsPage.tsx';
import { CounterPage } from './screens/agreement/CounterPage.tsx';
import { DeclinePage, WithdrawPage } from './screens/agreement/EndPages.tsx';
import { ProposePage } from './screens/agreement/ProposePage.tsx';
import { SignPage } from './screens/agreement/SignPage.tsx';
import { ChoosePage } from './screens/choose/ChoosePage.tsx';
import { AboutMePage } from './screens/about-me/AboutMePage.tsx';
import { CommunicationPage } from './screens/about-me/CommunicationPage.tsx';
import { InterpretersPage } from './screens/about-me/InterpretersPage.tsx';
import { SayAboutMePage } from './screens/about-me/SayAboutMePage.tsx';
import { CirclePage, MyCirclePage } from './screens/circle/CirclePage.tsx';
import { BestInterestsPage } from './screens/standing/BestInterestsPage.tsx';
import { RecordCapacityPage, RecordCourtOrderPage, RecordRepresentationPage } from './screens/standing/RecordPages.tsx';
import { StandingPage } from './screens/standing/StandingPage.tsx';
import { ConsentsPage } from './screens/consents/ConsentsPage.tsx';
import { GiveConsentPage } from './screens/consents/GiveConsentPage.tsx';
import { OwnIdeaPage } from './screens/choose/OwnIdeaPage.tsx';
import { TalkPage } from './screens/choose/TalkPage.tsx';
import { WhyPage } from './screens/choose/WhyPage.tsx';
import { CheckPage } from './screens/check/CheckPage.tsx';
import { ClaimDecisionPage } from './screens/desk/ClaimDecisionPage.tsx';
import { ClaimsPage } from './screens/desk/ClaimsPage.tsx';
import { ConflictPage } from './screens/desk/ConflictPage.tsx';
import { ConflictsPage } from './screens/desk/ConflictsPage.tsx';
import { DeskPage } from './screens/desk/DeskPage.tsx';
import { DuplicatePage } from './screens/desk/DuplicatePage.tsx';
import { DuplicatesPage } from './screens/desk/DuplicatesPage.tsx';
import { FeedsPage } from './screens/desk/FeedsPage.tsx';
import { FreshnessPolicyPage } from './screens/desk/FreshnessPolicyPage.tsx';
import { NotRightPage } from './screens/desk/NotRightPage.tsx';
import { QuarantinePage } from './screens/desk/QuarantinePage.tsx';
import { RegistrationPage } from './screens/desk/RegistrationPage.tsx';
import { RunPage } from './screens/desk/RunPage.tsx';
import { RunsPage } from './screens/desk/RunsPage.tsx';
import { StalePage } from './screens/desk/StalePage.tsx';
import { StaleServicePage } from './screens/desk/StaleServicePage.tsx';
import { SuggestionPage } from './screens/desk/SuggestionPage.tsx';
import { SuggestionsPage } from './screens/desk/SuggestionsPage.tsx';
import { GapsPage } from './screens/desk/GapsPage.tsx';
import { UnlistedPage } from './screens/desk/UnlistedPage.tsx';
import { FindPage } from './screens/find/FindPage.tsx';
import { ServicePage } from './screens/find/ServicePage.tsx';
import { BudgetPage, MyBudgetPage } from './screens/home/BudgetPage.tsx';
import { HomePage } from './screens/home/HomePage.tsx';
import { LandingPage } from './screens/home/LandingPage.tsx';
import { OfferPage, EndOfferPage } from './screens/offers/OfferPage.tsx';
import { OffersPage } from './screens/offers/OffersPage.tsx';
import { PeoplePage } from './screens/home/PeoplePage.tsx';
import { PersonPage } from './screens/home/IndividualHome.tsx';
import { AskForCorrectionPage } from './screens/record/AskForCorrectionPage.tsx';
import { CorrectionPage } from './screens/record/CorrectionPage.tsx';
import { RecordPage } from './screens/record/RecordPage.tsx';
import { ClaimPage } from './screens/listings/ClaimPage.tsx';
import { DetailsPage } from './screens/listings/DetailsPage.tsx';
import { EditListingPage, NewListingPage } from './screens/listings/EditListingPage.tsx';
import { ListingsPage } from './screens/listings/ListingsPage.tsx';
import { SuggestPage } from './screens/listings/SuggestPage.tsx';
import { TipPage } from './screens/listings/TipPage.tsx';
import { MyOutcomesPage, OutcomesPage } from './screens/outcomes/OutcomesPage.tsx';
import { InvitedPage } from './screens/members/InvitedPage.tsx';
import { InviteMemberPage, InviteToCirclePage } from './screens/members/InvitePages.tsx';
import { MembersPage } from './screens/members/MembersPage.tsx';
import { OutcomePage } from './screens/outcomes/OutcomePage.tsx';
import { StateOutcomePage } from './screens/outcomes/StateOutcomePage.tsx';
import { WithdrawOutcomePage } from './screens/outcomes/WithdrawOutcomePage.tsx';

const openRoutes = (
  <>
    <Route path="/find" element={<FindPage />} />
    <Route path="/services/:serviceId" element={<ServicePage />} />
    <Route path="/services/:serviceId/suggest" element={<SuggestPage />} />
    <Route path="/organisations/:organisationId/claim" element={<ClaimPage />} />
    <Route path="/invited/:token" element={<InvitedPage />} />
    <Route path="/check/:token" element={<CheckPage />} />
    <Route path="/tell-us" element={<TipPage />} />
    <Route path="/accessibility" element={<AboutPage of="accessibility" />} />
    <Route path="/privacy" element={<AboutPage of="privacy" />} />
  </>
);

const deskRoutes = (
  <>
    <Route path="/desk" element={<DeskPage />} />
    <Route path="/desk/unlisted" element={<UnlistedPage />} />
    <Route path="/desk/gaps" element={<GapsPage />} />
    <Route path="/desk/suggestions" element={<SuggestionsPage />} />
    <Route path="/desk/suggestions/:suggestionId" element={<SuggestionPage />} />
    <Route path="/desk/claims" element={<ClaimsPage />} />
    <Route path="/desk/claims/:claimId" element={<ClaimDecisionPage />} />
    <Route path="/desk/conflicts" element={<ConflictsPage />} />
    <Route path="/desk/conflicts/:conflictId" element={<ConflictPage />} />
    <Route path="/desk/not-right" element={<NotRightPage />} />
    <Route path="/desk/stale" element={<StalePage />} />
    <Route path="/desk/stale/:serviceId" element={<StaleServicePage />} />
    <Route path="/desk/registrations/:serviceId" element={<RegistrationPage />} />
    <Route path="/desk/policy" element={<FreshnessPolicyPage />} />
    <Route path="/desk/feeds" element={<FeedsPage />} />
    <Route path="/desk/runs" element={<RunsPage />} />
    <Route path="/desk/runs/:runId" element={<RunPage />} />
    <Route path="/desk/quarantine" element={<QuarantinePage />} />
    <Route path="/desk/duplicates" element={<DuplicatesPage />} />
    <Route path="/desk/duplicates/:linkId" element={<DuplicatePage />} />
  </>
);

const offerRoutes = (
  <>
    <Route path="/offers" element={<OffersPage />} />
    <Route path="/offers/:serviceId/new" element={<OfferPage />} />
    <Route path="/offers/:serviceId/:offerId" element={<OfferPage />} />
    <Route path="/offers/:serviceId/:offerId/end" element={<EndOfferPage />} />
  </>
);

const peopleRoutes = (
  <>
    <Route path="/people" element={<PeoplePage />} />
    <Route path="/people/:individualId" element={<PersonPage />} />
    <Route path="/people/:individualId/outcomes" element={<OutcomesPage />} />
    <Route path="/people/:individualId/outcomes/new" element={<StateOutcomePage />} />
    <Route path="/people/:individualId/interpreters" element={<InterpretersPage />} />
    <Route path="/people/:individualId/about" element={<AboutMePage />} />
    <Route path="/people/:individualId/about/say" element={<SayAboutMePage />} />
    <Route path="/people/:individualId/communication" element={<CommunicationPage />} />
    <Route path="/people/:individualId/circle" element={<CirclePage />} />
    <Route path="/people/:individualId/record" element={<RecordPage />} />
    <Route path="/people/:individualId/record/wrong" element={<AskForCorrectionPage />} />
    <Route path="/people/:individualId/record/wrong/:correctionId" element={<CorrectionPage />} />
    <Route path="/circle" element={<MyCirclePage />} />
    <Route path="/people/:individualId/standing" element={<StandingPage />} />
    <Route path="/people/:individualId/standing/new" element={<RecordRepresentationPage />} />
    <Route path="/people/:individualId/standing/capacity" element={<RecordCapacityPage />} />
    <Route path="/people/:individualId/standing/decisions/:capacityRecordId" element={<BestInterestsPage />} />
    <Route path="/people/:individualId/standing/order" element={<RecordCourtOrderPage />} />
    <Route path="/people/:individualId/consents" element={<ConsentsPage />} />
    <Route path="/people/:individualId/consents/new" element={<GiveConsentPage />} />
    <Route path="/people/:individualId/budget" element={<BudgetPage />} />
  </>
);

const outcomeRoutes = (
  <>
    <Route path="/outcomes" element={<MyOutcomesPage />} />
    <Route path="/outcomes/:outcomeId" element={<OutcomePage />} />
    <Route path="/outcomes/:outcomeId/choose" element={<ChoosePage />} />
    <Route path="/outcomes/:outcomeId/choose/talk" element={<TalkPage />} />
    <Route path="/outcomes/:outcomeId/choose/own" element={<OwnIdeaPage />} />
    <Route path="/outcomes/:outcomeId/choose/:optionId" element={<WhyPage />} />
    <Route path="/outcomes/:outcomeId/withdraw" element={<WithdrawOutcomePage />} />
    <Route path="/outcomes/:outcomeId/propose" element={<ProposePage />} />
  </>
);

const listingRoutes = (
  <>
    <Route path="/listings" element={<ListingsPage />} />
    <Route path="/listings/:serviceId" element={<EditListingPage />} />
    <Route path="/listings/new/:organisationId" element={<NewListingPage />} />
    <Route path="/listings/details/:organisationId" element={<DetailsPage />} />
  </>
);

const memberRoutes = (
  <>
    <Route path="/organisations/:organisationId/invite" element={<InviteMemberPage />} />
    <Route path="/people/:individualId/invite" element={<InviteToCirclePage />} />
    <Route path="/organisations/:organisationId/members" element={<MembersPage />} />
  </>
);

const agreementRoutes = (
  <>
    <Route path="/agreements" element={<AgreementsPage />} />
    <Route path="/agreements/:agreementId" element={<AgreementPage />} />
    <Route path="/agreements/:agreementId/suggest" element={<CounterPage />} />
    <Route path="/agreements/:agreementId/accept" element={<AcceptPage />} />
    <Route path="/agreements/:agreementId/decline" element={<DeclinePage />} />
    <Route path="/agreements/:agreementId/stop" element={<WithdrawPage />} />
    <Route path="/agreements/:agreementId/sign" element={<SignPage />} />
  </>
);

/** The pages that anybody may open. */
export function VisitorRoutes() {
  return (
    <Routes>
      {openRoutes}
      <Route path="*" element={<LandingPage />} />
    </Routes>
  );
}

/** The pages of somebody who has signed in. */
export function MemberRoutes() {
  return (
    <Routes>
      {openRoutes}
      <Route path="/" element={<HomePage />} />
      {peopleRoutes}
      {outcomeRoutes}
      <Route path="/budget" element={<MyBudgetPage />} />
      {deskRoutes}
      {listingRoutes}
      {offerRoutes}
      {memberRoutes}
      {agreementRoutes}
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
