import { cacheExchange, type Cache } from '@urql/exchange-graphcache';
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
  FollowedLink: embedded,
  Freshness: embedded,
  FreshnessPolicy: embedded,
  Membership: embedded,
  Money: embedded,
  ProseSegment: embedded,
  ServiceSearchResult: embedded,
  Signature: embedded,
  SuggestedChange: embedded,
  TermChange: embedded,
  TermLine: embedded,
  Viewer: embedded,
  Visit: embedded,
};

function makeCache() {
  return cacheExchange({
    keys: KEYS,
    possibleTypes: { Option: ['ListedOption', 'OwnOption'] },
    updates: {
      Mutation: {
        stateOutcome: (_result, _args, cache) => forgetLists(cache),
        withdrawOutcome: (_result, _args, cache) => forgetLists(cache),
        chooseOption: (_result, _args, cache) => forgetLists(cache),
        agreeOutcome: (_result, _args, cache) => forgetLists(cache),
        addOption: (_result, _args, cache) => forgetLists(cache),
        takeBackStatement: (_result, _args, cache) => forgetLists(cache),
        describeCommunication: (_result, _args, cache) => forgetLists(cache),
        giveRole: (_result, _args, cache) => forgetLists(cache),
        changeMembership: (_result, _args, cache) => forgetLists(cache),
        endMembership: (_result, _args, cache) => forgetLists(cache),
        changeCircleMember: (_result, _args, cache) => forgetLists(cache),
        endCircleMember: (_result, _args, cache) => forgetLists(cache),
        removeOption: (_result, _args, cache) => forgetLists(cache),
        openAppraisal: (_result, _args, cache) => forgetLists(cache),
        proposeTerms: (_result, _args, cache) => forgetLists(cache),
        editService: (_result, _args, cache) => forgetLists(cache),
        editOrganisation: (_result, _args, cache) => forgetLists(cache),
        listService: (_result, _args, cache) => forgetLists(cache),
        assureService: (_result, _args, cache) => forgetLists(cache),
        logCall: (_result, _args, cache) => forgetLists(cache),
        sendLetter: (_result, _args, cache) => forgetLists(cache),
        setFreshnessPolicy: (_result, _args, cache) => forgetLists(cache),
        resolveConflict: (_result, _args, cache) => forgetLists(cache),
        acceptSuggestion: (_result, _args, cache) => forgetLists(cache),
        declineSuggestion: (_result, _args, cache) => forgetLists(cache),
        claimOrganisation: (_result, _args, cache) => forgetLists(cache),
        verifyClaim: (_result, _args, cache) => forgetLists(cache),
        declineClaim: (_result, _args, cache) => forgetLists(cache),
        withdrawAgreement: (_result, _args, cache) => forgetLists(cache),
      },
      Subscription: {
        agreementStatusChanged: (_result, _args, cache) => forgetLists(cache),
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
