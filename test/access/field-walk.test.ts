import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import { type Viewer } from '../../api/common/viewer.ts';
import type { Context } from '../../api/platform/context.ts';
import { giveConsent } from '../../api/consents/give-consent.ts';
import { inviteMember } from '../../api/memberships/invite-member.ts';
import { inviteToCircle } from '../../api/memberships/invite-to-circle.ts';
import { NOTHING_SAID } from '../../api/people/communication.rules.ts';
import { describeCommunication } from '../../api/people/describe-communication.ts';
import { sayAboutMe } from '../../api/people/say-about-me.ts';
import { makeSchema } from '../../api/server/schema.ts';
import { actsIn } from '../support/agreement-acts.ts';
import { makeOffer } from '../../api/offers/make-offer.ts';
import { type MadeIndividual, must, type Organisation } from '../support/make.ts';
import { type World, world } from '../support/world.ts';
import type { Someone } from '../support/make.ts';
import { MAY_SEE, type Role } from './may-see.ts';
import { askEverything, type Reach, type Root } from './walk.ts';

// Each private thing holds a word of its own; whoever meets a word that is not theirs has seen too much.
const canary = (name: string) => `zq${name}qz`;
const CANARY = /zq(\w+?)qz/g;

/** Money words: whole amounts that occur nowhere else. */
const HER_BUDGET = '87654.32';
const SEES_BUDGET: readonly Role[] = [
  'individual',
  'key person who sees all',
  'key person who sees the budget',
  'broker',
  'budget holder',
];

/** The price of an offer that shows none: for its provider, those who commission, and whoever has it among the options. */
const HIDDEN_PRICE = '7654.31';
const SEES_PRICE: readonly Role[] = [
  'individual',
  'key person who sees all',
  'key person who sees the plan',
  'broker',
  'budget holder',
  'broker of another authority',
  'provider in negotiation',
  'member of the provider',
];

let here: World;
let schema: GraphQLSchema;
let cast: Record<Role, Someone | null>;
let ids: string[];

beforeAll(async () => {
  here = await world();
  schema = await makeSchema();
  cast = await makeCast();
  const kinds = [
    'individual',
    'consent',
    'outcome',
    'appraisal',
    'option',
    'agreement',
    'terms',
    'budget',
    'organisation',
    'service',
    'edit_conflict',
    'suggestion',
    'claim',
    'import_run',
    'quarantined_row',
    'service_link',
    'letter',
    'invitation',
    'correction',
  ];
  const rows = await here.sql<{ id: string }>(
    kinds.map((kind) => `select id::text from "${kind}"`).join(' union all '),
  );
  ids = rows.map(({ id }) => id);
}, 60_000);
afterAll(() => here.close());

/** Of the thing itself only what is not an object. */
const NOTHING: Reach = { steps: -1, returns: 0 };
const ROLES = Object.keys(MAY_SEE) as Role[];

describe.each(ROLES)('the %s', (role) => {
  it("meets every word that is theirs and none that is another's, whatever root field is asked, five steps far", async () => {
    const { met, faults, metBudget, metPrice } = await walk(role, { steps: 5, returns: 1 });
    expect(faults).toEqual([]);
    expect(met).toEqual([...new Set<string>(MAY_SEE[role])].sort());
    expect(metBudget).toBe(SEES_BUDGET.includes(role));
    expect(metPrice).toBe(SEES_PRICE.includes(role));
  }, 60_000);

  it('meets no more by going in circles from one thing of each kind', async () => {
    const { met, metPrice } = await walk(role, { steps: 3, returns: 3 }, true);
    const allowed: readonly string[] = MAY_SEE[role];
    expect(metPrice && !SEES_PRICE.includes(role)).toBe(false);
    expect(met.filter((word) => !allowed.includes(word))).toEqual([]);
  }, 60_000);
});

