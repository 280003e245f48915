import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MadeIndividual, Someone } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';
import { codesOf, field, type World, world } from '../support/world.ts';

let here: World;
let amira: MadeIndividual;
let niece: Someone;
let broker: Someone;
beforeAll(async () => {
  here = await world();
  const authority = await here.make.authority();
  amira = await here.make.individual(authority);
  niece = await here.make.circleMember(amira, 'SUGGEST');
  broker = await here.make.broker(authority);
});
afterAll(() => here.close());

const STATEMENT = 'id section words spokenAs helpedBy viewerCanTakeBack speaker { name } recorder { name }';
const ABOUT = `query A($id: ID!) { individual(id: $id) { viewerCanSayAbout aboutMe { ${STATEMENT} }
  communication { version flags spokenLanguage speaker { name } recorder { name } reviewDueOn } } }`;
const SAY = `mutation M($input: SayAboutMeInput!) { sayAboutMe(input: $input) { statement { ${STATEMENT} } userErrors { code } } }`;
const BACK = `mutation M($input: TakeBackStatementInput!) { takeBackStatement(input: $input) {
  individual { aboutMe { id } } userErrors { code } } }`;
const DESCRIBE = `mutation M($input: DescribeCommunicationInput!) { describeCommunication(input: $input) {
  individual { communication { version flags } } userErrors { code field } } }`;

interface Told {
  readonly id: string;
  readonly words: string;
}

const say = (who: Someone | null, input: Record<string, unknown> = {}) =>
  here.as(who)(SAY, { input: { individualId: amira.id, section: 'WHAT_MATTERS', words: 'My garden.', ...input } });
const back = (who: Someone | null, statementId: string) => here.as(who)(BACK, { input: { statementId } });
const about = async (who: Someone) =>
  (await here.as(who)(ABOUT, { id: amira.id })).data?.['individual'] as { aboutMe: Told[] } | null;
const stated = async (who: Someone, input: Record<string, unknown> = {}): Promise<Told> => {
  const told = await say(who, input);
  expect(codesOf(told, 'sayAboutMe')).toEqual([]);
  return field(told, 'sayAboutMe')['statement'] as Told;
};
const profile = { lettersLanguage: 'ENGLISH', formats: [], contactBy: [], neverBy: [] };
const describeAs = (who: Someone | null, input: Record<string, unknown>) =>
  here.as(who)(DESCRIBE, { input: { individualId: amira.id, version: 0, ...profile, ...input } });

describe('sayAboutMe (R36)', () => {
  it('keeps who said it, who wrote it and who helped', async () => {
    expect(await stated(amira, { words: 'My cat.', helpedBy: 'Pictures' })).toMatchObject({
      ...{ words: 'My cat.', spokenAs: 'INDIVIDUAL', helpedBy: 'Pictures', viewerCanTakeBack: true },
      ...{ speaker: { name: amira.name }, recorder: { name: amira.name } },
    });
    expect(await stated(broker, { words: 'Told me on the phone.' })).toMatchObject({
      ...{ spokenAs: 'INDIVIDUAL', viewerCanTakeBack: false },
      ...{ speaker: { name: amira.name }, recorder: { name: broker.name } },
    });
    expect(await stated(broker, { spokenById: broker.id })).toMatchObject({ spokenAs: 'PROFESSIONAL' });
    expect(await stated(niece, { spokenById: niece.id })).toMatchObject({ spokenAs: 'CIRCLE' });
  });

  it('says anew only what its own speaker said, once', async () => {
    const hers = await stated(niece, { spokenById: niece.id, words: 'She loves jazz.' });
    const replacing = { replacesId: hers.id, words: 'She hates jazz.' };
    expect(codesOf(await say(amira, replacing), 'sayAboutMe')).toEqual(['NOT_THEIR_WORDS']);
    const anew = await stated(niece, { spokenById: niece.id, replacesId: hers.id, words: 'She loves swing.' });
    const words = (await about(amira))?.aboutMe.map(({ id }) => id) ?? [];
    expect([words.includes(hers.id), words.includes(anew.id)]).toEqual([false, true]);
    const again = { spokenById: niece.id, replacesId: hers.id };
    expect(codesOf(await say(niece, again), 'sayAboutMe')).toEqual(['SAID_ANEW_ALREADY']);
    expect(codesOf(await back(niece, hers.id), 'takeBackStatement')).toEqual(['SAID_ANEW_ALREADY']);
  });

  it('tells every reason at once', async () => {
    const stranger = await here.make.person();
    const told = await say(amira, { words: ' ', helpedBy: 'x'.repeat(201), spokenById: stranger.id });
    expect(codesOf(told, 'sayAboutMe')).toEqual(['TEXT_TOO_LONG', 'WORDS_REQUIRED', 'SPEAKER_NOT_KNOWN']);
  });

  it('is refused to whoever may not put anything forward', async () => {
    const looks = await here.make.circleMember(amira, 'VIEW');
    const withoutPlan = await here.make.circleMember(amira, 'SUGGEST', ['BUDGET']);
    const elsewhere = await here.make.broker(await here.make.authority('Saltmarsh Council'));
    for (const who of [looks, withoutPlan]) expect(codesOf(await say(who), 'sayAboutMe')).toEqual(['! FORBIDDEN']);
    for (const who of [elsewhere, await here.make.person()]) {
      expect(codesOf(await say(who), 'sayAboutMe')).toEqual(['! NOT_FOUND']);
    }
    expect(codesOf(await say(null), 'sayAboutMe')).toEqual(['! UNAUTHENTICATED']);
  });

  it('is read by those who share the plan and the authority, and by nobody else', async () => {
    const { id } = await stated(amira);
    const budgetOnly = await here.make.circleMember(amira, 'VIEW', ['BUDGET']);
    for (const who of [niece, broker]) expect((await about(who))?.aboutMe.map((one) => one.id)).toContain(id);
    expect((await about(budgetOnly))?.aboutMe).toEqual([]);
    expect(await about(await here.make.person())).toBeNull();
  });
});

