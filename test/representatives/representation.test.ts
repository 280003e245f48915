import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Acts, actsIn } from '../support/agreement-acts.ts';
import { feedOf } from '../support/feed.ts';
import { type Cast, type MadeIndividual, type Someone, TODAY } from '../support/make.ts';
import { codesOf, field, type World, world } from '../support/world.ts';

let here: World;
let acts: Acts;
let cast: Cast;
beforeAll(async () => {
  here = await world();
  acts = actsIn(here);
  cast = await here.make.cast();
});
afterAll(() => here.close());

const mutation = (name: string, payload: string) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return async (who: Someone | null, input: Record<string, unknown>) => {
    const document = `mutation M($input: ${type}Input!) { ${name}(input: $input) { ${payload} userErrors { code message field } } }`;
    const told = await here.as(who)(document, { input });
    return { told, codes: codesOf(told, name), payload: told.data?.[name] as Record<string, { id: string } | null> };
  };
};
const record = mutation(
  'recordRepresentation',
  'representation { id isInForce covers evidenceSeenBy { name } worksFor }',
);
const end = mutation('endRepresentation', 'representation { id isInForce endedReason }');
const assess = mutation('recordCapacity', 'capacityRecord { id finding }');
const weigh = mutation('recordBestInterests', 'bestInterestsRecord { id }');
const order = mutation('recordCourtOrder', 'courtOrder { id viewerCanLift }');
const lift = mutation('liftCourtOrder', 'courtOrder { id liftedReason }');
const birth = mutation('recordBirthDate', 'individual { id age lifeStage standingWarning }');
const choose = mutation('chooseOption', 'appraisal { id }');

const paper = (of: MadeIndividual, holder: Someone, kind: string, more: Record<string, unknown> = {}) => ({
  ...{ individualId: of.id, personId: holder.id, kind, actsAlone: false, hasPermission: false },
  ...{ evidence: 'The sealed paper.', startsOn: TODAY, ...more },
});
const lacking = (of: MadeIndividual, decisionKind: string, aboutId: string) => ({
  ...{ individualId: of.id, decisionKind, aboutId, decision: 'Where to live.', finding: 'LACKS_CAPACITY' },
  ...{ understands: true, retains: false, weighs: false, communicates: true, impairment: 'Dementia.' },
  ...{ supportGiven: 'Pictures.', grounds: 'Could not keep it in mind.', assessor: 'Ben, broker', assessedOn: TODAY },
});

/** An open comparison for somebody of the cast's authority, with a place to live among the options or not. */
async function comparison(of: MadeIndividual, isPlaceToLive: boolean) {
  const serviceId = await here.make.service(cast.provider);
  if (isPlaceToLive)
    await here.sql("update service set regulated_activity = 'ACCOMMODATION_WITH_CARE' where id = $1", [serviceId]);
  const outcomeId = await here.make.agreedOutcome(of);
  const ask = async (name: string, input: Record<string, unknown>) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const told = await here.as(of)(
      `mutation M($input: ${type}Input!) { ${name}(input: $input) { appraisal { id options { id kind } } userErrors { code } } }`,
      { input },
    );
    return field(told, name)['appraisal'] as { id: string; options: { id: string; kind: string }[] };
  };
  const { id: appraisalId } = await ask('openAppraisal', { outcomeId });
  const { options } = await ask('addOption', { appraisalId, serviceId });
  const optionId = options.find(({ kind }) => kind !== 'CARRY_ON_AS_NOW')?.id ?? '';
  return { outcomeId, choice: { appraisalId, optionId, reasons: 'It is near.', isFirstPreference: true } };
}