it('walks every root field that the schema has', async () => {
  const roles: Role[] = ['individual', 'directory editor'];
  const walked = new Set((await Promise.all(roles.map(rootsFor))).flat().map(({ name }) => name));
  // An id is no link, whoever has it: nobody is answered by those fields, and the others each answer somebody.
  expect([...walked, 'followedInvitation', 'followedLink'].sort()).toEqual(
    Object.keys(schema.getQueryType()?.getFields() ?? {}).sort(),
  );
});

it('would notice a door left open', async () => {
  await here.sql('create policy open_door on agreement for select to kith_app using (true)');
  await here.sql('create policy open_door on terms for select to kith_app using (true)');
  try {
    const { met } = await walk('competing provider', { steps: 2, returns: 1 });
    expect(met).toContain('termsp');
  } finally {
    await here.sql('drop policy open_door on agreement');
    await here.sql('drop policy open_door on terms');
  }
});

/** What a role meets in everything within reach: the words, the faults on the way, and whether her budget was among it. `isOneEach` starts from the first thing of each kind alone. */
async function walk(role: Role, reach: Reach, isOneEach = false) {
  const all = await rootsFor(role);
  const roots = isOneEach
    ? all.filter(({ name }, place) => all.findIndex((other) => other.name === name) === place)
    : all;
  const answers = await Promise.all(
    roots.map(async (root) => askEverything(schema, await contextOf(role), root, reach)),
  );
  const text = JSON.stringify(answers.map(({ data }) => data));
  const faults = answers.flatMap(({ errors }) => errors ?? []);
  return {
    met: [...new Set([...text.matchAll(CANARY)].map(([, word = '']) => word))].sort(),
    faults: faults.map(({ message, path }) => `${path?.join('.')}: ${message}`),
    metBudget: text.includes(HER_BUDGET),
    metPrice: text.includes(HIDDEN_PRICE),
  };
}

/** The root fields that answer this role anything, with their arguments: every id there is has been tried on each. */
async function rootsFor(role: Role): Promise<Root[]> {
  const roots: Root[] = [];
  for (const [name, field] of Object.entries(schema.getQueryType()?.getFields() ?? {})) {
    const names = field.args.map((argument) => argument.name);
    if (names.includes('search') || names.length === 0) roots.push({ name, id: null });
    else if (names.includes('id') || names.includes('token')) {
      const answers = await Promise.all(
        ids.map(async (id) => askEverything(schema, await contextOf(role), { name, id }, NOTHING)),
      );
      roots.push(...ids.filter((_id, place) => answers[place]?.data?.[name]).map((id) => ({ name, id })));
    } else throw new Error(`How is ${name} asked?`);
  }
  return roots;
}

async function contextOf(role: Role): Promise<Context> {
  const who = cast[role];
  const ctx = here.contextOf(who);
  if (who === null) return ctx;
  const [row] = await here.sql<{ viewer: Viewer }>('select access.viewer($1) as viewer', [who.id]);
  return row ? { ...ctx, viewer: row.viewer } : ctx;
}

