import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { positionOf } from '../../api/platform/event-cursor.ts';
import { type Acts, actsIn } from '../support/agreement-acts.ts';
import { feedOf } from '../support/feed.ts';
import { type Cast, type MadeIndividual, type Organisation, type Someone } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';
import { stormOf } from '../support/storm.ts';
import { codesOf, field, type World, world } from '../support/world.ts';

let here: World;
let acts: Acts;
let council: Organisation;
let broker: Someone;
beforeAll(async () => {
  here = await world();
  acts = actsIn(here);
  council = await here.make.authority();
  broker = await here.make.broker(council);
});
afterAll(() => here.close());

const GIVE = `mutation M($input: GiveConsentInput!) { giveConsent(input: $input) {
  consent { id status classes givenAs endsOn giver { name } recorder { name } } userErrors { code message field } } }`;
const WITHDRAW = `mutation M($input: WithdrawConsentInput!) { withdrawConsent(input: $input) {
  consent { status viewerCanWithdraw } individual { id } userErrors { code message } } }`;
const CONSENTS = `query C($id: ID!) { individual(id: $id) { viewerCanRecordConsent consents { totalCount edges { node {
  id purpose classes recipientKind status how evidence witness endsOn viewerCanWithdraw isNeededByAgreement
  organisation { name } person { name } giver { name } recorder { name } withdrawer { name } } } } } }`;
const KNOWN = `query K($id: ID!) { individual(id: $id) { alias postcode situation person { name } communication { saysYes }
  aboutMe { words } budget { total { amount } } outcomes { totalCount } agreements { totalCount } } }`;

interface Listed {
  readonly id: string;
  readonly status: string;
  readonly [field: string]: unknown;
}

const give = (who: Someone | null, input: Record<string, unknown>) =>
  here.as(who)(GIVE, { input: { purpose: 'ADVISE', how: 'HERE', ...input } });
const withdraw = (who: Someone | null, consentId: string) => here.as(who)(WITHDRAW, { input: { consentId } });
const given = async (who: Someone, input: Record<string, unknown>): Promise<string> => {
  const told = await give(who, input);
  expect(codesOf(told, 'giveConsent')).toEqual([]);
  return (field(told, 'giveConsent')['consent'] as { id: string }).id;
};
const consentsOf = async (who: Someone, of: MadeIndividual): Promise<Listed[]> => {
  const told = await here.as(who)(CONSENTS, { id: of.id });
  const individual = told.data?.['individual'] as { consents: { edges: { node: Listed }[] } } | null;
  return individual?.consents.edges.map(({ node }) => node) ?? [];
};
const known = async (who: Someone, of: MadeIndividual) =>
  (await here.as(who)(KNOWN, { id: of.id })).data?.['individual'] as Record<string, unknown> | null;

/** Amira with something of every kind to know, and an advice service with one member. */
async function amiraAndAdvice() {
  const amira = await here.make.individual(council);
  await here.sql("update individual set postcode = 'FM1 1AA', situation = 'At home.' where id = $1", [amira.id]);
  const ask = here.as(amira);
  await ask(
    `mutation M($id: ID!) { sayAboutMe(input: { individualId: $id, section: WHO_I_AM, words: "I sing." }) { userErrors { message } } }`,
    { id: amira.id },
  );
  await here.sql(
    `insert into communication (authority_id, individual_id, version, letters_language, formats, contact_by, never_by, says_yes, spoken_by, recorded_by, reviewed_on)
     values ($1, $2, 1, 'ENGLISH', '{}', '{}', '{}', 'Nods.', $2, $2, current_date)`,
    [amira.authorityId, amira.id],
  );
  await here.make.agreedOutcome(amira);
  await here.make.budget(await here.make.budgetHolder(council), amira);
  const advice = await here.make.organisation('ADVICE', 'Fen Voices');
  return { amira, advice, adviser: await here.make.member(advice, 'MEMBER', 'Ada Adviser') };
}

