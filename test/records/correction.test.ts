import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answerDueOn,
  decideAnswer,
  decideAsking,
  decideDisagreement,
  isAnswerLate,
} from '../../api/records/correction.rules.ts';
import type { MadeIndividual, Organisation, Someone } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';
import { codesOf, field, type World, world } from '../support/world.ts';

let here: World;
let authority: Organisation;
let broker: Someone;
beforeAll(async () => {
  here = await world();
  authority = await here.make.authority();
  broker = await here.make.broker(authority);
});
afterAll(() => here.close());

const FIELDS = `id part wrong shouldSay askedOn answerDueOn isAnswerLate state answer disagreement viewerCanAnswer viewerCanDisagree
  askedBy { name } answeredBy { name }`;
const ASK = `mutation M($input: AskForCorrectionInput!) { askForCorrection(input: $input) { correction { ${FIELDS} } userErrors { code message field } } }`;
const ANSWER = `mutation M($input: AnswerCorrectionInput!) { answerCorrection(input: $input) { correction { ${FIELDS} } userErrors { code message } } }`;
const DISAGREE = `mutation M($input: StateDisagreementInput!) { stateDisagreement(input: $input) { correction { ${FIELDS} } userErrors { code message } } }`;
const LIST = `query R($id: ID!) { individual(id: $id) { record { corrections { totalCount edges { node { ${FIELDS} } } } } } }`;

const words = { part: 'BUDGET', wrong: 'It says I live alone.', shouldSay: 'I live with my sister.' };
const ask = (who: Someone | null, of: MadeIndividual, more: object = {}) =>
  here.as(who)(ASK, { input: { individualId: of.id, ...words, ...more } });
const answer = (who: Someone | null, correctionId: string, more: object = { answer: 'CORRECTED' }) =>
  here.as(who)(ANSWER, { input: { correctionId, ...more } });
const disagree = (who: Someone | null, correctionId: string, said = 'I see it otherwise.') =>
  here.as(who)(DISAGREE, { input: { correctionId, words: said } });
const asked = async (of: MadeIndividual): Promise<string> => {
  const told = field(await ask(of, of), 'askForCorrection')['correction'] as { id: string };
  return told.id;
};
const REFUSED = { answer: 'NOT_CORRECTED', reason: 'The letter of May says so.' };

describe('an answer is due', () => {
  it.each([
    ['2026-01-31', '2026-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2026-03-31', '2026-04-30'],
    ['2026-05-15', '2026-06-15'],
    ['2026-12-31', '2027-01-31'],
  ])('a calendar month after %s, on %s, and late the day after', (askedOn, due) => {
    expect(answerDueOn(askedOn)).toBe(due);
    expect(isAnswerLate({ state: 'OPEN', askedOn }, due)).toBe(false);
    expect(isAnswerLate({ state: 'OPEN', askedOn: '2026-01-31' }, '2026-03-01')).toBe(true);
    expect(isAnswerLate({ state: 'CORRECTED', askedOn }, '2030-01-01')).toBe(false);
  });
});

describe('the rules of a correction', () => {
  const codes = (result: { ok: boolean; problems?: readonly { code: string }[] }) =>
    result.problems?.map(({ code }) => code) ?? [];
  it('say everything at once that a request lacks', () => {
    expect(codes(decideAsking({ wrong: ' ', shouldSay: 'x'.repeat(2001) }))).toEqual([
      'TEXT_TOO_LONG',
      'WRONG_REQUIRED',
    ]);
    expect(codes(decideAsking({ wrong: 'x'.repeat(2000), shouldSay: '' }))).toEqual(['SHOULD_SAY_REQUIRED']);
  });
  it.each([
    ['OPEN', 'NOT_CORRECTED', '', ['REASON_REQUIRED']],
    ['OPEN', 'NOT_CORRECTED', 'Because.', []],
    ['OPEN', 'CORRECTED', null, []],
    ['CORRECTED', 'NOT_CORRECTED', null, ['ANSWERED_ALREADY', 'REASON_REQUIRED']],
    ['OPEN', 'CORRECTED', 'x'.repeat(2001), ['TEXT_TOO_LONG']],
  ] as const)('an answer to one that is %s: %s', (state, given, reason, expected) => {
    expect(codes(decideAnswer(state, given, reason))).toEqual(expected);
  });
  it.each([
    ['NOT_CORRECTED', false, 'No.', []],
    ['NOT_CORRECTED', true, 'No.', ['DISAGREED_ALREADY']],
    ['OPEN', false, ' ', ['WORDS_REQUIRED', 'NOTHING_TO_DISAGREE_WITH']],
    ['CORRECTED', false, 'x'.repeat(2001), ['TEXT_TOO_LONG', 'NOTHING_TO_DISAGREE_WITH']],
  ] as const)('a disagreement with one that is %s', (state, hasDisagreement, said, expected) => {
    expect(codes(decideDisagreement({ state, hasDisagreement }, said))).toEqual(expected);
  });
});