async function makeCast(): Promise<Record<Role, Someone | null>> {
  const { make } = here;
  const [a, b] = [await make.authority('Fenmoor Council'), await make.authority('Saltmarsh Council')];
  const [p, q, r, other] = [
    await make.provider('Brightwater'),
    await make.provider('Rival Care'),
    await make.provider('Reedbed'),
    await make.provider('Otter'),
  ];
  const [brokerA, holderA] = [await make.broker(a, canary('brokera')), await make.budgetHolder(a, canary('holdera'))];
  const [brokerB, holderB] = [await make.broker(b, canary('brokerb')), await make.budgetHolder(b, canary('holderb'))];
  const [managerP, memberP] = [
    await make.manager(p, canary('managerp')),
    await make.member(p, 'MEMBER', canary('memberp')),
  ];
  const [managerQ, managerR] = [await make.manager(q, canary('managerq')), await make.manager(r, canary('managerr'))];

  const amira = await privateIndividual(a, 'amira');
  const bo = await privateIndividual(b, 'bo');
  await make.budget(holderA, amira, 87_654_32);
  await make.budget(holderB, bo);
  const keyPerson = (maySee: ('APPOINTMENTS' | 'PLAN' | 'BUDGET' | 'AGREEMENTS')[]) =>
    make.circleMember(amira, 'VIEW', maySee, canary('niecename'));

  await standing(amira, brokerA);
  const editor = await make.member(a, 'EDITOR', canary('editorc'));
  await imported(q);
  await here.sql(
    `insert into gap (id, need, area, people_at_least) values (gen_random_uuid(), $1, 'FM1', 0), (gen_random_uuid(), $2, 'FM1', 5)`,
    [canary('gapfour'), canary('gapfive')],
  );

  await negotiate(amira, brokerA, p, managerP, 'termsp');
  const [asked] = await here.sql<{ id: string }>('select id from service where organisation_id = $1', [p.id]);
  const rates = [{ band: 'WEEKDAY', rate: HIDDEN_PRICE }] as const;
  const offer = { unit: 'HOUR', showsPrice: 'NONE', rates } as const;
  must(await makeOffer(here.contextOf(managerP), { serviceId: asked?.id ?? '', offer }));
  await negotiate(amira, brokerA, q, managerQ, 'termsq');
  await negotiate(amira, brokerA, r, managerR, 'termsr', true);
  await negotiate(bo, brokerB, other, await make.manager(other), 'termsb');
  await conflict(p, managerP);
  await suggestion(p);
  await checks(p);
  const stranger = await make.person(canary('stranger'));
  await claim(q, stranger);
  await look(amira, brokerA);
  await invited(amira, p, managerP);
  return {
    visitor: null,
    stranger,
    individual: amira,
    'key person who sees all': await keyPerson(['APPOINTMENTS', 'PLAN', 'BUDGET', 'AGREEMENTS']),
    'key person who sees the plan': await keyPerson(['PLAN']),
    'key person who sees the budget': await keyPerson(['BUDGET']),
    'key person who sees agreements': await keyPerson(['AGREEMENTS']),
    'key person who sees appointments': await keyPerson(['APPOINTMENTS']),
    broker: brokerA,
    'budget holder': holderA,
    'broker of another authority': brokerB,
    'provider in negotiation': managerP,
    'member of the provider': memberP,
    'competing provider': managerQ,
    'provider who has agreed': managerR,
    'directory editor': editor,
  };
}

/** Who represents her on what paper, what was found about a decision of hers, and an order that keeps somebody out. */
async function standing({ authorityId, id }: MadeIndividual, broker: Someone): Promise<void> {
  const friend = await here.make.person('Friend', authorityId);
  await here.sql(
    `insert into representation (authority_id, id, individual_id, person_id, kind, acts_alone, has_permission, evidence,
       evidence_seen_by, evidence_seen_on, starts_on, recorded_by, recorded_at)
     values ($1, gen_random_uuid(), $2, $3, 'LPA_FINANCE', true, false, $4, $5, current_date, current_date, $5, now())`,
    [authorityId, id, friend.id, canary('amirapaper'), broker.id],
  );
  await here.sql(
    `insert into capacity_record (authority_id, id, individual_id, decision_kind, decision, finding, understands, retains,
       weighs, communicates, support_given, grounds, assessor, assessed_on, recorded_by, recorded_at)
     values ($1, gen_random_uuid(), $2, 'HEALTH', 'A tablet.', 'HAS_CAPACITY', true, true, true, true, 'Time.', $3, 'Ben',
       current_date, $4, now())`,
    [authorityId, id, canary('amirafound'), broker.id],
  );
  await here.sql(
    `insert into court_order (authority_id, id, individual_id, person_id, evidence, ordered_on, recorded_by, recorded_at)
     values ($1, gen_random_uuid(), $2, $3, $4, current_date, $5, now())`,
    [authorityId, id, friend.id, canary('ordera'), broker.id],
  );
}

