import { aboutMeWords } from './en/about-me.ts';
import { agreementWords } from './en/agreement.ts';
import { appraisalWords } from './en/appraisal.ts';
import { circleWords } from './en/circle.ts';
import { consentWords } from './en/consents.ts';
import { interpreterWords } from './en/interpreters.ts';
import { deskWords } from './en/desk.ts';
import { findWords } from './en/find.ts';
import { formWords } from './en/forms.ts';
import { freshnessWords } from './en/freshness.ts';
import { homeWords } from './en/home.ts';
import { invitationWords } from './en/invitations.ts';
import { listingWords } from './en/listings.ts';
import { memberWords } from './en/members.ts';
import { offerWords } from './en/offers.ts';
import { pageWords } from './en/pages.ts';
import { recordWords } from './en/record.ts';
import { searchWords } from './en/search.ts';
import { shellWords } from './en/shell.ts';
import { standingWords } from './en/standing.ts';

/** Every sentence that the client itself says, in English; the server brings its own. */
export const words = {
  ...shellWords,
  home: homeWords,
  aboutMe: aboutMeWords,
  circle: circleWords,
  record: recordWords,
  standing: standingWords,
  consents: consentWords,
  interpreters: interpreterWords,
  find: findWords,
  search: searchWords,
  desk: deskWords,
  freshness: freshnessWords,
  listings: listingWords,
  members: memberWords,
  invitations: invitationWords,
  offers: offerWords,
  choose: appraisalWords,
  agreement: agreementWords,
  form: formWords,
  page: pageWords,
} as const;
