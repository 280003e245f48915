import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actsIn } from '../support/agreement-acts.ts';
import type { Cast } from '../support/make.ts';
import { type World, world } from '../support/world.ts';

let here: World;
let cast: Cast;
beforeAll(async () => {
  here = await world();
  cast = await here.make.cast();
});
afterAll(() => here.close());

const FILTER = 'query Mine($id: ID!) { viewer { agreements(filter: { individualId: $id }) { totalCount } } }';
const STATE = 'mutation State($input: StateOutcomeInput!) { stateOutcome(input: $input) { outcome { id } } }';
const AGREE = 'mutation Agree($input: AgreeBudgetInput!) { agreeBudget(input: $input) { budget { id } } }';

describe('what only a mistake or an attack sends', () => {
  it.each(['', 'zzz', "' or 1=1", '\u0000', '00000000-0000-4000-8000-000000000000'])(
    'finds nothing for the identifier %j in a filter',
    async (id) => {
      const told = await here.as(cast.broker)(FILTER, { id });
      expect(told.codes).toEqual([]);
      expect(told.data).toEqual({ viewer: { agreements: { totalCount: id === '' ? expect.any(Number) : 0 } } });
    },
  );

  it('refuses signs that cannot be kept', async () => {
    const input = {
      individualId: cast.individual.id,
      statement: 'Swim.',
      domain: 'COMMUNITY',
      idempotencyKey: 'a\u0000b',
    };
    expect((await here.as(cast.individual)(STATE, { input })).codes).toEqual(['BAD_USER_INPUT']);
  });

  it('keeps the words of terms without the signs that cannot be kept', async () => {
    const acts = actsIn(here);
    const changes = { place: 'Fen\u0000moor \ud800Baths' };
    const { agreementId } = acts.taken(
      await acts.propose(cast.broker, cast.optionId, changes, { message: 'H\u0000i' }),
    );
    const rows = await here.sql('select place, message from terms where agreement_id = $1', [agreementId]);
    expect(rows).toEqual([{ place: 'Fenmoor Baths', message: 'Hi' }]);
  });

  it('refuses words that are too long, with their field', async () => {
    const acts = actsIn(here);
    const other = await here.make.cast();
    const step = await acts.propose(other.broker, other.optionId, {}, { message: 'x'.repeat(2_001) });
    expect(step.codes).toEqual(['TEXT_TOO_LONG']);
  });

  it('refuses a day in the year nought', async () => {
    const input = {
      individualId: cast.individual.id,
      startsOn: '0000-01-01',
      endsOn: '2030-12-31',
      total: '1',
      keptBack: '0',
    };
    expect((await here.as(cast.holder)(AGREE, { input })).codes).toEqual(['BAD_USER_INPUT']);
  });

  it('answers a path that leads out of the client with a refusal, not a fault', async () => {
    const answer = await fetch(`${here.url}/assets/..%2f..%2fpackage.json`);
    expect([403, 404]).toContain(answer.status);
  });
});

describe('a subscription', () => {
  const first = async (variables: Record<string, unknown>) => {
    const socket = await here.socketAs(cast.individual);
    const query =
      'subscription Follow($id: ID, $after: String) { agreementStatusChanged(agreementId: $id, after: $after) { cursor } }';
    for await (const told of socket.iterate({ query, variables })) return told;
    return null;
  };

  it('refuses a cursor that lies ahead of these records', async () => {
    const after = Buffer.from('9999999999999999999.1').toString('base64url');
    await expect(first({ after })).rejects.toMatchObject([{ extensions: { code: 'RESYNC_REQUIRED' } }]);
  });

  it('refuses what is no cursor', async () => {
    await expect(first({ after: 'zzz' })).rejects.toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('is as quiet for an identifier that cannot be one as for a hidden agreement', async () => {
    const told: unknown[] = [];
    const socket = await here.socketAs(cast.individual);
    const query =
      'subscription Follow($id: ID, $after: String) { agreementStatusChanged(agreementId: $id, after: $after) { cursor } }';
    const note = (answer: unknown) => void told.push(answer);
    const after = Buffer.from('1.1').toString('base64url');
    const stop = socket.subscribe(
      { query, variables: { id: 'zzz', after } },
      { next: note, error: note, complete: () => undefined },
    );
    // Both go over one socket, in order: once the second has told something, the first had its chance.
    for await (const answer of socket.iterate({ query, variables: { after } })) {
      expect(answer.errors).toBeUndefined();
      break;
    }
    expect(told).toEqual([]);
    stop();
  });
});