/** An entry of the provider in which somebody has written what a feed says otherwise. */
async function conflict(provider: Organisation, manager: Someone): Promise<void> {
  const serviceId = await here.make.service(provider);
  await here.sql(
    `with edit as (insert into own_edit (id, organisation_id, service_id, field, value, edited_by, edited_as, edited_at)
       values (gen_random_uuid(), $1, $2, 'NAME', to_jsonb($3::text), $4, 'PROVIDER', now()) returning id)
     insert into edit_conflict (id, edit_id, organisation_id, service_id, field, feed_value, feed_said_at)
     select gen_random_uuid(), id, $1, $2, 'NAME', to_jsonb($5::text), now() from edit`,
    [provider.id, serviceId, canary('ownp'), manager.id, canary('feedp')],
  );
}

/** What somebody suggests about an entry of the provider, with how to ask them. */
async function suggestion(provider: Organisation): Promise<void> {
  const serviceId = await here.make.service(provider);
  await here.sql(
    `with made as (insert into suggestion (id, kind, organisation_id, service_id, words, stood, why, made_at)
       values (gen_random_uuid(), 'CHANGE', $1, $2, jsonb_build_object('NAME', $3::text), '{}', $4, now()) returning id)
     insert into suggestion_source (suggestion_id, contact, made_at) select id, $5, now() from made`,
    [provider.id, serviceId, canary('suggestedp'), canary('whyp'), canary('contactp')],
  );
}

/** A letter about an entry of the provider, and a call in which an editor asked about it. */
async function checks(provider: Organisation): Promise<void> {
  const serviceId = await here.make.service(provider);
  await here.sql(
    `insert into letter (id, service_id, organisation_id, kind, period_on, address, written_on, written_at, expires_on)
     values (gen_random_uuid(), $1, $2, 'FIRST', current_date, $3, current_date, now(), current_date + 60)`,
    [serviceId, provider.id, `${canary('letterp')}@brightwater.example`],
  );
  await here.sql(
    `insert into assurance (id, service_id, organisation_id, origin, result, assured_on, assured_at, person_id, acting_id, method, words)
     select gen_random_uuid(), $1, $2, 'CALL', 'NOT_REACHED', current_date, now(), m.person_id, m.organisation_id, 'PHONE', $3
     from membership m where m.role = 'EDITOR'`,
    [serviceId, provider.id, canary('callp')],
  );
}

/** That the broker looked, for a purpose. */
async function look(of: MadeIndividual, broker: Someone): Promise<void> {
  await here.sql(
    `insert into look (authority_id, id, individual_id, viewer_id, viewer_name, part, acted_as, role, organisation_id, purpose, period, first_at, last_at, times)
     values ($1, gen_random_uuid(), $2, $3, $4, 'BUDGET', 'AUTHORITY', 'BROKER', $1, $5, now(), now(), now(), 1)`,
    [of.authorityId, of.id, broker.id, canary('looker'), canary('lookedfor')],
  );
  await here.sql(
    `insert into correction (authority_id, id, individual_id, part, wrong, should_say, asked_by, asked_at, asked_on, state, answer,
       answered_by, answered_at, disagreement, disagreed_by, disagreed_at)
     values ($1, gen_random_uuid(), $2, 'BUDGET', $4, $4, $2, now(), current_date, 'NOT_CORRECTED', $4, $3, now(), $4, $2, now())`,
    [of.authorityId, of.id, broker.id, canary('correction')],
  );
}

/** Somebody invited into her circle, and somebody invited into the provider. */
async function invited(amira: MadeIndividual, provider: Organisation, manager: Someone): Promise<void> {
  const said = { relation: 'friend', maySee: [], mayDo: 'VIEW' } as const;
  must(await inviteToCircle(here.contextOf(amira), { individualId: amira.id, name: canary('invitedfriend'), ...said }));
  const asMember = { organisationId: provider.id, name: canary('invitedp'), role: 'MEMBER' } as const;
  must(await inviteMember(here.contextOf(manager), asMember));
}

