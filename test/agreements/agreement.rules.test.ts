import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  type AgreementFacts,
  AgreementState,
  decideAcceptance,
  decideCounter,
  decideDecline,
  decideSignature,
  decideWithdrawal,
  moves,
  type PartyRole,
  partyRoles,
  type Side,
  statusOf,
  waitingAfter,
} from '../../api/agreements/agreement.rules.ts';
import { eventSentence, statusSentence } from '../../api/agreements/agreement-words.rules.ts';
import { Temporal } from '../../api/common/calendar.ts';
import type { Result } from '../../api/common/result.ts';
import { testDatabase, type TestDatabase } from '../support/test-database.ts';

const NOW = Temporal.Instant.from('2026-12-01T12:00:00Z');
const [BEFORE, AFTER] = [NOW.subtract({ seconds: 1 }), NOW.add({ seconds: 1 })];
const HASH = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);

const facts = (changes: Partial<AgreementFacts> = {}): AgreementFacts => ({
  state: 'COUNTERED',
  latestAuthor: 'PROVIDER',
  latestHash: HASH,
  accepted: ['PROVIDER'],
  signed: [],
  parties: partyRoles(true),
  replyBy: AFTER,
  startsOn: '2026-12-04',
  endsOn: null,
  ...changes,
});

const came = (result: Result<{ readonly to: string | null }>) =>
  result.ok ? result.value.to : result.problems.map(({ code }) => code);