describe('recordRepresentation', () => {
  it('keeps what was seen, by whom, and tells the holder', async () => {
    const { individual, broker } = cast;
    const niece = await here.make.circleMember(individual, 'SUGGEST');
    const { codes, payload } = await record(broker, paper(individual, niece, 'LPA_FINANCE'));
    expect(codes).toEqual([]);
    expect(payload['representation']).toMatchObject({
      isInForce: true,
      covers: ['MONEY', 'BENEFITS', 'CONTRACT'],
      evidenceSeenBy: { name: broker.name },
    });
    const told = await here.as(niece)(
      '{ viewer { representations { kind evidence individual { person { name } } } } }',
    );
    expect(field(told, 'viewer')['representations']).toEqual([
      { kind: 'LPA_FINANCE', evidence: 'The sealed paper.', individual: { person: { name: individual.name } } },
    ]);
    const again = await record(broker, paper(individual, niece, 'LPA_FINANCE'));
    expect(again.codes).toEqual(['OVERLAPS']);
    const [event] = await here.sql(
      "select type, acted_as from event where stream = 'individual:' || $1 and type like 'REPRESENTATION%'",
      [individual.id],
    );
    expect(event).toEqual({ type: 'REPRESENTATION_RECORDED', acted_as: 'BROKER' });
  });

  it('is refused for an advocate whom the provider being bought employs, and shown when it turns so later', async () => {
    await acts.proposed(cast);
    const advocate = await here.make.circleMember(cast.individual, 'VIEW');
    const { payload } = await record(cast.broker, paper(cast.individual, advocate, 'CARE_ACT_ADVOCATE'));
    expect(payload['representation']).toMatchObject({ covers: [], worksFor: [] });
    await here.sql(
      "insert into membership (id, organisation_id, person_id, role, starts_on) values (gen_random_uuid(), $1, $2, 'MEMBER', current_date)",
      [cast.provider.id, advocate.id],
    );
    const told = await here.as(cast.broker)(
      'query Q($id: ID!) { individual(id: $id) { representations { kind worksFor } } }',
      { id: cast.individual.id },
    );
    expect((field(told, 'individual')['representations'] as unknown[])[0]).toEqual({
      kind: 'CARE_ACT_ADVOCATE',
      worksFor: [cast.provider.name],
    });
    const { codes } = await record(cast.broker, paper(cast.individual, advocate, 'IMHA'));
    expect(codes).toEqual(['WORKS_FOR_PROVIDER']);
  });

  it('is for brokers and approvers alone, and no stranger learns of it', async () => {
    const { individual, holder, manager } = cast;
    const niece = await here.make.circleMember(individual, 'COMMIT');
    for (const who of [individual, niece, holder, manager, await here.make.person()]) {
      expect((await record(who, paper(individual, niece, 'NEXT_OF_KIN'))).codes).toEqual([
        expect.stringMatching(/^! (FORBIDDEN|NOT_FOUND)$/),
      ]);
    }
    expect((await record(null, paper(individual, niece, 'NEXT_OF_KIN'))).codes).toEqual(['! UNAUTHENTICATED']);
    const stranger = await here.as(await here.make.person())('query Q($id: ID!) { individual(id: $id) { id } }', {
      id: individual.id,
    });
    expect(stranger.data?.['individual']).toBeNull();
  });
});

describe('endRepresentation', () => {
  it('is at once and once; the individual ends what is informal and nothing else', async () => {
    const amira = await here.make.individual(cast.authority);
    const friend = await here.make.circleMember(amira, 'VIEW');
    const made = await record(cast.broker, paper(amira, friend, 'INFORMAL', { evidence: null }));
    const representationId = made.payload['representation']?.id;
    expect((await end(amira, { representationId, reason: ' ' })).codes).toEqual(['REASON_REQUIRED']);
    expect((await end(friend, { representationId, reason: 'x' })).codes).toEqual(['! FORBIDDEN']);
    const done = await end(amira, { representationId, reason: 'I ask others now.' });
    expect(done.payload['representation']).toMatchObject({ isInForce: false, endedReason: 'I ask others now.' });
    expect((await end(cast.broker, { representationId, reason: 'Again.' })).payload['representation']).toMatchObject({
      endedReason: 'I ask others now.',
    });
    const power = await record(cast.broker, paper(amira, friend, 'LPA_HEALTH'));
    const powerId = power.payload['representation']?.id;
    expect((await end(amira, { representationId: powerId, reason: 'x' })).codes).toEqual(['! FORBIDDEN']);
    expect((await end(cast.broker, { representationId: powerId, reason: 'Revoked.' })).codes).toEqual([]);
  });
});

