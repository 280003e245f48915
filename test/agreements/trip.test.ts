import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Acts, actsIn } from '../support/agreement-acts.ts';
import { type World, world } from '../support/world.ts';

let here: World;
let acts: Acts;
beforeAll(async () => {
  here = await world();
  acts = actsIn(here);
});
afterAll(() => here.close());

it('takes an agreement from the first terms to the last signature', async () => {
  const cast = await here.make.cast();
  const proposed = await acts.proposed(cast);
  expect(proposed.status).toBe('PROPOSED');
  const countered = acts.taken(await acts.counter(cast.manager, proposed));
  expect(countered.status).toBe('COUNTERED');
  const agreed = acts.taken(await acts.accept(cast.individual, countered));
  expect(agreed.status).toBe('AGREED');
  expect(acts.taken(await acts.sign(cast.individual, agreed)).status).toBe('PART_SIGNED');
  expect(acts.taken(await acts.sign(cast.holder, agreed)).status).toBe('PART_SIGNED');
  expect(acts.taken(await acts.sign(cast.manager, agreed)).status).toBe('SIGNED');
});
