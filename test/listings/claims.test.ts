import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fedWorld, type FedWorld } from '../support/fed-world.ts';
import type { Organisation, Someone } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';
import { codesOf, field } from '../support/world.ts';

let here: FedWorld;
let unclaimed: Organisation;
beforeAll(async () => {
  here = await fedWorld();
  unclaimed = await here.make.organisation('COMMUNITY_GROUP', 'Walking Group');
  await here.make.service(unclaimed, 'Slow walk');
});
afterAll(() => here.close());

const CLAIM = `mutation C($input: ClaimOrganisationInput!) { claimOrganisation(input: $input) { userErrors { code field } claim { id state } } }`;
const VERIFY =
  'mutation V($input: VerifyClaimInput!) { verifyClaim(input: $input) { userErrors { code } claim { state } } }';
const DECLINE =
  'mutation D($input: DeclineClaimInput!) { declineClaim(input: $input) { userErrors { code } claim { state reason } } }';
const ONE = `query C($id: ID!) { claim(id: $id) { claimantName role evidence state rivals viewerCanDecide organisation { name } } }`;
const STANDING = 'query O($id: ID!) { organisation(id: $id) { isClaimed viewerCanClaim viewerCanEdit } }';

const claim = (who: Someone | null, more: object = {}) =>
  here.as(who)(CLAIM, {
    input: { organisationId: unclaimed.id, role: 'I lead the walks', evidence: 'Ring the hall.', ...more },
  });
const idOf = async (who: Someone, more: object = {}) =>
  (field(await claim(who, more), 'claimOrganisation')['claim'] as { id: string }).id;
const verify = (who: Someone | null, claimId: string) => here.as(who)(VERIFY, { input: { claimId } });
const decline = (who: Someone | null, claimId: string, reason = 'The hall does not know you.') =>
  here.as(who)(DECLINE, { input: { claimId, reason } });
const standing = async (who: Someone | null) =>
  field(await here.as(who)(STANDING, { id: unclaimed.id }), 'organisation');

it('is made once by somebody who is signed in, and seen by them and by editors', async () => {
  expect(codesOf(await claim(null), 'claimOrganisation')).toEqual(['! UNAUTHENTICATED']);
  expect(await standing(here.stranger)).toEqual({ isClaimed: false, viewerCanClaim: true, viewerCanEdit: false });
  expect(await standing(null)).toEqual({ isClaimed: false, viewerCanClaim: false, viewerCanEdit: false });
  const id = await idOf(here.stranger);
  expect(await standing(here.stranger)).toMatchObject({ viewerCanClaim: false });
  expect(codesOf(await claim(here.stranger), 'claimOrganisation')).toEqual(['CLAIM_OPEN']);
  const seen = { claimantName: 'Sam Stranger', role: 'I lead the walks', evidence: 'Ring the hall.', state: 'OPEN' };
  expect((await here.as(here.stranger)(ONE, { id })).data).toMatchObject({
    claim: { ...seen, viewerCanDecide: false },
  });
  expect((await here.as(here.editor)(ONE, { id })).data).toMatchObject({ claim: { ...seen, viewerCanDecide: true } });
  for (const who of [null, here.rival, here.manager, here.broker]) {
    expect((await here.as(who)(ONE, { id })).data).toEqual({ claim: null });
  }
});

it('is refused with every problem at once', async () => {
  expect(codesOf(await claim(here.rival, { role: '', evidence: 'x'.repeat(2_001) }), 'claimOrganisation')).toEqual([
    'TEXT_TOO_LONG',
    'ROLE_REQUIRED',
  ]);
  expect(codesOf(await claim(here.rival, { evidence: '' }), 'claimOrganisation')).toEqual(['EVIDENCE_REQUIRED']);
  expect(codesOf(await claim(here.manager, { organisationId: here.group.id }), 'claimOrganisation')).toEqual([
    'ALREADY_YOURS',
  ]);
  const council = await here.make.authority('Saltmarsh Council');
  expect(codesOf(await claim(here.rival, { organisationId: council.id }), 'claimOrganisation')).toEqual([
    'NOT_FOR_CLAIMING',
  ]);
  expect(codesOf(await claim(here.rival, { organisationId: here.serviceId }), 'claimOrganisation')).toEqual([
    '! NOT_FOUND',
  ]);
});

it('waits five times at most for one person, whoever asks at once', async () => {
  const eager = await here.make.person('Eager');
  const groups = await Promise.all(
    Array.from({ length: 7 }, (_, place) => here.make.organisation('COMMUNITY_GROUP', `Group ${place}`)),
  );
  const told = await Promise.all(groups.map(({ id }) => claim(eager, { organisationId: id })));
  expect(told.flatMap((each) => codesOf(each, 'claimOrganisation'))).toEqual(['TOO_MANY_CLAIMS', 'TOO_MANY_CLAIMS']);
});