describe('giveConsent', () => {
  it.each([
    ['IDENTITY', { person: { name: 'Amira Okoro' } }],
    ['CONTACT', { postcode: 'FM1 1AA' }],
    ['COMMUNICATION', { communication: { saysYes: 'Nods.' } }],
    ['ABOUT_ME', { aboutMe: [{ words: 'I sing.' }] }],
    ['HEALTH', null],
    ['MONEY', { budget: { total: { amount: '10000.00' } } }],
    ['AGREEMENTS', {}],
    [
      'PLAN',
      {
        outcomes: { totalCount: 1 },
        aboutMe: [{ words: 'I sing.' }],
        communication: { saysYes: 'Nods.' },
        situation: 'At home.',
      },
    ],
  ])('opens %s and nothing else, from the next request on (R55)', async (dataClass, opened) => {
    const { amira, advice, adviser } = await amiraAndAdvice();
    expect(await known(adviser, amira)).toBeNull();
    await given(amira, { individualId: amira.id, organisationId: advice.id, classes: [dataClass] });
    const nothing = {
      ...{ alias: 'Person K7', postcode: null, situation: null, person: null, communication: null, aboutMe: [] },
      ...{ budget: null, outcomes: { totalCount: 0 }, agreements: { totalCount: 0 } },
    };
    expect(await known(adviser, amira)).toEqual(opened === null ? null : { ...nothing, ...opened });
    expect(await known(await here.make.person(), amira)).toBeNull();
  });

  it('lets a person know, and never by silence: not before its first day, not after its last (R25)', async () => {
    const { amira } = await amiraAndAdvice();
    const friend = await here.make.circleMember(amira, 'VIEW', ['APPOINTMENTS']);
    const days = async (startsOn: string, endsOn: string | null) => {
      const id = await given(amira, { individualId: amira.id, personId: friend.id, classes: ['CONTACT'] });
      await here.sql(
        `update consent set starts_on = current_date + ${startsOn}, ends_on = current_date + ${endsOn ?? 'null::integer'} where id = $1`,
        [id],
      );
      const seen = (await known(friend, amira))?.['postcode'] ?? null;
      const status = (await consentsOf(amira, amira)).find((each) => each.id === id)?.status;
      await withdraw(amira, id);
      await here.sql('delete from consent where id = $1', [id]);
      return [seen, status];
    };
    expect(await days('0', null)).toEqual(['FM1 1AA', 'OPEN']);
    expect(await days('-3', '0')).toEqual(['FM1 1AA', 'OPEN']);
    expect(await days('-3', '-1')).toEqual([null, 'OVER']);
    expect(await days('1', null)).toEqual([null, 'WAITING']);
  });

  it('lets everybody who is asked know, and nobody who is not', async () => {
    const cast = await here.make.cast();
    const rival = await here.make.manager(await here.make.provider('Rival Care'));
    await here.sql("update individual set postcode = 'FM1 1AA' where id = $1", [cast.individual.id]);
    const wish = { individualId: cast.individual.id, isForProvidersAsked: true, classes: ['CONTACT'] };
    await given(cast.individual, { ...wish, purpose: 'ARRANGE_SUPPORT' });
    expect(await known(cast.manager, cast.individual)).toBeNull();
    const { agreementId } = await acts.proposed(cast);
    expect(await known(cast.manager, cast.individual)).toMatchObject({ postcode: 'FM1 1AA', person: null });
    expect(await known(rival, cast.individual)).toBeNull();
    await here.sql("update agreement set state = 'DECLINED' where id = $1", [agreementId]);
    expect(await known(cast.manager, cast.individual)).toBeNull();
  });

  it('keeps a broker’s note of what was said, with who said yes and who wrote it down', async () => {
    const { amira, advice } = await amiraAndAdvice();
    const wish = { individualId: amira.id, organisationId: advice.id, classes: ['PLAN'], givenById: amira.id };
    const refused = await give(broker, wish);
    expect(codesOf(refused, 'giveConsent')).toEqual(['HOW_IT_WAS_GIVEN']);
    await given(broker, {
      ...wish,
      how: 'GESTURE',
      witness: 'Carys',
      evidence: 'She gave a thumbs up to the picture.',
    });
    expect(await consentsOf(amira, amira)).toMatchObject([
      { how: 'GESTURE', witness: 'Carys', giver: { name: 'Amira Okoro' }, recorder: { name: broker.name } },
    ]);
  });

  it('is refused without authority, whoever writes it down, each reason with its code', async () => {
    const { amira, advice } = await amiraAndAdvice();
    const niece = await here.make.circleMember(amira, 'SUGGEST');
    const son = await here.make.circleMember(amira, 'COMMIT', ['PLAN']);
    const wish = { individualId: amira.id, organisationId: advice.id, classes: ['PLAN', 'MONEY'] };
    const spoken = { ...wish, how: 'SPOKEN', evidence: 'Said so.' };
    for (const givenById of [niece.id, broker.id, 'nobody']) {
      expect(codesOf(await give(broker, { ...spoken, givenById }), 'giveConsent')).toEqual(['NO_AUTHORITY']);
    }
    expect(codesOf(await give(son, wish), 'giveConsent')).toEqual(['NOT_YOURS_TO_GIVE']);
    const toSon = { ...wish, organisationId: null, personId: son.id, classes: ['PLAN'] };
    expect(codesOf(await give(son, toSon), 'giveConsent')).toEqual(['RECIPIENT_IS_GIVER']);
    const absent = { ...wish, organisationId: amira.id };
    expect(codesOf(await give(amira, absent), 'giveConsent')).toEqual(['RECIPIENT_NOT_FOUND']);
    const everything = {
      ...wish,
      organisationId: null,
      classes: [],
      how: 'GESTURE',
      startsOn: '2030-01-02',
      endsOn: '2030-01-01',
    };
    expect(codesOf(await give(amira, everything), 'giveConsent')).toEqual([
      ...['NOTHING_ALLOWED', 'RECIPIENT_UNCLEAR', 'DAYS_IN_WRONG_ORDER', 'EVIDENCE_REQUIRED', 'WITNESS_REQUIRED'],
    ]);
    expect(
      codesOf(await give(amira, { ...wish, endsOn: '2020-01-01', startsOn: '2019-01-01' }), 'giveConsent'),
    ).toEqual(['LAST_DAY_PAST']);
    expect(codesOf(await give(amira, { ...wish, witness: 'x'.repeat(201) }), 'giveConsent')).toEqual(['TEXT_TOO_LONG']);
    expect(await consentsOf(amira, amira)).toEqual([]);
  });

  it('refuses dates that overlap for the same purpose, and takes other days and other purposes', async () => {
    const { amira, advice } = await amiraAndAdvice();
    const wish = { individualId: amira.id, organisationId: advice.id, classes: ['PLAN'] };
    const first = await given(amira, { ...wish, endsOn: '2090-01-31' });
    const again = (startsOn: string) => give(amira, { ...wish, startsOn });
    expect(codesOf(await again('2090-01-31'), 'giveConsent')).toEqual(['DATES_OVERLAP']);
    await given(amira, { ...wish, startsOn: '2090-02-01' });
    await given(amira, { ...wish, purpose: 'REVIEW' });
    await withdraw(amira, first);
    await given(amira, { ...wish, endsOn: '2090-01-31' });
  });

  it('is done once for one key', async () => {
    const { amira, advice } = await amiraAndAdvice();
    const wish = { individualId: amira.id, organisationId: advice.id, classes: ['PLAN'], idempotencyKey: 'once' };
    expect(await given(amira, wish)).toBe(await given(amira, wish));
    expect(await consentsOf(amira, amira)).toHaveLength(1);
  });

  it('is no business of anybody else, and tells a stranger nothing', async () => {
    const { amira, advice, adviser } = await amiraAndAdvice();
    const wish = { individualId: amira.id, organisationId: advice.id, classes: ['PLAN'] };
    const niece = await here.make.circleMember(amira, 'SUGGEST');
    const holder = await here.make.budgetHolder(council);
    const elsewhere = await here.make.broker(await here.make.authority('Saltmarsh Council'));
    for (const who of [niece, holder, adviser, elsewhere]) {
      expect(codesOf(await give(who, wish), 'giveConsent')).toEqual([
        expect.stringMatching(/^! (NOT_FOUND|FORBIDDEN)$/),
      ]);
    }
    expect(codesOf(await give(null, wish), 'giveConsent')).toEqual(['! UNAUTHENTICATED']);
    const id = await given(amira, wish);
    for (const who of [niece, holder, adviser, elsewhere]) {
      expect(codesOf(await withdraw(who, id), 'withdrawConsent')).toEqual([
        expect.stringMatching(/^! (NOT_FOUND|FORBIDDEN)$/),
      ]);
    }
    expect(codesOf(await withdraw(null, id), 'withdrawConsent')).toEqual(['! UNAUTHENTICATED']);
    expect(codesOf(await withdraw(amira, 'nothing'), 'withdrawConsent')).toEqual(['! NOT_FOUND']);
    for (const who of [niece, adviser, elsewhere]) expect(await consentsOf(who, amira)).toEqual([]);
    expect(await consentsOf(amira, amira)).toMatchObject([{ status: 'OPEN' }]);
  });
});