describe('a decision for somebody else (R23)', () => {
  it('is refused where the authority does not cover it, and counts where it does', async () => {
    const ken = await here.make.individual(cast.authority, 'Ken Thorne', 'A man');
    const son = await here.make.circleMember(ken, 'SUGGEST', undefined, 'Martin Thorne');
    const friend = await here.make.circleMember(ken, 'COMMIT', undefined, 'Freda Friend');
    await record(cast.broker, paper(ken, son, 'LPA_FINANCE'));
    const { outcomeId, choice } = await comparison(ken, true);
    expect((await choose(son, choice)).codes).toEqual(['KIND_DOES_NOT_COVER']);
    expect((await choose(friend, choice)).codes).toEqual(['MANDATE_DOES_NOT_COVER']);

    const health = await record(cast.broker, paper(ken, son, 'LPA_HEALTH', { evidence: null }));
    expect((await choose(son, choice)).codes).toEqual(['KIND_DOES_NOT_COVER', 'EVIDENCE_NOT_SEEN']);
    await end(cast.broker, { representationId: health.payload['representation']?.id, reason: 'Recorded anew.' });
    const seen = await record(cast.broker, paper(ken, son, 'LPA_HEALTH'));
    expect((await choose(son, choice)).codes).toEqual(['KIND_DOES_NOT_COVER', 'CAPACITY_PRESUMED']);

    expect((await assess(cast.broker, lacking(ken, 'RESIDENCE', outcomeId))).codes).toEqual([]);
    expect((await choose(friend, choice)).codes).toEqual(['MANDATE_DOES_NOT_COVER']);
    expect((await choose(ken, choice)).codes).toEqual(['CAPACITY_LACKING']);
    expect((await choose(son, choice)).codes).toEqual([]);
    const [kept] = await here.sql('select decided_as, representation_id from decision where appraisal_id = $1', [
      choice.appraisalId,
    ]);
    expect(kept).toEqual({ decided_as: 'REPRESENTATIVE', representation_id: seen.payload['representation']?.id });
  });

  it('by a mandate lapses for the one decision that could not be made, and for no other (R24)', async () => {
    const bo = await here.make.individual(cast.authority, 'Bo Reed', 'A man');
    const friend = await here.make.circleMember(bo, 'COMMIT');
    const [one, other] = [await comparison(bo, false), await comparison(bo, false)];
    await assess(cast.broker, lacking(bo, 'CARE_AND_SUPPORT', one.outcomeId));
    expect((await choose(friend, one.choice)).codes).toEqual(['CAPACITY_LACKING']);
    expect((await choose(friend, other.choice)).codes).toEqual([]);
    const [kept] = await here.sql('select decided_as, representation_id from decision where appraisal_id = $1', [
      other.choice.appraisalId,
    ]);
    expect(kept).toEqual({ decided_as: 'MANDATE', representation_id: null });
  });
});

describe('records of one decision (R24)', () => {
  it('are read by the individual and the authority, never changed, and written by brokers alone', async () => {
    const bo = await here.make.individual(cast.authority, 'Bo Reed', 'A man');
    const niece = await here.make.circleMember(bo, 'SUGGEST');
    const outcomeId = await here.make.agreedOutcome(bo);
    const { payload } = await assess(cast.broker, lacking(bo, 'HEALTH', outcomeId));
    const capacityRecordId = payload['capacityRecord']?.id;
    const interests = {
      ...{ capacityRecordId, wishes: 'To stay.', leastRestrictive: 'Nothing less would do.', chosenOption: 0 },
      options: ['Stay', 'Go'].map((option) => ({ option, benefits: 'Some.', disbenefits: 'Some.' })),
      ...{ consulted: [{ who: 'Niece', said: 'Stay.' }], reasons: 'It is home.', decidedBy: 'Ben', decidedOn: TODAY },
    };
    expect((await weigh(cast.broker, { ...interests, options: [] })).codes).toEqual([
      'OPTIONS_MISSING',
      'NOT_AN_OPTION',
    ]);
    expect((await weigh(cast.broker, interests)).codes).toEqual([]);
    const seen = async (who: Someone) => {
      const told = await here.as(who)(
        'query Q($id: ID!) { individual(id: $id) { capacityRecords { finding bestInterests { wishes options { option } } } } }',
        { id: bo.id },
      );
      return field(told, 'individual')['capacityRecords'];
    };
    const whole = [
      {
        finding: 'LACKS_CAPACITY',
        bestInterests: { wishes: 'To stay.', options: [{ option: 'Stay' }, { option: 'Go' }] },
      },
    ];
    expect([await seen(bo), await seen(cast.broker), await seen(niece)]).toEqual([whole, whole, []]);
    expect((await assess(niece, lacking(bo, 'HEALTH', outcomeId))).codes).toEqual(['! FORBIDDEN']);
    expect((await weigh(niece, interests)).codes).toEqual(['! NOT_FOUND']);
    expect((await weigh(bo, interests)).codes).toEqual(['! FORBIDDEN']);
    await expect(here.sql('update capacity_record set grounds = $1', ['else'])).rejects.toThrow(/never changed/);
  });
});

