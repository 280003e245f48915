import { describe, expect, it } from '@jest/globals';
import { problemsOf } from '../../api/common/result.ts';
import { ANONYMOUS, type Viewer } from '../../api/common/viewer.ts';
import {
  type CommunicationProfile,
  decideCommunication,
  flagsOf,
  NOTHING_SAID,
  reviewDueOn,
} from '../../api/people/communication.rules.ts';
import { canTakeBackStatement, speaksAs } from '../../api/people/individual.policy.ts';
import { decideSaying, type Speaking } from '../../api/people/statement.rules.ts';

const herself: Speaking = { speakerId: 'amira', isSpeakerKnown: true, earlier: null };

describe('R36 a statement', () => {
  it('is kept as it was said', () => {
    expect(decideSaying({ words: '  I like jazz.\r\n', helpedBy: ' ' }, herself)).toEqual({
      ok: true,
      value: { words: 'I like jazz.', helpedBy: null },
    });
  });

  it.each<[string, { words: string; helpedBy?: string }, Partial<Speaking>, string[]]>([
    ['without words', { words: ' ' }, {}, ['WORDS_REQUIRED']],
    ['of 2,000 characters', { words: 'x'.repeat(2000) }, {}, []],
    ['of 2,001 characters', { words: 'x'.repeat(2001) }, {}, ['TEXT_TOO_LONG']],
    ['with a helper of 200 characters', { words: 'x', helpedBy: 'x'.repeat(200) }, {}, []],
    ['with a helper of 201 characters', { words: 'x', helpedBy: 'x'.repeat(201) }, {}, ['TEXT_TOO_LONG']],
    ['of nobody known', { words: 'x' }, { isSpeakerKnown: false }, ['SPEAKER_NOT_KNOWN']],
    ['said anew by its speaker', { words: 'x' }, { earlier: { spokenById: 'amira', isLatest: true } }, []],
    [
      "in place of another's words",
      { words: 'x' },
      { earlier: { spokenById: 'niece', isLatest: true } },
      ['NOT_THEIR_WORDS'],
    ],
    [
      'in place of what was said anew already',
      { words: 'x' },
      { earlier: { spokenById: 'amira', isLatest: false } },
      ['SAID_ANEW_ALREADY'],
    ],
  ])('%s', (_what, said, known, codes) => {
    expect(problemsOf(decideSaying(said, { ...herself, ...known })).map(({ code }) => code)).toEqual(codes);
  });

  it('is taken back by its speaker, and the own words by whoever may bind the person', () => {
    const as = (personId: string, mayDo?: 'VIEW' | 'SUGGEST' | 'COMMIT'): Viewer => ({
      ...ANONYMOUS,
      personId,
      circles: mayDo ? [{ individualId: 'amira', relation: 'son', maySee: ['PLAN'], mayDo }] : [],
    });
    const own = { individualId: 'amira', spokenById: 'amira' };
    const nieces = { individualId: 'amira', spokenById: 'niece' };
    expect(
      [as('amira'), as('son', 'COMMIT'), as('son', 'SUGGEST'), as('broker'), ANONYMOUS].map((who) =>
        canTakeBackStatement(who, own),
      ),
    ).toEqual([true, true, false, false, false]);
    expect(
      [as('amira', 'COMMIT'), as('son', 'COMMIT'), as('niece', 'VIEW')].map((who) => canTakeBackStatement(who, nieces)),
    ).toEqual([false, false, true]);
  });

  it('stands apart when a professional speaks', () => {
    const amira = { authorityId: 'fenmoor', individualId: 'amira' };
    const broker: Viewer = { ...ANONYMOUS, personId: 'broker' };
    expect([
      speaksAs(broker, 'amira', amira),
      speaksAs(broker, 'niece', amira),
      speaksAs(broker, 'broker', amira),
    ]).toEqual(['INDIVIDUAL', 'CIRCLE', 'PROFESSIONAL']);
  });
});

const known = { version: 2, seenVersion: 2, isSpeakerKnown: true };

describe('how somebody communicates', () => {
  it('is kept clean, each way and format once', () => {
    const said = { ...NOTHING_SAID, pronouns: ' she ', formats: ['EASY_READ', 'AUDIO', 'EASY_READ'] as const };
    expect(decideCommunication(said, known)).toEqual({
      ok: true,
      value: { ...NOTHING_SAID, pronouns: 'she', formats: ['AUDIO', 'EASY_READ'] },
    });
  });

  it.each<[string, Partial<CommunicationProfile>, Partial<typeof known>, string[]]>([
    ['one way wanted and never wanted', { contactBy: ['PHONE', 'TEXT'], neverBy: ['PHONE'] }, {}, ['WAYS_CONTRADICT']],
    ['other ways', { contactBy: ['TEXT'], neverBy: ['PHONE'] }, {}, []],
    ['60 characters of pronouns', { pronouns: 'x'.repeat(60) }, {}, []],
    ['61 characters of pronouns', { pronouns: 'x'.repeat(61) }, {}, ['TEXT_TOO_LONG']],
    ['300 characters of yes', { saysYes: 'x'.repeat(300) }, {}, []],
    ['301 characters of yes', { saysYes: 'x'.repeat(301) }, {}, ['TEXT_TOO_LONG']],
    ['a change in between', {}, { seenVersion: 1 }, ['CHANGED_MEANWHILE']],
    ['nobody known', {}, { isSpeakerKnown: false }, ['SPEAKER_NOT_KNOWN']],
  ])('%s', (_what, said, circumstances, codes) => {
    const decided = decideCommunication({ ...NOTHING_SAID, ...said }, { ...known, ...circumstances });
    expect(problemsOf(decided).map(({ code }) => code)).toEqual(codes);
  });

  it.each<[string, Partial<CommunicationProfile>, string[]]>([
    ['nothing out of the ordinary', { spokenLanguage: 'English', contactBy: ['PHONE'] }, []],
    [
      'an interpreter',
      { interpreter: 'BSL', interpreterNote: 'a woman' },
      ['Needs a British Sign Language interpreter (a woman).'],
    ],
    ['Welsh', { spokenLanguage: 'Welsh', lettersLanguage: 'WELSH' }, ['Speaks Welsh.', 'Write in Welsh.']],
    [
      'formats',
      { formats: ['EASY_READ', 'LARGE_PRINT', 'AUDIO'] },
      ['Give information in Easy Read, large print and audio.'],
    ],
    ['a way never to be used', { neverBy: ['PHONE'] }, ['Never contact by phone.']],
    ['time', { needsTime: 'Wait ten seconds.' }, ['Needs time: Wait ten seconds.']],
  ])('tells whoever opens the record of %s', (_what, said, flags) => {
    expect(flagsOf({ ...NOTHING_SAID, ...said })).toEqual(flags);
  });

  it('is due for a look after a year', () => {
    expect(reviewDueOn('2026-11-25')).toBe('2027-11-25');
  });
});
