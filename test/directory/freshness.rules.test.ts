import { describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type MemberRole, type OrganisationKind, type Viewer } from '../../api/common/viewer.ts';
import { assurerOn, canSetFreshnessPolicy, deskOf } from '../../api/directory/assurance.policy.ts';
import { assuringProblems, decideCall } from '../../api/directory/assurance.rules.ts';
import {
  addMonths,
  choosingProblems,
  decidePolicy,
  DEFAULT_POLICY,
  freshnessOf,
  freshnessState,
  type LastCheck,
  policyOfMonths,
} from '../../api/directory/freshness.rules.ts';
import type { Problem, Result } from '../../api/common/result.ts';

const TODAY = '2026-11-25';
const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code }) => code));

describe('how an entry stands (R47: by days, never stored)', () => {
  it.each<[string | null, string]>([
    [TODAY, 'FRESH'],
    ['2026-08-26', 'FRESH'],
    ['2026-08-25', 'DUE'],
    ['2026-05-26', 'DUE'],
    ['2026-05-25', 'STALE'],
    ['2025-11-26', 'STALE'],
    ['2025-11-25', 'HIDDEN_FROM_CHOOSING'],
    ['1999-01-01', 'HIDDEN_FROM_CHOOSING'],
    [null, 'STALE'],
    ['2026-11-26', 'FRESH'],
  ])('checked on %s it is %s', (checkedOn, state) => {
    expect(freshnessState(checkedOn, DEFAULT_POLICY, TODAY)).toBe(state);
    expect(choosingProblems(checkedOn, DEFAULT_POLICY, TODAY).map(({ code }) => code)).toEqual(
      state === 'HIDDEN_FROM_CHOOSING' ? ['CHECK_OVERDUE'] : [],
    );
  });

  it('follows the policy of whoever asks', () => {
    const strict = { freshMonths: 1, staleMonths: 2, hiddenMonths: 3 };
    expect(freshnessState('2026-08-26', strict, TODAY)).toBe('STALE');
    expect(freshnessState('2026-08-25', strict, TODAY)).toBe('HIDDEN_FROM_CHOOSING');
    expect(choosingProblems('2026-08-25', strict, TODAY)[0]?.message).toContain('more than 3 months');
    expect(policyOfMonths([1, 2, 3])).toEqual(strict);
    expect(policyOfMonths(null)).toEqual(DEFAULT_POLICY);
  });

  it('ends a short month on its last day', () => {
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
  });
});

describe('freshness in words', () => {
  const check = (changes: Partial<LastCheck> = {}): LastCheck => ({
    ...{ assuredOn: '2026-10-01', assuredBy: 'CONTACT', assuredByName: null, checkedOn: '2026-10-01' },
    kind: 'COMMUNITY_GROUP',
    ...changes,
  });

  it.each<[Partial<LastCheck>, string | null]>([
    [{}, 'the group itself'],
    [{ kind: 'PROVIDER', assuredBy: 'ORGANISATION' }, 'the people who run it'],
    [{ assuredBy: 'PUBLISHER' }, 'its publisher'],
    [{ assuredBy: 'EDITOR', assuredByName: 'Fenmoor Council' }, 'Fenmoor Council'],
    [{ assuredBy: 'EDITOR' }, 'an editor of the directory'],
    [{ assuredBy: 'CALL', assuredByName: 'Fenmoor Council' }, 'Fenmoor Council, who asked them'],
    [{ assuredBy: null }, null],
  ])('%j was checked by %s', (changes, by) => {
    expect(freshnessOf(check(changes), DEFAULT_POLICY, TODAY).assuredBy).toBe(by);
  });

  it.each<[Partial<LastCheck>, string, string | null]>([
    [{}, 'Checked on 1 October 2026 by the group itself. The next check is due by 1 January 2027.', null],
    [
      { assuredOn: '2026-07-01', checkedOn: '2026-07-01' },
      'Checked on 1 July 2026 by the group itself. It is time for the next check.',
      null,
    ],
    [
      { assuredOn: null, assuredBy: null, checkedOn: '2026-04-01' },
      'We do not know when this was last checked. It was last changed on 1 April 2026. It may be out of date: ask them before you rely on it.',
      'May be out of date',
    ],
    [
      { assuredOn: null, assuredBy: null, checkedOn: null },
      'We do not know when this was last checked. It may be out of date: ask them before you rely on it.',
      'May be out of date',
    ],
    [
      { assuredOn: '2025-01-01', checkedOn: '2025-01-01' },
      'Checked on 1 January 2025 by the group itself. That is too long ago, so you cannot add it to your options yet. Ask them if it is still right, or ask the council’s directory team to check it.',
      'Not checked for a long time',
    ],
  ])('%j', (changes, sentence, mark) => {
    expect(freshnessOf(check(changes), DEFAULT_POLICY, TODAY)).toMatchObject({ sentence, mark });
  });
});