async function claim(organisation: Organisation, who: Someone): Promise<void> {
  await here.sql(
    `insert into claim (id, organisation_id, person_id, claimant_name, role_words, evidence, made_at)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, now())`,
    [organisation.id, who.id, who.name, canary('claimrole'), canary('claimevidence')],
  );
}

/** What an import leaves for the desk: a row kept aside as it came, and two entries that may be the same. */
async function imported(provider: Organisation): Promise<void> {
  const pair = [await here.make.service(provider), await here.make.service(provider)];
  await here.sql(
    `with feed as (insert into feed (id, key, name, source, created_at) values (gen_random_uuid(), 'walked', 'Walked', 'x', now()) returning id),
     run as (insert into import_run (id, feed_id, started_at, worked_at) select gen_random_uuid(), id, now(), now() from feed returning *),
     kept as (insert into quarantined_row (id, feed_id, row_hash, reason_code, reason, raw, first_run_id, last_run_id)
       select gen_random_uuid(), feed_id, '\\x00', 'NAME_MISSING', 'No name.', to_jsonb($1::text)::text, id, id from run)
     insert into service_link (id, kind, service_id, other_service_id, grounds, run_id, proposed_at)
     select gen_random_uuid(), 'DUPLICATE', $2, $3, '{SAME_NAME}', id, now() from run`,
    [canary('rowc'), ...pair],
  );
}

async function privateIndividual(authority: Organisation, word: string): Promise<MadeIndividual> {
  const who = await here.make.individual(authority, canary(`${word}name`), canary(`${word}alias`));
  await here.sql('update individual set postcode = $2, situation = $3 where id = $1', [
    who.id,
    canary(`${word}home`),
    canary(`${word}situation`),
  ]);
  const { id: individualId } = who;
  const ctx = here.contextOf(who);
  must(await sayAboutMe(ctx, { individualId, section: 'WHO_I_AM', words: canary(`${word}words`) }));
  must(
    await describeCommunication(ctx, { individualId, version: 0, ...NOTHING_SAID, saysYes: canary(`${word}voice`) }),
  );
  const consent = {
    purpose: 'ADVISE',
    how: 'SPOKEN',
    isForProvidersAsked: false,
    evidence: canary(`${word}yes`),
  } as const;
  const { id: organisationId } = await here.make.organisation('ADVICE', 'Fen Voices');
  must(await giveConsent(ctx, { individualId, organisationId, classes: ['HEALTH'], ...consent }));
  return who;
}

/** Terms in which every text holds the word, and a plan behind them in which every text holds the individual's own. */
async function negotiate(
  who: MadeIndividual,
  broker: Someone,
  provider: Organisation,
  manager: Someone,
  word: string,
  isAgreed = false,
) {
  const acts = actsIn(here);
  const [, own = ''] = /^zq(\w+)nameqz$/.exec(who.name) ?? [];
  const { optionId, outcomeId, appraisalId } = await here.make.chosenOption(who, await here.make.service(provider));
  await here.sql('update outcome set statement = $2 where id = $1', [outcomeId, canary(`${own}outcome`)]);
  await here.sql('update decision set reasons = $2, support_given = $2 where appraisal_id = $1', [
    appraisalId,
    canary(`${own}reasons`),
  ]);
  const texts = {
    support: canary(word),
    place: canary(word),
    cancellation: canary(word),
    ifWorkerCannotCome: canary(word),
  };
  const message = { message: canary(word) };
  const proposed = acts.taken(await acts.propose(broker, optionId, texts, message));
  const reasons = { reasons: [{ term: 'PRICE', reason: canary(word) }], ...message };
  const countered = acts.taken(await acts.counter(manager, proposed, { ...texts, rate: '22.10' }, reasons));
  if (isAgreed) acts.taken(await acts.accept(who, countered));
}