describe('takeBackStatement', () => {
  it('is for the speaker, and for whoever may bind the person whose words they are', async () => {
    const own = await stated(amira);
    const son = await here.make.circleMember(amira, 'COMMIT');
    for (const who of [niece, broker])
      expect(codesOf(await back(who, own.id), 'takeBackStatement')).toEqual(['! FORBIDDEN']);
    expect(codesOf(await back(await here.make.person(), own.id), 'takeBackStatement')).toEqual(['! NOT_FOUND']);
    expect(codesOf(await back(null, own.id), 'takeBackStatement')).toEqual(['! UNAUTHENTICATED']);
    expect(codesOf(await back(son, own.id), 'takeBackStatement')).toEqual([]);
    expect(codesOf(await back(amira, own.id), 'takeBackStatement')).toEqual([]);
    expect((await about(amira))?.aboutMe.map(({ id }) => id)).not.toContain(own.id);
    const [kept] = await here.sql('select words from statement where id = $1', [own.id]);
    expect(kept).toEqual({ words: 'My garden.' });
  });
});

describe('describeCommunication', () => {
  it('is kept whole, with who said so, and flagged to all who open the record', async () => {
    const told = await describeAs(niece, { spokenLanguage: 'Welsh', neverBy: ['PHONE'] });
    expect(field(told, 'describeCommunication')).toEqual({
      individual: { communication: { version: 1, flags: ['Speaks Welsh.', 'Never contact by phone.'] } },
      userErrors: [],
    });
    expect((await about(broker)) as unknown).toMatchObject({
      communication: { speaker: { name: amira.name }, recorder: { name: niece.name } },
    });
  });

  it('tells the second of two who change it at once', async () => {
    const seen = ((await about(amira)) as unknown as { communication: { version: number } }).communication;
    const told = await Promise.all(
      [amira, broker].map((who) => describeAs(who, { version: seen.version, uses: who.name })),
    );
    expect(told.map((each) => codesOf(each, 'describeCommunication').join()).toSorted()).toEqual([
      '',
      'CHANGED_MEANWHILE',
    ]);
  });

  it('tells the second of two who say it first', async () => {
    const bo = await here.make.individual(
      { id: amira.authorityId, name: 'Fenmoor Council', kind: 'AUTHORITY' },
      'Bo Marsh',
    );
    const told = await Promise.all([bo, broker].map((who) => describeAs(who, { individualId: bo.id })));
    expect(told.map((each) => codesOf(each, 'describeCommunication').join()).toSorted()).toEqual([
      '',
      'CHANGED_MEANWHILE',
    ]);
  });

  it('tells every reason at once, and is refused to whoever may not', async () => {
    const wrong = {
      version: 99,
      contactBy: ['TEXT'],
      neverBy: ['TEXT'],
      saysNo: 'x'.repeat(301),
      spokenById: 'nobody',
    };
    expect(codesOf(await describeAs(amira, wrong), 'describeCommunication')).toEqual([
      'TEXT_TOO_LONG',
      'WAYS_CONTRADICT',
      'SPEAKER_NOT_KNOWN',
      'CHANGED_MEANWHILE',
    ]);
    const looks = await here.make.circleMember(amira, 'VIEW');
    expect(codesOf(await describeAs(looks, {}), 'describeCommunication')).toEqual(['! FORBIDDEN']);
    expect(codesOf(await describeAs(await here.make.person(), {}), 'describeCommunication')).toEqual(['! NOT_FOUND']);
    expect(codesOf(await describeAs(null, {}), 'describeCommunication')).toEqual(['! UNAUTHENTICATED']);
  });
});

it('a person with all that is said of them is one statement, however much it is', async () => {
  const count = async () => (await statementsOf(() => about(amira))).length;
  await count();
  const before = await count();
  for (let more = 0; more < 5; more += 1) await stated(amira);
  expect([before, await count()]).toEqual([1, 1]);
});
