import { describe, expect, it } from '@jest/globals';
import type { Viewer } from '../../api/common/viewer.ts';
import { ANONYMOUS, type MemberRole, type OrganisationKind } from '../../api/common/viewer.ts';
import { readWrittenDetails, readWrittenEntry, type WrittenEntry } from '../../api/directory/entry-edit.rules.ts';
import { saysTheSame, valueInWords, type KeptSchedule } from '../../api/directory/entry-field.rules.ts';
import { canKeepEntries, keeperAs } from '../../api/directory/entry.policy.ts';
import { decideConflict, decideFeedWord, lastChangeInWords } from '../../api/directory/own-word.rules.ts';

const PLAIN: KeptSchedule = {
  ...{ days: ['TUESDAY'], opensAt: '14:00', closesAt: '16:00', description: null },
  ...{ frequency: null, every: null, byDay: null, byMonthDay: null, validFrom: null, validTo: null, locationId: null },
};
const MONTHLY: KeptSchedule = { ...PLAIN, frequency: 'MONTHLY', byDay: '1TU', validTo: '2030-01-01' };

describe('what a feed says of a field that was written here', () => {
  it.each([
    ['what it said then', 'old', undefined, 'old', 'NOTHING'],
    ['what it said then, written otherwise', 'old', undefined, ' OLD ', 'NOTHING'],
    ['something new', 'old', undefined, 'new', 'QUEUE'],
    ['the same new thing again', 'old', 'new', 'new', 'NOTHING'],
    ['something newer', 'old', 'new', 'newer', 'QUEUE'],
    ['our own words', 'old', undefined, 'ours', 'SETTLE'],
    ['our own words, while a conflict is open', 'old', 'new', 'Ours', 'SETTLE'],
    ['what it said then, while a conflict is open', 'old', 'new', 'old', 'SETTLE'],
    ['nothing any more', 'old', undefined, null, 'QUEUE'],
    ['nothing again', null, undefined, null, 'NOTHING'],
    ['our own words once more', 'ours', undefined, 'ours', 'NOTHING'],
  ] as const)('%s', (_what, weighedValue, openFeedValue, said, becomes) => {
    expect(decideFeedWord({ field: 'NAME', value: 'ours', weighedValue, openFeedValue }, said)).toBe(becomes);
  });

  it('compares times by what a reader reads', () => {
    expect(saysTheSame('SCHEDULES', [PLAIN], [{ ...PLAIN, frequency: 'WEEKLY', byDay: 'TU' }])).toBe(true);
    expect(saysTheSame('SCHEDULES', [PLAIN], [MONTHLY])).toBe(false);
    expect(saysTheSame('PHONE', '01632 960100', '01632960100')).toBe(true);
  });
});

it('ends a conflict once', () => {
  expect(decideConflict('OPEN', 'KEEP_OURS')).toEqual({ ok: true, value: 'KEPT' });
  expect(decideConflict('OPEN', 'TAKE_THEIRS')).toEqual({ ok: true, value: 'TAKEN' });
  for (const state of ['KEPT', 'TAKEN', 'SETTLED'] as const) {
    expect(decideConflict(state, 'KEEP_OURS')).toMatchObject({ ok: false, problems: [{ code: 'CONFLICT_DECIDED' }] });
  }
});