describe('the moves', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  beforeAll(async () => {
    database = await testDatabase();
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  it('go between the states that the database knows, no more and no fewer', async () => {
    const { rows } = await owner.query(
      "select pg_get_constraintdef(oid) as def from pg_constraint where conname = 'agreement_state_check'",
    );
    const known = [...String(rows[0]?.def).matchAll(/'([A-Z_]+)'/g)].map(([, state]) => state);
    expect(known.sort()).toEqual(Object.keys(moves).sort());
    expect(Object.keys(AgreementState).sort()).toEqual(known);
    for (const to of Object.values(moves).flat()) expect(known).toContain(to);
  });

  it('lead from the first step to each of the others, and every way ends', () => {
    const reached = new Set<AgreementState>(['PROPOSED']);
    for (const state of reached) for (const to of moves[state]) reached.add(to);
    expect([...reached].sort()).toEqual(Object.keys(moves).sort());
    const ends = (Object.keys(moves) as AgreementState[]).filter((state) => moves[state].length === 0);
    expect(ends).toEqual(['SIGNED', 'DECLINED', 'WITHDRAWN']);
  });

  it('are all that the decisions ever answer', () => {
    const sides: Side[] = ['INDIVIDUAL', 'PROVIDER'];
    for (const state of Object.keys(moves) as AgreementState[]) {
      for (const side of sides) {
        for (const accepted of [[], ['INDIVIDUAL'], ['PROVIDER']] as Side[][]) {
          for (const latestAuthor of sides) {
            const known = facts({ state, accepted, latestAuthor, signed: ['INDIVIDUAL', 'PROVIDER'] });
            const decisions: Result<{ readonly to: AgreementState | null }>[] = [
              decideAcceptance(known, side, HASH, NOW),
              decideCounter(known, side, HASH, NOW),
              decideDecline(known, side, HASH, 'Because.', NOW),
              decideWithdrawal(known, 'Because.'),
              decideSignature(known, 'BUDGET_HOLDER', { hash: HASH, typedName: 'Hana', hasRead: true }),
            ];
            for (const decision of decisions)
              if (decision.ok && decision.value.to) expect(moves[state]).toContain(decision.value.to);
          }
        }
      }
    }
  });
});

describe('acceptance (R40)', () => {
  it.each<[string, Partial<AgreementFacts>, Side, string, unknown]>([
    ["the other side's terms", {}, 'INDIVIDUAL', HASH, 'AGREED'],
    [
      'terms that the broker wrote, by the provider first',
      { latestAuthor: 'INDIVIDUAL', accepted: [] },
      'PROVIDER',
      HASH,
      null,
    ],
    [
      'terms that the broker wrote, by the individual last',
      { latestAuthor: 'INDIVIDUAL', accepted: ['PROVIDER'] },
      'INDIVIDUAL',
      HASH,
      'AGREED',
    ],
    ['the same twice', {}, 'PROVIDER', HASH, ['ALREADY_ACCEPTED']],
    [
      'the same twice, though agreed by now',
      { state: 'AGREED', accepted: ['PROVIDER', 'INDIVIDUAL'] },
      'INDIVIDUAL',
      HASH,
      ['ALREADY_ACCEPTED'],
    ],
    ['an older version', {}, 'INDIVIDUAL', OTHER, ['TERMS_SUPERSEDED']],
    ['terms that were withdrawn', { state: 'WITHDRAWN' }, 'INDIVIDUAL', HASH, ['NOT_OPEN']],
    ['terms that were declined', { state: 'DECLINED' }, 'INDIVIDUAL', HASH, ['NOT_OPEN']],
    ['terms that lapsed (R42)', { replyBy: BEFORE }, 'INDIVIDUAL', HASH, ['OFFER_EXPIRED']],
    ['terms in their last moment', { replyBy: NOW }, 'INDIVIDUAL', HASH, 'AGREED'],
    ['terms that never lapse', { replyBy: null }, 'INDIVIDUAL', HASH, 'AGREED'],
  ])('of %s', (_words, changes, side, hash, outcome) => {
    expect(came(decideAcceptance(facts(changes), side, hash, NOW))).toEqual(outcome);
  });
});

describe('a counter', () => {
  it.each<[string, Partial<AgreementFacts>, Side, string, unknown]>([
    ['in answer to the other side', {}, 'INDIVIDUAL', HASH, 'COUNTERED'],
    ["to one's own terms", {}, 'PROVIDER', HASH, ['NOT_YOUR_TURN']],
    ["to one's own terms once they lapsed", { replyBy: BEFORE }, 'PROVIDER', HASH, 'COUNTERED'],
    ['to lapsed terms of the other side', { replyBy: BEFORE }, 'INDIVIDUAL', HASH, 'COUNTERED'],
    ['to a version that was replaced', {}, 'INDIVIDUAL', OTHER, ['TERMS_SUPERSEDED']],
    ['to what is agreed', { state: 'AGREED' }, 'INDIVIDUAL', HASH, ['NOT_OPEN']],
  ])('%s', (_words, changes, side, hash, outcome) => {
    expect(came(decideCounter(facts(changes), side, hash, NOW))).toEqual(outcome);
  });
});

describe('declining and withdrawing (R41)', () => {
  it.each<[string, Partial<AgreementFacts>, Side, string, string, unknown]>([
    ['with a reason', {}, 'INDIVIDUAL', HASH, 'Too early.', 'DECLINED'],
    ['without one', {}, 'INDIVIDUAL', HASH, '  ', ['REASON_MISSING']],
    ['an older version without a reason', {}, 'INDIVIDUAL', OTHER, '', ['TERMS_SUPERSEDED', 'REASON_MISSING']],
    ["one's own offer", {}, 'PROVIDER', HASH, 'No.', ['NOT_YOUR_TURN']],
    [
      'what her broker wrote for her',
      { latestAuthor: 'INDIVIDUAL', accepted: [] },
      'INDIVIDUAL',
      HASH,
      'No.',
      'DECLINED',
    ],
    ['what lapsed', { replyBy: BEFORE }, 'INDIVIDUAL', HASH, 'No.', ['OFFER_EXPIRED']],
    ['what is agreed', { state: 'AGREED' }, 'INDIVIDUAL', HASH, 'No.', ['NOT_OPEN']],
  ])('declining %s', (_words, changes, side, hash, reason, outcome) => {
    expect(came(decideDecline(facts(changes), side, hash, reason, NOW))).toEqual(outcome);
  });

  it.each<[AgreementState, string, unknown]>([
    ['PROPOSED', 'Because.', 'WITHDRAWN'],
    ['COUNTERED', 'Because.', 'WITHDRAWN'],
    ['AGREED', 'Because.', 'WITHDRAWN'],
    ['SIGNED', 'Because.', ['NOT_OPEN']],
    ['DECLINED', 'Because.', ['NOT_OPEN']],
    ['WITHDRAWN', '', ['NOT_OPEN', 'REASON_MISSING']],
    ['AGREED', '', ['REASON_MISSING']],
  ])('withdrawing from %s for "%s"', (state, reason, outcome) => {
    expect(came(decideWithdrawal({ state }, reason))).toEqual(outcome);
  });
});

describe('a signature (R45)', () => {
  const signing = { hash: HASH, typedName: 'Amira Okoro', hasRead: true };
  it.each<[string, Partial<AgreementFacts>, PartyRole, Partial<typeof signing>, unknown]>([
    ['of the individual first', { state: 'AGREED' }, 'INDIVIDUAL', {}, null],
    ['of another before hers', { state: 'AGREED' }, 'PROVIDER', {}, ['INDIVIDUAL_SIGNS_FIRST']],
    ['of the second', { state: 'AGREED', signed: ['INDIVIDUAL'] }, 'BUDGET_HOLDER', {}, null],
    ['of the last', { state: 'AGREED', signed: ['INDIVIDUAL', 'BUDGET_HOLDER'] }, 'PROVIDER', {}, 'SIGNED'],
    [
      'of the last, where no budget pays',
      { state: 'AGREED', signed: ['INDIVIDUAL'], parties: partyRoles(false) },
      'PROVIDER',
      {},
      'SIGNED',
    ],
    ['given twice', { state: 'AGREED', signed: ['INDIVIDUAL'] }, 'INDIVIDUAL', {}, ['ALREADY_SIGNED']],
    [
      'given twice, though all have signed',
      { state: 'SIGNED', signed: ['INDIVIDUAL'] },
      'INDIVIDUAL',
      {},
      ['ALREADY_SIGNED'],
    ],
    ['under open terms', {}, 'INDIVIDUAL', {}, ['NOT_AGREED']],
    ['under another version', { state: 'AGREED' }, 'INDIVIDUAL', { hash: OTHER }, ['TERMS_SUPERSEDED']],
    ['without a name', { state: 'AGREED' }, 'INDIVIDUAL', { typedName: ' ' }, ['NAME_MISSING']],
    ['of somebody who has not read', { state: 'AGREED' }, 'INDIVIDUAL', { hasRead: false }, ['NOT_READ']],
    [
      'wrong in every way',
      { state: 'AGREED' },
      'PROVIDER',
      { hash: OTHER, typedName: '', hasRead: false },
      ['TERMS_SUPERSEDED', 'INDIVIDUAL_SIGNS_FIRST', 'NAME_MISSING', 'NOT_READ'],
    ],
  ])('%s', (_words, changes, party, signed, outcome) => {
    expect(came(decideSignature(facts(changes), party, { ...signing, ...signed }))).toEqual(outcome);
  });
});

describe('who is waited for', () => {
  it.each<[string, Partial<AgreementFacts>, PartyRole[]]>([
    ['the side that answers', {}, ['INDIVIDUAL']],
    ['the provider, for terms that the broker wrote', { latestAuthor: 'INDIVIDUAL', accepted: [] }, ['PROVIDER']],
    [
      'the individual, once the provider has accepted what the broker wrote',
      { latestAuthor: 'INDIVIDUAL', accepted: ['PROVIDER'] },
      ['INDIVIDUAL'],
    ],
    ['the individual alone, to sign first (R45)', { state: 'AGREED' }, ['INDIVIDUAL']],
    [
      'all who have not signed, once she has',
      { state: 'AGREED', signed: ['INDIVIDUAL'] },
      ['PROVIDER', 'BUDGET_HOLDER'],
    ],
    ['the last to sign', { state: 'AGREED', signed: ['INDIVIDUAL', 'PROVIDER'] }, ['BUDGET_HOLDER']],
    ['nobody, when it is signed', { state: 'SIGNED' }, []],
    ['nobody, when it is over', { state: 'DECLINED' }, []],
  ])('%s', (_words, changes, waiting) => {
    expect(waitingAfter(facts(changes))).toEqual(waiting);
  });
});

describe('how it stands follows from steps, signatures and days (R47)', () => {
  it.each<[string, Partial<AgreementFacts>, string, string]>([
    ['PROPOSED', { state: 'PROPOSED' }, '2026-12-01', 'Waiting for you'],
    ['EXPIRED', { replyBy: BEFORE }, '2026-12-01', 'Not answered in time'],
    ['COUNTERED', {}, '2026-12-01', 'Waiting for you'],
    ['AGREED', { state: 'AGREED', replyBy: BEFORE }, '2026-12-01', 'Agreed, to be signed. Waiting for you'],
    [
      'PART_SIGNED',
      { state: 'AGREED', signed: ['INDIVIDUAL'] },
      '2026-12-01',
      'Agreed, being signed. Waiting for Brightwater and Fenmoor Council',
    ],
    ['SIGNED', { state: 'SIGNED' }, '2026-12-03', 'Signed'],
    ['STARTED', { state: 'SIGNED' }, '2026-12-04', 'Started'],
    ['STARTED', { state: 'SIGNED', endsOn: '2027-12-03' }, '2027-12-03', 'Started'],
    ['ENDED', { state: 'SIGNED', endsOn: '2027-12-03' }, '2027-12-04', 'Ended'],
    ['DECLINED', { state: 'DECLINED' }, '2026-12-01', 'Declined'],
    ['WITHDRAWN', { state: 'WITHDRAWN', replyBy: BEFORE }, '2026-12-01', 'Withdrawn'],
  ])('%s: %j on %s', (status, changes, today, words) => {
    const known = facts(changes);
    expect(statusOf(known, NOW, today)).toBe(status);
    const names = { INDIVIDUAL: 'Amira', PROVIDER: 'Brightwater', BUDGET_HOLDER: 'Fenmoor Council' };
    const waiting = waitingAfter(known);
    expect(statusSentence(statusOf(known, NOW, today), waiting, ['INDIVIDUAL'], names)).toBe(words);
  });

  it('names "you" first, wherever you stand', () => {
    const names = { INDIVIDUAL: 'Amira', PROVIDER: 'Brightwater', BUDGET_HOLDER: 'Fenmoor Council' };
    const sentence = statusSentence('PART_SIGNED', ['PROVIDER', 'BUDGET_HOLDER'], ['BUDGET_HOLDER'], names);
    expect(sentence).toBe('Agreed, being signed. Waiting for you and Brightwater');
  });
});

describe('an event in words', () => {
  it.each([
    [eventSentence('TERMS_PROPOSED', 'Ben', { weeklyCostPence: 43_20 }), 'Ben suggested terms (£43.20 a week).'],
    [eventSentence('TERMS_COUNTERED', 'Brightwater', { changed: 1 }), 'Brightwater changed 1 term.'],
    [
      eventSentence('TERMS_COUNTERED', 'Brightwater', { changed: 2, weeklyCostPence: 0 }),
      'Brightwater changed 2 terms (£0.00 a week).',
    ],
    [eventSentence('TERMS_ACCEPTED', 'You', {}), 'You accepted the terms.'],
    [
      eventSentence('TERMS_ACCEPTED', 'You', { isAgreed: true }),
      'You accepted the terms. They are agreed and can be signed.',
    ],
    [eventSentence('AGREEMENT_SIGNED', 'You', {}), 'You signed.'],
    [eventSentence('AGREEMENT_SIGNED', 'You', { isComplete: true }), 'You signed. Everybody has signed.'],
    [eventSentence('TERMS_DECLINED', 'You', {}), 'You declined the terms.'],
    [eventSentence('AGREEMENT_WITHDRAWN', 'You', {}), 'You withdrew.'],
  ])('%s', (told, words) => {
    expect(told).toBe(words);
  });
});
