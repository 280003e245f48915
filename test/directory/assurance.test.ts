import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addMonths } from '../../api/directory/freshness.rules.ts';
import { type MadeIndividual, type Organisation, type Someone, TODAY } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';
import { codesOf, field, type World, world } from '../support/world.ts';

let here: World;
let authority: Organisation;
let editor: Someone;
let broker: Someone;
let group: Organisation;
let member: Someone;
let stranger: Someone;
let individual: MadeIndividual;
let serviceId: string;
beforeAll(async () => {
  here = await world();
  authority = await here.make.authority();
  [editor, broker] = [await here.make.member(authority, 'EDITOR'), await here.make.broker(authority)];
  group = await here.make.organisation('COMMUNITY_GROUP', 'Wool Circle');
  member = await here.make.member(group, 'MEMBER');
  stranger = await here.make.manager(await here.make.provider('Another'));
  individual = await here.make.individual(authority);
});
afterAll(() => here.close());
beforeEach(async () => {
  serviceId = await here.make.service(group);
});

const FRESHNESS = 'freshness { state lastAssuredOn assuredBy nextDueOn mark sentence isChoosable } viewerCanAssure';
const freshness = async (who: Someone | null, id = serviceId) => {
  const told = await here.as(who)(`query Q($id: ID!) { service(id: $id) { ${FRESHNESS} } }`, { id });
  return field(told, 'service') as { freshness: Record<string, unknown>; viewerCanAssure: boolean };
};
const act = (who: Someone | null, name: string, input: Record<string, unknown>) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const shown = name === 'setFreshnessPolicy' ? 'authority { name }' : `service { ${FRESHNESS} }`;
  return here.as(who)(
    `mutation M($input: ${type}!) { ${name}(input: $input) { ${shown} userErrors { code message field } } }`,
    { input },
  );
};
const assure = (who: Someone | null, more: Record<string, unknown> = {}) =>
  act(who, 'assureService', { serviceId, ...more });
const call = (who: Someone | null, more: Record<string, unknown> = {}) =>
  act(who, 'logCall', { serviceId, method: 'PHONE', result: 'STILL_CORRECT', answeredBy: 'Secretary', ...more });
const checkedOn = (day: string) => here.sql('update service set assured_on = $2 where id = $1', [serviceId, day]);

describe('assureService', () => {
  it('is one press for a member of the organisation, and shows to everybody', async () => {
    expect((await freshness(null)).freshness).toMatchObject({ state: 'STALE', lastAssuredOn: null, nextDueOn: null });
    const told = await assure(member);
    expect(codesOf(told, 'assureService')).toEqual([]);
    const fresh = {
      state: 'FRESH',
      lastAssuredOn: TODAY,
      assuredBy: 'the group itself',
      mark: null,
      isChoosable: true,
    };
    expect(field(told, 'assureService')['service']).toMatchObject({ freshness: fresh });
    expect((await freshness(null)).freshness).toMatchObject({ ...fresh, nextDueOn: addMonths(TODAY, 3) });
    const events = await here.sql('select acted_as from event where stream = $1', [`service:${serviceId}`]);
    expect(events).toEqual([{ acted_as: 'PROVIDER' }]);
  });

  it('names the authority when an editor says so', async () => {
    expect(codesOf(await assure(editor), 'assureService')).toEqual([]);
    expect((await freshness(null)).freshness).toMatchObject({ assuredBy: authority.name });
  });

  it('is offered to those who may, and to nobody else', async () => {
    const offered = await Promise.all(
      [member, editor, broker, stranger, null].map(async (who) => (await freshness(who)).viewerCanAssure),
    );
    expect(offered).toEqual([true, true, false, false, false]);
    for (const who of [broker, stranger, individual])
      expect(codesOf(await assure(who), 'assureService')).toEqual(['! FORBIDDEN']);
    expect(codesOf(await assure(null), 'assureService')).toEqual(['! UNAUTHENTICATED']);
    expect(codesOf(await act(member, 'assureService', { serviceId: 'nothing' }), 'assureService')).toEqual([
      '! NOT_FOUND',
    ]);
    expect((await freshness(null)).freshness).toMatchObject({ lastAssuredOn: null });
  });

  it('refuses what has ended', async () => {
    await here.sql("update service set status = 'DEFUNCT' where id = $1", [serviceId]);
    expect(codesOf(await assure(editor), 'assureService')).toEqual(['SERVICE_ENDED']);
  });

  it('answers the same key once', async () => {
    for (const _ of [1, 2]) await assure(member, { idempotencyKey: `once ${serviceId}` });
    expect(await here.sql('select from assurance where service_id = $1', [serviceId])).toHaveLength(1);
  });

  it('cannot be written in the name of another by the database either', async () => {
    const statement = `insert into assurance (id, service_id, organisation_id, origin, result, assured_on, assured_at, person_id, acting_id)
      values (gen_random_uuid(), $1, $2, $3, 'STILL_CORRECT', current_date, now(), $4, $5)`;
    const write = (who: Someone, origin: string, actingId: string, personId = who.id) =>
      here.app.source.transaction(async (manager) => {
        await manager.query('select access.enter($1)', [who.id]);
        return manager.query(statement, [serviceId, group.id, origin, personId, actingId]);
      });
    await expect(write(stranger, 'ORGANISATION', group.id)).rejects.toThrow(/row-level security/);
    await expect(write(broker, 'EDITOR', authority.id)).rejects.toThrow(/row-level security/);
    await expect(write(member, 'EDITOR', authority.id)).rejects.toThrow(/row-level security/);
    await expect(write(member, 'ORGANISATION', group.id, editor.id)).rejects.toThrow(/row-level security/);
    await expect(write(member, 'ORGANISATION', group.id)).resolves.toBeDefined();
  });
});