describe('withdrawConsent', () => {
  it('closes at once what was open, stays on record, and again is the same as once', async () => {
    const { amira, advice, adviser } = await amiraAndAdvice();
    const id = await given(amira, { individualId: amira.id, organisationId: advice.id, classes: ['PLAN'] });
    expect(await known(adviser, amira)).not.toBeNull();
    for (const who of [broker, amira]) {
      const told = await withdraw(who, id);
      expect(field(told, 'withdrawConsent')).toMatchObject({
        consent: { status: 'WITHDRAWN', viewerCanWithdraw: false },
        userErrors: [],
      });
    }
    expect(await known(adviser, amira)).toBeNull();
    expect(await consentsOf(amira, amira)).toMatchObject([{ status: 'WITHDRAWN', withdrawer: { name: broker.name } }]);
    const events = await here.sql(
      "select type from event where stream = 'individual:' || $1 and type like 'CONSENT%' order by sequence",
      [amira.id],
    );
    expect(events).toEqual([{ type: 'CONSENT_GIVEN' }, { type: 'CONSENT_WITHDRAWN' }]);
  });
});

describe('disclosure to a provider (R44)', () => {
  const nameTo = async (cast: Cast) =>
    ((await known(cast.manager, cast.individual))?.['person'] as { name: string } | null)?.name ?? null;

  it('hangs on the yes that accepting is, from the moment both have agreed until 12 months after the last day', async () => {
    const cast = await here.make.cast();
    const seen = await acts.proposed(cast);
    const countered = acts.taken(await acts.counter(cast.manager, seen, { rate: '22.10' }));
    expect(await nameTo(cast)).toBeNull();
    expect(await consentsOf(cast.individual, cast.individual)).toEqual([]);
    acts.taken(await acts.accept(cast.individual, countered));
    expect(await nameTo(cast)).toBe('Amira Okoro');
    const [consent] = await consentsOf(cast.individual, cast.individual);
    expect(consent).toMatchObject({
      how: 'BY_ACCEPTING',
      classes: ['IDENTITY'],
      status: 'OPEN',
      viewerCanWithdraw: false,
    });

    const endedOn = async (day: string) => {
      await here.sql(`update agreement set starts_on = '2020-01-01', ends_on = ${day} where individual_id = $1`, [
        cast.individual.id,
      ]);
      return [await nameTo(cast), (await consentsOf(cast.individual, cast.individual))[0]?.status];
    };
    expect(await endedOn("current_date - interval '12 months'")).toEqual(['Amira Okoro', 'OPEN']);
    expect(await endedOn("current_date - interval '12 months' - interval '1 day'")).toEqual([null, 'OVER']);
  });

  it('waits while the other side has not agreed, and comes to nothing when nobody does', async () => {
    const cast = await here.make.cast();
    const seen = await acts.proposed(cast);
    acts.taken(await acts.accept(cast.individual, seen));
    const status = async () => (await consentsOf(cast.individual, cast.individual))[0]?.status;
    expect([await nameTo(cast), await status()]).toEqual([null, 'WAITING']);
    await here.sql("update agreement set state = 'DECLINED' where individual_id = $1", [cast.individual.id]);
    expect([await nameTo(cast), await status()]).toEqual([null, 'OVER']);
  });

  it('is not stopped while the agreement goes on, and is stopped after its last day', async () => {
    const cast = await here.make.cast();
    const seen = await acts.proposed(cast);
    acts.taken(await acts.accept(cast.manager, acts.taken(await acts.accept(cast.individual, seen))));
    const [consent] = await consentsOf(cast.individual, cast.individual);
    const id = consent?.id ?? '';
    const told = await withdraw(cast.individual, id);
    expect(codesOf(told, 'withdrawConsent')).toEqual(['NEEDED_BY_AGREEMENT']);
    expect(field(told, 'withdrawConsent')['consent']).toMatchObject({ status: 'OPEN' });
    expect(await nameTo(cast)).toBe('Amira Okoro');
    const end = (day: string) =>
      here.sql(`update agreement set starts_on = '2020-01-01', ends_on = ${day} where individual_id = $1`, [
        cast.individual.id,
      ]);
    await end('current_date');
    expect(codesOf(await withdraw(cast.individual, id), 'withdrawConsent')).toEqual(['NEEDED_BY_AGREEMENT']);
    await end('current_date - 1');
    expect(codesOf(await withdraw(cast.individual, id), 'withdrawConsent')).toEqual([]);
    expect(await nameTo(cast)).toBeNull();
  });
});

