import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Acts, actsIn } from '../support/agreement-acts.ts';
import { type World, world } from '../support/world.ts';

let here: World;
let acts: Acts;
beforeAll(async () => {
  here = await world({ connections: 50 });
  acts = actsIn(here);
});
afterAll(() => here.close());

const key = (idempotencyKey: string) => ({ idempotencyKey });

it('acts once for fifty requests with one key at once, and answers all of them the same', async () => {
  const cast = await here.make.cast();
  const written = await acts.countered(cast);
  const steps = await Promise.all(Array.from({ length: 50 }, () => acts.accept(cast.individual, written, key('k-1'))));

  expect(new Set(steps.map(({ told }) => JSON.stringify(told.body))).size).toBe(1);
  expect(steps[0]).toMatchObject({ codes: [], status: 'AGREED' });
  expect(
    await here.sql("select 1 from event where agreement_id = $1 and type = 'TERMS_ACCEPTED'", [written.agreementId]),
  ).toHaveLength(1);
});

it('answers the same again after the commit, where without a key it would be refused', async () => {
  const cast = await here.make.cast();
  const written = await acts.countered(cast);
  acts.taken(await acts.accept(cast.individual, written, key('k-2')));
  expect((await acts.accept(cast.individual, written, key('k-2'))).codes).toEqual([]);
  expect((await acts.accept(cast.individual, written)).codes).toEqual(['ALREADY_ACCEPTED']);
});

it('makes one thing, not two, when a new thing is asked for twice', async () => {
  const cast = await here.make.cast();
  const [first, second] = [
    await acts.propose(cast.broker, cast.optionId, {}, key('k-3')),
    await acts.propose(cast.broker, cast.optionId, {}, key('k-3')),
  ];
  expect(acts.taken(second).agreementId).toBe(acts.taken(first).agreementId);
  expect(await here.sql('select 1 from agreement where option_id = $1', [cast.optionId])).toHaveLength(1);
});

it('refuses a key that was used for something else', async () => {
  const cast = await here.make.cast();
  const written = await acts.countered(cast);
  acts.taken(await acts.accept(cast.individual, written, key('k-4')));
  const otherInput = await acts.accept(cast.individual, { ...written, hash: '0'.repeat(64) }, key('k-4'));
  const otherMutation = await acts.withdraw(cast.individual, written, 'No longer.', key('k-4'));
  expect([otherInput.codes, otherMutation.codes]).toEqual([['! IDEMPOTENCY_MISMATCH'], ['! IDEMPOTENCY_MISMATCH']]);
});

it('takes the key of another person as any other word', async () => {
  const [cast, other] = [await here.make.cast(), await here.make.cast()];
  const [mine, theirs] = [await acts.countered(cast), await acts.countered(other)];
  acts.taken(await acts.accept(cast.individual, mine, key('k-5')));
  expect(acts.taken(await acts.accept(other.individual, theirs, key('k-5'))).agreementId).toBe(theirs.agreementId);
});

it('keeps nothing of a refusal: the key is free for the corrected request', async () => {
  const cast = await here.make.cast();
  const agreed = await acts.agreed(cast);
  expect((await acts.sign(cast.individual, agreed, { typedName: '', ...key('k-6') })).codes).toEqual(['NAME_MISSING']);
  expect(acts.taken(await acts.sign(cast.individual, agreed, key('k-6'))).status).toBe('PART_SIGNED');
});

it('refuses a key that is too long, in words', async () => {
  const cast = await here.make.cast();
  const refused = await acts.accept(cast.individual, await acts.countered(cast), key('k'.repeat(201)));
  expect(refused.codes).toEqual(['! BAD_USER_INPUT']);
});

it('holds no free text: an answer is an id', async () => {
  const rows = await here.sql<{ answer: { ok: boolean; value: string } }>('select answer from idempotency');
  expect(rows.length).toBeGreaterThan(0);
  for (const { answer } of rows) expect(answer).toEqual({ ok: true, value: expect.stringMatching(/^[0-9a-f-]{36}$/) });
});