describe('a child (R63)', () => {
  it('needs somebody with parental responsibility before anything is agreed, until 16', async () => {
    const pip = await here.make.individual(cast.authority, 'Pip Alder', 'A child');
    const mother = await here.make.circleMember(pip, 'SUGGEST');
    const { choice } = await comparison(pip, false);
    expect((await birth(cast.broker, { individualId: pip.id, bornOn: '2999-01-01' })).codes).toEqual([
      'NOT_A_BIRTH_DATE',
    ]);
    expect((await birth(mother, { individualId: pip.id, bornOn: '2020-01-01' })).codes).toEqual(['! FORBIDDEN']);
    const born = await birth(cast.broker, { individualId: pip.id, bornOn: '2020-01-01' });
    expect(born.payload['individual']).toMatchObject({
      lifeStage: 'CHILD',
      standingWarning: expect.stringMatching(/parental responsibility/),
    });
    expect((await choose(pip, choice)).codes).toEqual(['CHILD_WITHOUT_PARENT']);
    await record(cast.broker, paper(pip, mother, 'PARENTAL_RESPONSIBILITY'));
    expect((await choose(pip, choice)).codes).toEqual(['NEEDS_PARENT']);
    expect((await choose(mother, choice)).codes).toEqual([]);
  });

  it('is kept from a parent by a court order at once, sockets included, and only the authority knows and lifts it', async () => {
    const child = await here.make.cast({ keep: { authority: cast.authority, broker: cast.broker } });
    const pip = child.individual;
    const father = await here.make.circleMember(pip, 'VIEW', undefined, 'Theo Marsh');
    const mother = await here.make.circleMember(pip, 'COMMIT', undefined, 'Juno Alder');
    const { agreementId } = await acts.proposed(child);
    const feed = await feedOf(here, father, { agreementId });
    const sees = async (who: Someone) =>
      (await here.as(who)('query Q($id: ID!) { individual(id: $id) { courtOrders { id } } }', { id: pip.id })).data?.[
        'individual'
      ];
    expect(await sees(father)).toEqual({ courtOrders: [] });

    const wish = { individualId: pip.id, personId: father.id, evidence: 'Family Court, FM26P00123', orderedOn: TODAY };
    for (const who of [mother, father, pip, child.manager])
      expect((await order(who, wish)).codes).toEqual([expect.stringMatching(/^! (FORBIDDEN|NOT_FOUND)$/)]);
    const made = await order(cast.broker, wish);
    expect(made.codes).toEqual([]);
    await expect(feed.failure).resolves.toBe('closed with 4205');
    expect(await sees(father)).toBeNull();
    expect(await sees(mother)).toEqual({ courtOrders: [] });
    expect(await sees(cast.broker)).toEqual({ courtOrders: [{ id: made.payload['courtOrder']?.id }] });
    expect((await order(cast.broker, wish)).codes).toEqual(['ALREADY_STOPPED']);

    const courtOrderId = made.payload['courtOrder']?.id;
    for (const who of [mother, father, pip])
      expect((await lift(who, { courtOrderId, reason: 'x' })).codes).toEqual(['! NOT_FOUND']);
    expect((await lift(cast.broker, { courtOrderId, reason: '' })).codes).toEqual(['REASON_REQUIRED']);
    expect((await lift(cast.broker, { courtOrderId, reason: 'Discharged.' })).codes).toEqual([]);
    expect(await sees(father)).toEqual({ courtOrders: [] });
  });
});

it('the database alone lets nobody write an authority in another’s name, nor for themselves', async () => {
  const client = new pg.Client({ connectionString: here.database.appUrl });
  await client.connect();
  const tried = async (who: Someone, personId: string, recordedBy: string) => {
    await client.query('begin');
    await client.query('select access.enter($1)', [who.id]);
    const outcome = await client
      .query(
        `insert into representation (authority_id, id, individual_id, person_id, kind, acts_alone, has_permission, starts_on, recorded_by, recorded_at)
         values ($1, gen_random_uuid(), $2, $3, 'DEPUTY_HEALTH', true, false, '2020-01-01', $4, now())`,
        [cast.authority.id, cast.individual.id, personId, recordedBy],
      )
      .then(
        () => 'written',
        (error: unknown) => String(error),
      );
    await client.query('rollback');
    return outcome;
  };
  const niece = await here.make.circleMember(cast.individual, 'COMMIT');
  expect(await tried(cast.broker, niece.id, cast.broker.id)).toBe('written');
  expect(await tried(cast.broker, cast.broker.id, cast.broker.id)).toMatch(/row-level security/);
  expect(await tried(cast.broker, niece.id, niece.id)).toMatch(/row-level security/);
  expect(await tried(niece, niece.id, niece.id)).toMatch(/row-level security/);
  await client.end();
});
