import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { markRegulatedCare } from '../../api/offers/mark-regulated-care.ts';
import { decideRegulatedCare } from '../../api/offers/regulated-care.rules.ts';
import { ANONYMOUS } from '../../api/common/viewer.ts';
import { makeContext } from '../../api/platform/context.ts';
import { openDatabase } from '../../api/platform/database.ts';
import { inTransaction } from '../../api/platform/transaction.ts';
import { entities } from '../../api/server/entities.ts';
import { type Cast, type Someone } from '../support/make.ts';
import { codesOf, field, type World, world } from '../support/world.ts';
import { offersIn } from './world.ts';

let here: World;
let cast: Cast;
let editor: Someone;
beforeAll(async () => {
  here = await world();
  cast = await here.make.cast();
  editor = await here.make.member(cast.authority, 'EDITOR');
});
afterAll(() => here.close());

const STATE = `mutation S($input: StateRegulatedCareInput!) { stateRegulatedCare(input: $input) {
  service { regulatedActivity } userErrors { code message field } } }`;
const state = (who: Someone | null, serviceId: string, activity: string | null) =>
  here.as(who)(STATE, { input: { serviceId, activity } });

describe('saying that a service is regulated care (R20)', () => {
  it.each([
    ['its provider marks it', null, 'PERSONAL_CARE', false, []],
    ['its provider says the same again', 'PERSONAL_CARE', 'PERSONAL_CARE', false, []],
    ['its provider cannot take the mark away', 'PERSONAL_CARE', null, false, ['ASK_THE_EDITOR']],
    ['its provider cannot change it', 'NURSING_CARE', 'PERSONAL_CARE', false, ['ASK_THE_EDITOR']],
    ['an editor can', 'NURSING_CARE', null, true, []],
    ['it is none of ours', null, 'OTHER', true, ['NOT_THIS_CARE']],
  ] as const)('%s', (_what, now, asked, isEditor, codes) => {
    const result = decideRegulatedCare(now, asked, isEditor);
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(codes);
  });

  it('is for members and editors, and then a registration is asked for', async () => {
    const serviceId = await here.make.service(cast.provider);
    const offers = offersIn(here);
    offers.taken(await offers.make(cast.manager, serviceId));
    const rival = await here.make.manager(await here.make.provider('Rival'));
    for (const who of [rival, cast.broker, cast.individual])
      expect(codesOf(await state(who, serviceId, 'PERSONAL_CARE'), 'stateRegulatedCare')).toEqual(['! FORBIDDEN']);
    expect(codesOf(await state(null, serviceId, null), 'stateRegulatedCare')).toEqual(['! UNAUTHENTICATED']);

    const told = field(await state(cast.manager, serviceId, 'PERSONAL_CARE'), 'stateRegulatedCare');
    expect(told['service']).toEqual({ regulatedActivity: 'PERSONAL_CARE' });
    expect((await offers.make(cast.manager, serviceId)).codes).toEqual(['NOT_REGISTERED']);
    expect(codesOf(await state(cast.manager, serviceId, null), 'stateRegulatedCare')).toEqual(['ASK_THE_EDITOR']);
    expect(codesOf(await state(editor, serviceId, 'OTHER'), 'stateRegulatedCare')).toEqual(['NOT_THIS_CARE']);

    await register(serviceId, ['PERSONAL_CARE']);
    expect((await offers.make(cast.manager, serviceId)).codes).toEqual([]);
    expect(codesOf(await state(editor, serviceId, null), 'stateRegulatedCare')).toEqual([]);
  });

  it('follows from a register of care, the widest activity first, and never over what was said', async () => {
    const [home, visits, said, other] = [
      await here.make.service(cast.provider),
      await here.make.service(cast.provider),
      await here.make.service(cast.provider),
      await here.make.service(cast.provider),
    ];
    await register(home, ['PERSONAL_CARE', 'ACCOMMODATION_WITH_CARE']);
    await register(visits, ['PERSONAL_CARE']);
    await register(said, ['PERSONAL_CARE']);
    await register(other, ['OTHER']);
    await state(editor, said, 'NURSING_CARE');
    const system = await openDatabase({ url: here.database.systemUrl, entities, size: 1 });
    const { log } = here.contextOf(null);
    await inTransaction(makeContext({ viewer: ANONYMOUS, db: system, log }), (tx) =>
      markRegulatedCare(tx, [home, visits, said, other]),
    );
    await system.close();
    const rows = await here.sql<{ id: string; regulated_activity: string | null }>(
      'select id, regulated_activity from service where id = any ($1)',
      [[home, visits, said, other]],
    );
    const marked = new Map(rows.map((row) => [row.id, row.regulated_activity]));
    expect([home, visits, said, other].map((id) => marked.get(id))).toEqual([
      ...['ACCOMMODATION_WITH_CARE', 'PERSONAL_CARE', 'NURSING_CARE', null],
    ]);
  });
});

async function register(serviceId: string, activities: string[]): Promise<void> {
  await here.sql(
    `insert into registration (id, organisation_id, service_id, regulator, identifier, status, activities, source, recorded_by, as_of)
     values (gen_random_uuid(), $1, $2, 'CQC', $3, 'ACTIVE', $4, 'the register', $5, current_date)`,
    [cast.provider.id, serviceId, `1-${serviceId}`, activities, editor.id],
  );
}