describe('a policy', () => {
  it.each<[string, [number, number, number], string[]]>([
    ['the shortest', [1, 2, 3], []],
    ['the longest', [36, 48, 60], []],
    ['none at all', [0, 2, 3], ['MONTHS_NOT_VALID']],
    ['too long a first', [37, 48, 60], ['MONTHS_NOT_VALID']],
    ['too long a second', [36, 49, 60], ['MONTHS_NOT_VALID']],
    ['too long a third', [36, 48, 61], ['MONTHS_NOT_VALID']],
    ['a part of a month', [1.5, 2, 3], ['MONTHS_NOT_VALID']],
    ['two at once', [3, 3, 12], ['MONTHS_OUT_OF_ORDER']],
    ['the last two at once', [3, 6, 6], ['MONTHS_OUT_OF_ORDER']],
    [
      'everything wrong',
      [40, 1, 1],
      ['MONTHS_NOT_VALID', 'MONTHS_NOT_VALID', 'MONTHS_NOT_VALID', 'MONTHS_OUT_OF_ORDER', 'MONTHS_OUT_OF_ORDER'],
    ],
  ])('%s: %j', (_title, [freshMonths, staleMonths, hiddenMonths], expected) => {
    expect(codes(decidePolicy({ freshMonths, staleMonths, hiddenMonths }))).toEqual(expected);
  });
});

describe('a call', () => {
  const told = { method: 'PHONE', result: 'STILL_CORRECT', answeredBy: ' Manager ', notes: ' ' } as const;

  it('keeps what was said, tidied', () => {
    expect(decideCall(told)).toEqual({
      ok: true,
      value: { method: 'PHONE', result: 'STILL_CORRECT', answeredBy: 'Manager', words: null },
    });
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['nobody answered', { result: 'NOT_REACHED', answeredBy: null }, []],
    ['who answered is missing', { answeredBy: ' ' }, ['ANSWERED_BY_NEEDED']],
    ['who answered in 200 signs', { answeredBy: 'x'.repeat(200) }, []],
    ['who answered in 201 signs', { answeredBy: 'x'.repeat(201) }, ['TEXT_TOO_LONG']],
    ['what is wrong is missing', { result: 'NOT_RIGHT' }, ['WORDS_NEEDED']],
    ['what is wrong is said', { result: 'NOT_RIGHT', notes: 'New number.' }, []],
    ['2,000 signs of notes', { notes: 'x'.repeat(2000) }, []],
    ['2,001 signs of notes', { notes: 'x'.repeat(2001) }, ['TEXT_TOO_LONG']],
    ['all at once', { result: 'NOT_RIGHT', answeredBy: '' }, ['ANSWERED_BY_NEEDED', 'WORDS_NEEDED']],
  ])('%s', (_title, changes, expected) => {
    expect(codes(decideCall({ ...told, ...changes }))).toEqual(expected);
  });
});

it('an entry that has ended is not checked any more', () => {
  const told = (problems: readonly Problem[]) => problems.map(({ code }) => code);
  expect(told(assuringProblems('DEFUNCT'))).toEqual(['SERVICE_ENDED']);
  expect(told(assuringProblems('TEMPORARILY_CLOSED'))).toEqual([]);
});

describe('who checks', () => {
  const viewer = (kind: OrganisationKind, role: MemberRole): Viewer => ({
    ...ANONYMOUS,
    personId: 'p',
    memberships: [{ organisationId: 'mine', organisationName: 'Mine', kind, role }],
  });

  it.each<[string, Viewer, string, string | null]>([
    ['a manager their own', viewer('PROVIDER', 'MANAGER'), 'mine', 'ORGANISATION'],
    ['a member of a group their own', viewer('COMMUNITY_GROUP', 'MEMBER'), 'mine', 'ORGANISATION'],
    ['a manager not another', viewer('PROVIDER', 'MANAGER'), 'theirs', null],
    ['an editor of an authority any', viewer('AUTHORITY', 'EDITOR'), 'theirs', 'EDITOR'],
    ['a broker none', viewer('AUTHORITY', 'BROKER'), 'theirs', null],
    ['an editor of a provider none', viewer('PROVIDER', 'EDITOR'), 'theirs', null],
    ['a visitor none', ANONYMOUS, 'theirs', null],
  ])('%s', (_title, who, organisationId, origin) => {
    expect(assurerOn(who, { organisationId })?.origin ?? null).toBe(origin);
  });

  it('an editor sets the policy of their own authority', () => {
    const editor = viewer('AUTHORITY', 'EDITOR');
    expect([canSetFreshnessPolicy(editor, 'mine'), canSetFreshnessPolicy(editor, 'theirs')]).toEqual([true, false]);
    expect(canSetFreshnessPolicy(viewer('AUTHORITY', 'BROKER'), 'mine')).toBe(false);
    expect([deskOf(editor), deskOf(viewer('AUTHORITY', 'BROKER'))]).toEqual(['mine', null]);
  });
});