describe('logCall', () => {
  it('counts as a check when it is still correct', async () => {
    const told = await call(editor);
    expect(field(told, 'logCall')['service']).toMatchObject({
      freshness: { state: 'FRESH', assuredBy: `${authority.name}, who asked them` },
    });
  });

  it('counts as none when something is not right, or nobody was reached', async () => {
    expect(codesOf(await call(editor, { result: 'NOT_RIGHT', notes: 'Moved.' }), 'logCall')).toEqual([]);
    expect(codesOf(await call(editor, { result: 'NOT_REACHED', answeredBy: null }), 'logCall')).toEqual([]);
    expect((await freshness(null)).freshness).toMatchObject({ state: 'STALE', lastAssuredOn: null });
  });

  it('says every problem at once', async () => {
    const told = await call(editor, { result: 'NOT_RIGHT', answeredBy: ' ' });
    expect(codesOf(told, 'logCall')).toEqual(['ANSWERED_BY_NEEDED', 'WORDS_NEEDED']);
    expect(codesOf(await call(editor, { notes: 'x'.repeat(2001) }), 'logCall')).toEqual(['TEXT_TOO_LONG']);
  });

  it('is for editors of the directory alone', async () => {
    for (const who of [member, broker, stranger]) expect(codesOf(await call(who), 'logCall')).toEqual(['! FORBIDDEN']);
    expect(codesOf(await call(null), 'logCall')).toEqual(['! UNAUTHENTICATED']);
    expect(
      codesOf(await act(editor, 'logCall', { serviceId: 'x', method: 'PHONE', result: 'NOT_REACHED' }), 'logCall'),
    ).toEqual(['! NOT_FOUND']);
  });

  it('is read by editors; who runs the entry sees their own checks and not the calls, others see none', async () => {
    await assure(member);
    await call(editor, { notes: 'They were short with us.' });
    const log = async (who: Someone | null) => {
      const told = await here.as(who)(
        'query Q($id: ID!) { service(id: $id) { assurances { totalCount edges { node { origin words answeredBy method } } } } }',
        { id: serviceId },
      );
      const { edges } = field(told, 'service')['assurances'] as { edges: { node: { origin: string } }[] };
      return edges.map(({ node }) => node.origin);
    };
    expect(await log(editor)).toEqual(['CALL', 'ORGANISATION']);
    expect(await log(member)).toEqual(['ORGANISATION']);
    for (const who of [stranger, broker, individual, null]) expect(await log(who)).toEqual([]);
  });
});

