import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actsIn } from '../support/agreement-acts.ts';
import type { Cast } from '../support/make.ts';
import { field, type World, world } from '../support/world.ts';
import type { Someone } from '../support/make.ts';

let here: World;
let cast: Cast;
beforeAll(async () => {
  here = await world();
  cast = await here.make.cast();
});
afterAll(() => here.close());

const viewer = async (who: Someone | null, selection: string) =>
  (await here.as(who)(`{ viewer { ${selection} } }`)).data?.['viewer'];

describe('the viewer', () => {
  it('is nobody until somebody signs in', async () => {
    expect(await viewer(null, 'waitingForMe')).toBeNull();
  });

  it('is told who they are and for whom they act', async () => {
    expect(await viewer(cast.broker, 'person { name } memberships { role organisation { name kind } }')).toEqual({
      person: { name: 'Ben Broker' },
      memberships: [{ role: 'BROKER', organisation: { name: 'Fenmoor Council', kind: 'AUTHORITY' } }],
    });
  });

  it('sees the individuals whose affairs they may see, with what they are to them', async () => {
    const niece = await here.make.circleMember(cast.individual, 'SUGGEST', ['PLAN']);
    const individuals =
      'individuals { totalCount edges { node { alias viewerMayDo viewerRelation circle { relation mayDo } } } }';
    const circle = [{ relation: 'niece', mayDo: 'SUGGEST' }];
    const seen = (viewerMayDo: string, viewerRelation: string | null) => ({
      individuals: { totalCount: 1, edges: [{ node: { alias: 'Person K7', viewerMayDo, viewerRelation, circle } }] },
    });
    expect(await viewer(niece, individuals)).toEqual(seen('SUGGEST', 'niece'));
    expect(await viewer(cast.individual, individuals)).toEqual(seen('COMMIT', 'SELF'));
    expect(await viewer(cast.broker, individuals)).toEqual(seen('SUGGEST', 'broker'));
    expect(await viewer(cast.manager, individuals)).toEqual({ individuals: { totalCount: 0, edges: [] } });
  });

  it.each([
    ['membership', 'broker'],
    ['circle_member', 'niece'],
  ])('loses what an ended %s gave, from the next day on', async (table, who) => {
    const person =
      who === 'broker'
        ? await here.make.broker(cast.authority, 'Bea')
        : await here.make.circleMember(cast.individual, 'VIEW');
    const count = async () =>
      field(await here.as(person)('{ viewer { individuals { totalCount } } }'), 'viewer')['individuals'];
    expect(await count()).toEqual({ totalCount: 1 });
    await here.sql(`update ${table} set starts_on = current_date - 9, ends_on = current_date where person_id = $1`, [
      person.id,
    ]);
    expect(await count()).toEqual({ totalCount: 1 });
    await here.sql(`update ${table} set ends_on = current_date - 1 where person_id = $1`, [person.id]);
    expect(await count()).toEqual({ totalCount: 0 });
  });

  it('is told how many agreements wait for them, and those that lapsed wait for nobody', async () => {
    const acts = actsIn(here);
    const own = await here.make.cast();
    const proposed = await acts.proposed(own);
    expect(await viewer(own.manager, 'waitingForMe')).toEqual({ waitingForMe: 1 });
    expect(await viewer(own.individual, 'waitingForMe')).toEqual({ waitingForMe: 0 });
    acts.taken(await acts.counter(own.manager, proposed));
    expect(await viewer(own.individual, 'waitingForMe')).toEqual({ waitingForMe: 1 });
    await here.sql("update agreement set reply_by = now() - interval '1 minute' where id = $1", [proposed.agreementId]);
    expect(await viewer(own.individual, 'waitingForMe agreements { edges { node { status waitingFor } } }')).toEqual({
      waitingForMe: 0,
      agreements: { edges: [{ node: { status: 'EXPIRED', waitingFor: [] } }] },
    });
  });
});
