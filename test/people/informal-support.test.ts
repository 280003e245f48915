import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problemsOf } from '../../api/common/result.ts';
import { decideInformalSupport, type InformalSupportSaid } from '../../api/people/informal-support.rules.ts';
import type { MadeIndividual, Someone } from '../support/make.ts';
import { codesOf, field, type World, world } from '../support/world.ts';

describe('what somebody says they can give (R52)', () => {
  const codes = (said: InformalSupportSaid, isInCircle = true) =>
    problemsOf(decideInformalSupport(said, isInCircle)).map(({ code }) => code);

  it.each<[string, InformalSupportSaid, string[]]>([
    ['no, without a reason', { answer: 'NO' }, []],
    ['no, whatever hours stand beside it', { answer: 'NO', hoursAWeek: 500 }, []],
    ['the fewest hours', { answer: 'UP_TO', hoursAWeek: 1 }, []],
    ['fewer', { answer: 'UP_TO', hoursAWeek: 0 }, ['HOURS_NOT_POSSIBLE']],
    ['every hour of the week', { answer: 'UP_TO', hoursAWeek: 168 }, []],
    ['more', { answer: 'UP_TO', hoursAWeek: 169 }, ['HOURS_NOT_POSSIBLE']],
    ['part of an hour', { answer: 'UP_TO', hoursAWeek: 1.5 }, ['HOURS_NOT_POSSIBLE']],
    ['hours that are not said', { answer: 'UP_TO' }, ['HOURS_NEEDED']],
    ['the longest words', { answer: 'NO', words: 'a'.repeat(2000) }, []],
    ['longer ones', { answer: 'UP_TO', words: 'a'.repeat(2001) }, ['TEXT_TOO_LONG', 'HOURS_NEEDED']],
  ])('%s', (_case, said, expected) => expect(codes(said)).toEqual(expected));

  it('keeps no hours beside a no', () => {
    expect(decideInformalSupport({ answer: 'NO', hoursAWeek: 3, words: '  ' }, true)).toEqual({
      ok: true,
      value: { answer: 'NO', hoursAWeek: null, words: null },
    });
  });

  it('is asked of nobody who has left', () => expect(codes({ answer: 'NO' }, false)).toEqual(['NOT_IN_CIRCLE']));
});

describe('sayInformalSupport', () => {
  let here: World;
  let amira: MadeIndividual;
  let niece: Someone;
  let friend: Someone;
  let placeId: string;
  beforeAll(async () => {
    here = await world();
    amira = await here.make.individual(await here.make.authority());
    niece = await here.make.circleMember(amira, 'SUGGEST');
    friend = await here.make.circleMember(amira, 'VIEW', []);
    const [row] = await here.sql<{ id: string }>('select id from circle_member where person_id = $1', [niece.id]);
    placeId = row?.id ?? '';
  });
  afterAll(() => here.close());

  const SAY = `mutation S($input: SayInformalSupportInput!) { sayInformalSupport(input: $input) {
    circleMember { informalSupport { answer hoursAWeek words saidOn } viewerCanSaySupport } userErrors { code } } }`;
  const READ = `query R($id: ID!) { individual(id: $id) { circle { id informalSupport { answer hoursAWeek words } viewerCanSaySupport } } }`;
  const say = (who: Someone | null, said: object) => here.as(who)(SAY, { input: { circleMemberId: placeId, ...said } });
  const told = async (who: Someone) => {
    const { circle } = field(await here.as(who)(READ, { id: amira.id }), 'individual') as {
      circle: { id: string; informalSupport: unknown; viewerCanSaySupport: boolean }[];
    };
    return circle.find(({ id }) => id === placeId);
  };

  it('is theirs to say and to say anew, and the latest holds for everybody who sees the circle', async () => {
    expect(await told(amira)).toMatchObject({ informalSupport: null, viewerCanSaySupport: false });
    expect(
      codesOf(await say(niece, { answer: 'UP_TO', hoursAWeek: 4, words: 'Not on Sundays.' }), 'sayInformalSupport'),
    ).toEqual([]);
    expect(await told(amira)).toMatchObject({
      informalSupport: { answer: 'UP_TO', hoursAWeek: 4, words: 'Not on Sundays.' },
    });
    await say(niece, { answer: 'NO' });
    expect(await told(amira)).toMatchObject({ informalSupport: { answer: 'NO', hoursAWeek: null, words: null } });
    expect(await told(niece)).toMatchObject({ informalSupport: { answer: 'NO' }, viewerCanSaySupport: true });
  });

  it('is nobody else’s to say, the individual included (R36)', async () => {
    expect((await say(amira, { answer: 'UP_TO', hoursAWeek: 40 })).codes).toEqual(['FORBIDDEN']);
    expect((await say(friend, { answer: 'NO' })).codes).toEqual(['NOT_FOUND']);
    expect((await say(null, { answer: 'NO' })).codes).toEqual(['UNAUTHENTICATED']);
  });
});