it('shows both of two claimants, and makes a manager of the one that is verified', async () => {
  const second = await here.make.person('Second Claimant');
  const other = await idOf(second);
  const desk = field(
    await here.as(here.editor)(
      '{ viewer { directoryDesk { claims(first: 100) { edges { node { id claimantName rivals organisation { name } } } } } } }',
    ),
    'viewer',
  );
  const claims = (
    desk['directoryDesk'] as {
      claims: { edges: { node: { id: string; rivals: number; organisation: { name: string } } }[] };
    }
  ).claims.edges
    .map(({ node }) => node)
    .filter(({ organisation }) => organisation.name === 'Walking Group');
  expect(claims).toMatchObject([
    { claimantName: 'Sam Stranger', rivals: 1 },
    { claimantName: 'Second Claimant', rivals: 1 },
  ]);

  for (const who of [here.rival, here.broker, here.manager]) {
    expect(codesOf(await verify(who, other), 'verifyClaim')).toEqual(['! NOT_FOUND']);
    expect(codesOf(await decline(who, other), 'declineClaim')).toEqual(['! NOT_FOUND']);
  }
  expect(codesOf(await verify(null, other), 'verifyClaim')).toEqual(['! UNAUTHENTICATED']);
  expect(codesOf(await verify(second, other), 'verifyClaim')).toEqual(['! FORBIDDEN']);
  expect(codesOf(await decline(second, other), 'declineClaim')).toEqual(['! FORBIDDEN']);

  expect(field(await verify(here.editor, other), 'verifyClaim')).toEqual({
    userErrors: [],
    claim: { state: 'VERIFIED' },
  });
  expect(await standing(second)).toEqual({ isClaimed: true, viewerCanClaim: false, viewerCanEdit: true });
  expect(codesOf(await verify(here.editor, other), 'verifyClaim')).toEqual(['CLAIM_DECIDED']);
  const listings = field(
    await here.as(second)('{ viewer { listings { edges { node { name } } } claims { edges { node { state } } } } }'),
    'viewer',
  );
  expect(listings).toEqual({
    listings: { edges: [{ node: { name: 'Slow walk' } }] },
    claims: { edges: [{ node: { state: 'VERIFIED' } }] },
  });

  const first = claims[0]?.id ?? '';
  expect(codesOf(await decline(here.editor, first, ''), 'declineClaim')).toEqual(['REASON_REQUIRED']);
  expect(codesOf(await decline(here.editor, first, 'x'.repeat(2_001)), 'declineClaim')).toEqual(['TEXT_TOO_LONG']);
  expect(field(await decline(here.editor, first), 'declineClaim')).toEqual({
    userErrors: [],
    claim: { state: 'DECLINED', reason: 'The hall does not know you.' },
  });
  expect(codesOf(await decline(here.editor, first), 'declineClaim')).toEqual(['CLAIM_DECIDED']);
  expect(await standing(here.stranger)).toMatchObject({ viewerCanClaim: true });
  const events = await here.sql('select type, acted_as, provider_id from event where stream = $1 order by sequence', [
    `organisation:${unclaimed.id}`,
  ]);
  expect(events).toMatchObject([
    ...[{ type: 'ORGANISATION_CLAIMED' }, { type: 'ORGANISATION_CLAIMED' }],
    ...[{ type: 'CLAIM_VERIFIED', acted_as: 'EDITOR', provider_id: null }, { type: 'CLAIM_DECLINED' }],
  ]);
});

it('is never decided by the editor whose own it is', async () => {
  const own = await idOf(here.editor);
  expect(codesOf(await verify(here.editor, own), 'verifyClaim')).toEqual(['OWN_CLAIM']);
  expect(codesOf(await decline(here.editor, own), 'declineClaim')).toEqual(['OWN_CLAIM']);
});

it('is listed in one statement, however many there are', async () => {
  const document =
    '{ viewer { directoryDesk { claims(first: 100) { totalCount edges { node { evidence rivals organisation { name isClaimed viewerCanClaim } } } } } } }';
  const counts = [];
  for (const more of [0, 4]) {
    for (let made = 0; made < more; made += 1) await idOf(await here.make.person(`Claimant ${made}`));
    expect((await here.as(here.editor)(document)).codes).toEqual([]);
    counts.push((await statementsOf(() => here.as(here.editor)(document))).length);
  }
  expect(counts).toEqual([1, 1]);
});
