import { cacheExchange, type Cache, type UpdateResolver } from '@urql/exchange-graphcache';
import { Client, fetchExchange, subscriptionExchange } from 'urql';

import type { LiveLink } from './live/live-link.ts';
import type { Refresher } from './live/refresh-exchange.ts';

/** Makes the one GraphQL client of the page: cookie sign-in, a normalised cache, pushes over the live link. */
export function makeClient(link: LiveLink, refresher: Refresher): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: { credentials: 'same-origin', headers: { 'apollo-require-preflight': 'true' } },
    exchanges: [
      refresher.exchange(),
      makeCache(),
      fetchExchange,
      subscriptionExchange({ forwardSubscription: (request) => link.forward(request) }),
    ],
  });
}

const embedded = () => null;

// Types without an id belong to the thing that holds them.
const KEYS = {
  Address: embedded,
  AgreementStatusChanged: embedded,
  Communication: embedded,
  ComparedFact: embedded,
  Decision: embedded,
  DirectoryDesk: embedded,
  FollowedInvitation: embedded,
  FollowedLink: embedded,
  Freshness: embedded,
  FreshnessPolicy: embedded,
  Membership: embedded,
  Money: embedded,
  ProseSegment: embedded,
  RecordPartHeld: embedded,
  ServiceSearchResult: embedded,
  Signature: embedded,
  SuggestedChange: embedded,
  TermChange: embedded,
  TermLine: embedded,
  Viewer: embedded,
  Visit: embedded,
};

// Mutations after which lists and counts are other ones, beside the object that they answer.
const CHANGES_LISTS = [
  'stateOutcome',
  'askForCorrection',
  'answerCorrection',
  'stateDisagreement',
  'withdrawOutcome',
  'chooseOption',
  'agreeOutcome',
  'addOption',
  'takeBackStatement',
  'describeCommunication',
  'inviteMember',
  'inviteToCircle',
  'resendInvitation',
  'acceptInvitation',
  'giveRole',
  'changeMembership',
  'endMembership',
  'changeCircleMember',
  'endCircleMember',
  'removeOption',
  'openAppraisal',
  'proposeTerms',
  'editService',
  'editOrganisation',
  'listService',
  'assureService',
  'logCall',
  'sendLetter',
  'setFreshnessPolicy',
  'resolveConflict',
  'acceptSuggestion',
  'declineSuggestion',
  'claimOrganisation',
  'verifyClaim',
  'declineClaim',
  'withdrawAgreement',
] as const;

const forgetAfter: UpdateResolver = (_result, _args, cache) => forgetLists(cache);

function makeCache() {
  return cacheExchange({
    keys: KEYS,
    possibleTypes: { Option: ['ListedOption', 'OwnOption'] },
    updates: {
      Mutation: Object.fromEntries(CHANGES_LISTS.map((name) => [name, forgetAfter])),
      Subscription: {
        agreementStatusChanged: forgetAfter,
      },
    },
  });
}

/** Drops what is kept of lists and counts, so that the page on screen asks for them again; single objects stay. */
function forgetLists(cache: Cache): void {
  cache.invalidate('Query', 'viewer');
  for (const field of cache.inspectFields('Query')) {
    if (['individual', 'outcome', 'organisation'].includes(field.fieldName)) {
      cache.invalidate('Query', field.fieldName, field.arguments);
    }
  }
}