describe('the database alone', () => {
  it('takes no consent in another’s name, none that overlaps, and lets nobody undo a withdrawal', async () => {
    const { amira, advice, adviser } = await amiraAndAdvice();
    const id = await given(amira, { individualId: amira.id, organisationId: advice.id, classes: ['PLAN'] });
    const client = new pg.Client({ connectionString: here.database.appUrl });
    await client.connect();
    const tried = async (who: Someone, statement: string, values: unknown[]) => {
      await client.query('begin');
      await client.query('select access.enter($1)', [who.id]);
      const outcome = await client.query(statement, values).then(
        ({ rowCount }) => `${rowCount ?? 0} done`,
        (error: unknown) => String(error),
      );
      await client.query('rollback');
      return outcome;
    };
    const insert = (recorder: Someone, how: string, purpose: string) =>
      [
        `insert into consent (authority_id, id, individual_id, purpose, classes, recipient_kind, recipient_organisation_id, starts_on, given_by,
         given_as, how, evidence, recorded_by, recorded_at)
       values ($1, gen_random_uuid(), $2, $5, '{PLAN}', 'ORGANISATION', $3, current_date, case when $6 = 'HERE' then $4::uuid else $2 end,
         case when $6 = 'HERE' and $4 <> $2 then 'CIRCLE' else 'INDIVIDUAL' end, $6, 'x', $4, now())`,
        [amira.authorityId, amira.id, advice.id, recorder.id, purpose, how],
      ] as const;
    expect(await tried(amira, ...asked(insert(amira, 'HERE', 'REVIEW')))).toBe('1 done');
    expect(await tried(amira, ...asked(insert(amira, 'HERE', 'ADVISE')))).toMatch(/consent_once_key/);
    expect(await tried(broker, ...asked(insert(broker, 'SPOKEN', 'REVIEW')))).toBe('1 done');
    expect(await tried(broker, ...asked(insert(broker, 'HERE', 'REVIEW')))).toMatch(/row-level security/);
    expect(await tried(adviser, ...asked(insert(adviser, 'SPOKEN', 'REVIEW')))).toMatch(/row-level security/);
    expect(await tried(amira, 'update consent set classes = $2 where id = $1', [id, '{MONEY}'])).toMatch(
      /permission denied/,
    );
    await withdraw(amira, id);
    expect(
      await tried(amira, 'update consent set withdrawn_at = null, withdrawn_by = null where id = $1', [id]),
    ).toMatch(/row-level security/);
    await client.end();
  });

  const asked = ([statement, values]: readonly [string, readonly unknown[]]): [string, unknown[]] => [
    statement,
    [...values],
  ];
});