describe('what is written by hand', () => {
  const problems = (entry: WrittenEntry) => {
    const read = readWrittenEntry(entry, 'entry');
    return read.ok ? [] : read.problems.map(({ code, field }) => `${code} ${field?.join('.')}`);
  };

  it('is cleaned as a feed is', () => {
    const written = {
      name: ' <b>Tea</b>  &amp; talk ',
      website: 'www.fen.example',
      phone: '+441632960100',
      feesDescription: 'n/a',
      languages: ['Welsh', ' Welsh', ''],
      ages: { minimum: 18 },
      schedules: [{ days: ['FRIDAY', 'MONDAY', 'MONDAY'] as const, opensAt: '09:00' }, { days: [] }],
    };
    expect(readWrittenEntry(written, 'entry')).toEqual({
      ok: true,
      value: {
        NAME: 'Tea & talk',
        WEBSITE: 'https://www.fen.example',
        PHONE: '01632 960100',
        FEES: null,
        LANGUAGES: ['Welsh'],
        AGES: { minimum: 18, maximum: null },
        SCHEDULES: [{ ...PLAIN, days: ['MONDAY', 'FRIDAY'], opensAt: '09:00', closesAt: null }],
      },
    });
  });

  it('leaves alone what is not given, and takes away what is null', () => {
    expect(readWrittenEntry({}, 'entry')).toEqual({ ok: true, value: {} });
    expect(readWrittenDetails({ email: null }, 'details')).toEqual({ ok: true, value: { EMAIL: null } });
  });

  it('keeps all that a feed said of a time that was left as it was', () => {
    const { days, opensAt, closesAt } = MONTHLY;
    const read = readWrittenEntry({ schedules: [{ days, opensAt, closesAt }] }, 'entry', [MONTHLY]);
    expect(read).toEqual({ ok: true, value: { SCHEDULES: [MONTHLY] } });
    const moved = readWrittenEntry({ schedules: [{ days, opensAt: '15:00', closesAt }] }, 'entry', [MONTHLY]);
    expect(moved).toEqual({ ok: true, value: { SCHEDULES: [{ ...PLAIN, opensAt: '15:00' }] } });
  });

  it.each<[string, WrittenEntry, string[]]>([
    ['no name', { name: ' ' }, ['NAME_REQUIRED entry.name']],
    ['a name at its bound', { name: 'x'.repeat(300) }, []],
    ['a name past it', { name: 'x'.repeat(301) }, ['TEXT_TOO_LONG entry.name']],
    ['a description at its bound', { description: 'x'.repeat(20_000) }, []],
    ['a description past it', { description: 'x'.repeat(20_001) }, ['TEXT_TOO_LONG entry.description']],
    ['a website that is none', { website: 'ask at the door' }, ['WEBSITE_UNREADABLE entry.website']],
    ['a script for a website', { website: 'javascript:alert(1)' }, ['WEBSITE_UNREADABLE entry.website']],
    ['two websites', { website: 'www.a.example www.b.example' }, ['WEBSITE_UNREADABLE entry.website']],
    ['an e-mail that is none', { email: 'tea at fen' }, ['EMAIL_UNREADABLE entry.email']],
    ['two telephones', { phone: '01632 960100 or 01632 960101' }, ['PHONE_UNREADABLE entry.phone']],
    ['a telephone with words', { phone: 'Mo 01632 960100' }, ['PHONE_UNREADABLE entry.phone']],
    ['ages at their bounds', { ages: { minimum: 0, maximum: 120 } }, []],
    [
      'ages past them',
      { ages: { minimum: -1, maximum: 121 } },
      ['AGE_OUT_OF_RANGE entry.ages.minimum', 'AGE_OUT_OF_RANGE entry.ages.maximum'],
    ],
    ['ages the wrong way round', { ages: { minimum: 19, maximum: 18 } }, ['AGES_CROSSED entry.ages.minimum']],
    ['times without days', { schedules: [{ days: [], opensAt: '10:00' }] }, ['DAYS_REQUIRED entry.schedules.0.days']],
    ['words without days', { schedules: [{ days: [], description: 'When it is dry' }] }, []],
    ['fifty areas', { areas: Array.from({ length: 50 }, (_, place) => `Area ${place}`) }, []],
    ['more', { areas: Array.from({ length: 51 }, (_, place) => `Area ${place}`) }, ['TOO_MANY entry.areas']],
    [
      'several problems',
      { name: null, email: 'x', ages: { minimum: 3, maximum: 2 } },
      ['NAME_REQUIRED entry.name', 'EMAIL_UNREADABLE entry.email', 'AGES_CROSSED entry.ages.minimum'],
    ],
  ])('with %s', (_what, entry, expected) => {
    expect(problems(entry)).toEqual(expected);
  });

  it('is told in words', () => {
    expect(valueInWords('AGES', { minimum: 18, maximum: null })).toBe('18 years or over');
    expect(valueInWords('AGES', { minimum: null, maximum: 25 })).toBe('Up to 25 years');
    expect(valueInWords('AGES', { minimum: 16, maximum: 25 })).toBe('16 to 25 years');
    expect(valueInWords('STATUS', 'DEFUNCT')).toBe('Closed for good');
    expect(valueInWords('SCHEDULES', [PLAIN, MONTHLY])).toBe(
      'Tuesdays, 2pm to 4pm\nFirst Tuesday of the month, 2pm to 4pm',
    );
    expect(valueInWords('LANGUAGES', ['Welsh', 'English'])).toBe('Welsh, English');
    for (const nothing of [null, []]) expect(valueInWords('AREAS', nothing)).toBe('Nothing');
  });

  it('says who changed it last', () => {
    const editedAt = '2026-11-24T23:30:00Z';
    expect(lastChangeInWords({ editedAs: 'PROVIDER', editedAt })).toBe(
      'Changed by those who run it on 24 November 2026.',
    );
    expect(lastChangeInWords({ editedAs: 'EDITOR', editedAt })).toMatch(/^Changed by an editor of the directory/);
    expect(lastChangeInWords({ editedAs: null, editedAt: null })).toBeNull();
  });
});

describe('who may write an entry', () => {
  const as = (kind: OrganisationKind, role: MemberRole, organisationId = 'tea'): Viewer => ({
    ...ANONYMOUS,
    memberships: [{ organisationId, organisationName: 'Tea', kind, role }],
  });
  it.each([
    ['its manager', as('COMMUNITY_GROUP', 'MANAGER'), true, 'PROVIDER'],
    ['its member', as('COMMUNITY_GROUP', 'MEMBER'), true, 'PROVIDER'],
    ['the manager of another', as('COMMUNITY_GROUP', 'MANAGER', 'coffee'), false, 'EDITOR'],
    ['an editor of an authority', as('AUTHORITY', 'EDITOR', 'fenmoor'), true, 'EDITOR'],
    ['a broker', as('AUTHORITY', 'BROKER', 'fenmoor'), false, 'EDITOR'],
    ['somebody called editor of a provider', as('PROVIDER', 'EDITOR', 'coffee'), false, 'EDITOR'],
    ['a visitor', ANONYMOUS, false, 'EDITOR'],
  ] as const)('%s', (_who, viewer, may, actedAs) => {
    expect(canKeepEntries(viewer, 'tea')).toBe(may);
    expect(keeperAs(viewer, 'tea')).toBe(actedAs);
  });
});