describe('a correction', () => {
  it('is asked for, refused with a reason, and disagreed with for good (R36)', async () => {
    const amira = await here.make.individual(authority);
    const id = await asked(amira);
    expect(codesOf(await answer(broker, id, REFUSED), 'answerCorrection')).toEqual([]);
    const told = await disagree(amira, id);
    expect(field(told, 'stateDisagreement')['correction']).toMatchObject({
      ...{ ...words, state: 'NOT_CORRECTED', answer: REFUSED.reason, disagreement: 'I see it otherwise.' },
      viewerCanDisagree: false,
    });
    expect(codesOf(await disagree(amira, id, 'More.'), 'stateDisagreement')).toEqual(['DISAGREED_ALREADY']);
    expect(codesOf(await answer(broker, id), 'answerCorrection')).toEqual(['ANSWERED_ALREADY']);
    const events = await here.sql("select type, data::text from event where stream = 'individual:' || $1 order by id", [
      amira.id,
    ]);
    expect(events.map(({ type }) => type)).toEqual(['CORRECTION_ASKED', 'CORRECTION_ANSWERED', 'DISAGREEMENT_STATED']);
    expect(JSON.stringify(events)).not.toContain('sister');
  });

  it('is asked for once with one key, and told every reason why not', async () => {
    const amira = await here.make.individual(authority);
    for (let time = 0; time < 2; time += 1)
      expect(codesOf(await ask(amira, amira, { idempotencyKey: 'once' }), 'askForCorrection')).toEqual([]);
    const list = (await here.as(amira)(LIST, { id: amira.id })).data?.['individual'];
    expect(list).toMatchObject({ record: { corrections: { totalCount: 1 } } });
    const empty = await ask(amira, amira, { wrong: '', shouldSay: '' });
    expect(codesOf(empty, 'askForCorrection')).toEqual(['WRONG_REQUIRED', 'SHOULD_SAY_REQUIRED']);
  });

  it('is nobody else’s to ask for, answer or disagree with', async () => {
    const amira = await here.make.individual(authority);
    const niece = await here.make.circleMember(amira, 'SUGGEST');
    const stranger = await here.make.broker(await here.make.authority('Saltmarsh Council'));
    const id = await asked(amira);
    expect(codesOf(await ask(broker, amira), 'askForCorrection')).toEqual(['! FORBIDDEN']);
    expect(codesOf(await ask(niece, amira), 'askForCorrection')).toEqual(['! FORBIDDEN']);
    expect(codesOf(await ask(stranger, amira), 'askForCorrection')).toEqual(['! NOT_FOUND']);
    expect(codesOf(await ask(null, amira), 'askForCorrection')).toEqual(['! UNAUTHENTICATED']);
    expect(codesOf(await answer(amira, id), 'answerCorrection')).toEqual(['! FORBIDDEN']);
    for (const who of [niece, stranger])
      expect(codesOf(await answer(who, id), 'answerCorrection')).toEqual(['! NOT_FOUND']);
    expect(codesOf(await answer(null, id), 'answerCorrection')).toEqual(['! UNAUTHENTICATED']);
    await answer(broker, id, REFUSED);
    expect(codesOf(await disagree(broker, id), 'stateDisagreement')).toEqual(['! FORBIDDEN']);
    expect(codesOf(await disagree(niece, id), 'stateDisagreement')).toEqual(['! NOT_FOUND']);
    expect(codesOf(await disagree(null, id), 'stateDisagreement')).toEqual(['! UNAUTHENTICATED']);
  });

  it('of a crowd who answer at once, one answers', async () => {
    const amira = await here.make.individual(authority);
    const id = await asked(amira);
    const told = await Promise.all(
      ['CORRECTED', 'NOT_CORRECTED', 'CORRECTED'].map((given) => answer(broker, id, { answer: given, reason: 'So.' })),
    );
    const codes = told.map((each) => codesOf(each, 'answerCorrection').join());
    expect(codes.toSorted()).toEqual(['', 'ANSWERED_ALREADY', 'ANSWERED_ALREADY']);
  });

  it('is listed in as many statements, however many there are', async () => {
    const amira = await here.make.individual(authority);
    const count = async () => (await statementsOf(() => here.as(amira)(LIST, { id: amira.id }))).length;
    await asked(amira);
    await count();
    const few = await count();
    for (let more = 0; more < 5; more += 1) await asked(amira);
    expect(await count()).toBe(few);
  });
});
