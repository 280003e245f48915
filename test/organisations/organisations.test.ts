import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type World, world } from '../support/world.ts';
import type { Someone } from '../support/make.ts';

let here: World;
beforeAll(async () => {
  here = await world();
});
afterAll(() => here.close());

const nameOf = async (who: Someone | null, id: string) => {
  const told = await here.as(who)('query O($id: ID!) { organisation(id: $id) { name kind } }', { id });
  expect(told.codes).toEqual([]);
  return told.data?.['organisation'] as { name: string } | null;
};

it('everybody reads an organisation that is listed', async () => {
  const provider = await here.make.provider('Brightwater');
  expect(await nameOf(null, provider.id)).toEqual({ name: 'Brightwater', kind: 'PROVIDER' });
});

it('only its own people read one that is not', async () => {
  const [provider, rival] = [await here.make.provider('Shelved'), await here.make.provider('Rival')];
  await here.sql('update organisation set is_listed = false where id = $1', [provider.id]);
  expect(await nameOf(await here.make.member(provider, 'MEMBER'), provider.id)).toMatchObject({ name: 'Shelved' });
  for (const who of [null, await here.make.person('Sam'), await here.make.manager(rival)])
    expect(await nameOf(who, provider.id)).toBeNull();
});

it.each(['nonsense', randomUUID()])('%s is no organisation', async (id) => {
  expect(await nameOf(null, id)).toBeNull();
});

it("nobody changes one over the app's role that they do not run, nor what it is", async () => {
  expect((await here.app.app.query("update organisation set name = 'Mine'")).rowCount).toBe(0);
  await expect(here.app.app.query("update organisation set kind = 'ADVICE'")).rejects.toThrow(/permission denied/);
  await expect(here.app.app.query('insert into membership (id) values (gen_random_uuid())')).rejects.toThrow(
    /row-level security/,
  );
  await expect(here.app.app.query("update person set name = 'Me'")).rejects.toThrow(/permission denied/);
});