it('the page of what somebody allows is one statement, however many there are', async () => {
  const { amira, advice } = await amiraAndAdvice();
  const wish = { individualId: amira.id, organisationId: advice.id, classes: ['PLAN'] };
  await given(amira, wish);
  const count = async () => (await statementsOf(() => here.as(amira)(CONSENTS, { id: amira.id }))).length;
  await count();
  const before = await count();
  for (const purpose of ['REVIEW', 'INTRODUCE', 'PAY', 'ARRANGE_SUPPORT', 'GIVE_SUPPORT'])
    await given(amira, { ...wish, purpose });
  expect([before, await count(), (await consentsOf(amira, amira)).length]).toEqual([1, 1, 6]);
});

describe('an adviser from whom it is withdrawn while much happens', () => {
  it('hears nothing that came after, and the socket is closed (R35, R55)', async () => {
    const cast = await here.make.cast();
    const advice = await here.make.organisation('ADVICE', 'Fen Voices');
    const adviser = await here.make.member(advice, 'MEMBER');
    const id = await given(cast.individual, {
      individualId: cast.individual.id,
      organisationId: advice.id,
      classes: ['AGREEMENTS'],
    });
    const { agreementId } = await acts.proposed(cast);
    const feed = await feedOf(here, adviser, { agreementId });

    const storm = stormOf(here, agreementId, cast);
    await feed.until(30);
    expect(codesOf(await withdraw(cast.individual, id), 'withdrawConsent')).toEqual([]);
    const revoked = performance.now();
    await expect(feed.failure).resolves.toBe('closed with 4205');
    console.info(
      `The socket of somebody who may not know any more closed ${(performance.now() - revoked).toFixed(0)} ms after the answer.`,
    );
    await storm.stop();

    const [ended] = await here.sql<{ xid: string }>(
      "select xid::text as xid from event where stream = 'individual:' || $1 and type = 'CONSENT_WITHDRAWN'",
      [cast.individual.id],
    );
    const later = await here.sql<{ count: number }>('select count(*)::int as count from event where xid > $1::xid8', [
      ended?.xid,
    ]);
    expect(later[0]?.count).toBeGreaterThan(0);
    const told = feed.told.map(({ cursor }) => BigInt(positionOf(cursor).xid));
    expect(told.filter((xid) => xid > BigInt(ended?.xid ?? 0))).toEqual([]);
  }, 30_000);
});