describe('the policy of an authority', () => {
  const set = (who: Someone | null, months: readonly number[], authorityId = authority.id) =>
    act(who, 'setFreshnessPolicy', {
      ...{ authorityId, freshMonths: months[0], staleMonths: months[1], hiddenMonths: months[2] },
    });

  it('holds for its people, and not for visitors or others', async () => {
    await checkedOn(addMonths(TODAY, -4));
    expect(codesOf(await set(editor, [1, 2, 3]), 'setFreshnessPolicy')).toEqual([]);
    expect((await freshness(individual)).freshness).toMatchObject({
      state: 'HIDDEN_FROM_CHOOSING',
      isChoosable: false,
    });
    expect((await freshness(broker)).freshness).toMatchObject({ state: 'HIDDEN_FROM_CHOOSING' });
    for (const who of [null, stranger]) expect((await freshness(who)).freshness).toMatchObject({ state: 'DUE' });
    expect(codesOf(await set(editor, [3, 6, 12]), 'setFreshnessPolicy')).toEqual([]);
    expect((await freshness(individual)).freshness).toMatchObject({ state: 'DUE' });
  });

  it('says what is wrong with the months', async () => {
    expect(codesOf(await set(editor, [0, 6, 12]), 'setFreshnessPolicy')).toEqual(['MONTHS_NOT_VALID']);
    expect(codesOf(await set(editor, [6, 6, 12]), 'setFreshnessPolicy')).toEqual(['MONTHS_OUT_OF_ORDER']);
  });

  it('is set by its own editors alone', async () => {
    const other = await here.make.authority('Saltmere Council');
    for (const who of [broker, member, await here.make.member(other, 'EDITOR')])
      expect(codesOf(await set(who, [1, 2, 3]), 'setFreshnessPolicy')).toEqual(['! FORBIDDEN']);
    expect(codesOf(await set(null, [1, 2, 3]), 'setFreshnessPolicy')).toEqual(['! UNAUTHENTICATED']);
    expect(codesOf(await set(editor, [1, 2, 3], 'nothing'), 'setFreshnessPolicy')).toEqual(['! NOT_FOUND']);
  });
});

describe('an entry that nobody has checked for too long', () => {
  const add = async () => {
    const outcomeId = await here.make.agreedOutcome(individual);
    const opened = await here.as(individual)(
      'mutation M($input: OpenAppraisalInput!) { openAppraisal(input: $input) { appraisal { id } userErrors { code } } }',
      { input: { outcomeId } },
    );
    const { id: appraisalId } = field(opened, 'openAppraisal')['appraisal'] as { id: string };
    return here.as(individual)(
      'mutation M($input: AddOptionInput!) { addOption(input: $input) { userErrors { code message } } }',
      { input: { appraisalId, serviceId } },
    );
  };

  it('can be found and read, but not chosen until somebody has checked it', async () => {
    await checkedOn(addMonths(TODAY, -12));
    const told = await add();
    expect(codesOf(told, 'addOption')).toEqual(['CHECK_OVERDUE']);
    expect(JSON.stringify(field(told, 'addOption'))).toContain('ask the council’s directory team to check it');
    expect((await freshness(individual)).freshness).toMatchObject({
      state: 'HIDDEN_FROM_CHOOSING',
      isChoosable: false,
    });
    const found = await here.as(individual)(
      '{ services(search: { text: "Wool Circle" }, first: 50) { edges { node { id } } } }',
    );
    expect(JSON.stringify(found.data)).toContain(serviceId);
    await call(editor);
    expect(codesOf(await add(), 'addOption')).toEqual([]);
  });

  it('can be chosen on the day before', async () => {
    await checkedOn(addMonths(TODAY, -12));
    await here.sql('update service set assured_on = assured_on + 1 where id = $1', [serviceId]);
    expect(codesOf(await add(), 'addOption')).toEqual([]);
  });
});

it('costs no statement per entry: freshness in a list of two and of nine', async () => {
  const counts = [];
  for (const size of [2, 9]) {
    const many = await here.make.organisation('COMMUNITY_GROUP', `Group of ${size}`);
    for (let place = 0; place < size; place += 1) await here.make.service(many, `Service ${place}`);
    const statements = await statementsOf(() =>
      here.as(editor)(
        `query Q($id: ID!) { organisation(id: $id) { services { edges { node { ${FRESHNESS} registrations { summary } assurances { totalCount edges { node { words person { name } } } } } } } } }`,
        { id: many.id },
      ),
    );
    counts.push(statements.length);
  }
  expect(counts[0]).toBe(counts[1]);
});
