import { describe, expect, it } from '@jest/globals';
import { emailOf, websiteOf } from '../../api/directory/address.rules.ts';
import { describeCost, readCost } from '../../api/directory/cost.rules.ts';
import { readService } from '../../api/directory/entry.rules.ts';
import { fingerprintOf } from '../../api/directory/fingerprint.rules.ts';
import { dayOf, momentOf, timeOf, weekdaysOf } from '../../api/directory/moment.rules.ts';
import { phonesOf } from '../../api/directory/phone.rules.ts';
import { pointOf, postcodeOf } from '../../api/directory/place.rules.ts';
import { REPAIRS } from '../../api/directory/repair.rules.ts';
import type { Note, Repair } from '../../api/directory/repair.rules.ts';
import { describeSchedule, readSchedule } from '../../api/directory/schedule.rules.ts';
import { lineOf, textOf } from '../../api/directory/text.rules.ts';

function reading<T>(read: (note: Note) => T): [T, Repair[]] {
  const repairs = new Set<Repair>();
  const value = read((repair) => repairs.add(repair));
  return [value, [...repairs].sort()];
}

describe('text', () => {
  it.each<[unknown, string | null, Repair[]]>([
    ['Lunch', 'Lunch', []],
    [undefined, null, []],
    [null, null, ['EMPTY_VALUE']],
    ['', null, ['EMPTY_VALUE']],
    ['  ', null, ['EMPTY_VALUE', 'SPACES']],
    ['NA', null, ['EMPTY_VALUE']],
    ['not known', null, ['EMPTY_VALUE']],
    ['--', null, ['EMPTY_VALUE']],
    ['one\r\ntwo', 'one\ntwo', ['SPACES']],
    ['a\u00a0b  c\u200b', 'a b c', ['SPACES']],
    ['\ufeffhello', 'hello', ['SPACES']],
    ['lun\0ch', 'lunch', []],
    ['<h1>About</h1><p>Soup &amp; bread&nbsp;</p>', 'About\nSoup & bread', ['MARKUP', 'SPACES']],
    ['<ul><li>tea</li><li>cake</li></ul>', '• tea\n\n• cake', ['MARKUP', 'SPACES']],
    ['<script>alert(1)</script>Fun', 'Fun', ['MARKUP', 'SPACES']],
    ['ages <5 and >2', 'ages <5 and >2', []],
    ['&#8217;s &#x41; &unknownthing;', '’s A &unknownthing;', ['MARKUP']],
    [{ text: 'x' }, null, ['PART_UNREADABLE']],
    [42, '42', []],
  ])('reads %j as %j', (value, expected, repairs) => {
    const [read, noted] = reading((note) => textOf(value, note));
    expect([read, noted]).toEqual([expected, repairs]);
  });

  it('keeps half a surrogate pair out of the database and cuts what is too long', () => {
    expect(reading((note) => lineOf('a\ud83d b', note))).toEqual(['a\ufffd b', []]);
    const [cut, noted] = reading((note) => textOf('x'.repeat(30), note, 10));
    expect(cut).toBe(`${'x'.repeat(9)}…`);
    expect(noted).toEqual(['TEXT_CUT']);
  });
});

describe('telephone numbers', () => {
  it.each<[unknown, string[], Repair[]]>([
    ['01632 960042', ['01632 960042'], []],
    ['1632960042', ['01632 960042'], ['PHONE_ZERO']],
    ['0044 1632 960042', ['01632 960042'], ['PHONE_FORM']],
    ['+44 (0)20 7946 0018', ['020 7946 0018'], ['PHONE_FORM']],
    ['0163 296 0042.', ['01632 960042'], []],
    ['07700900123', ['07700 900123'], []],
    ['01632 960042 / 01632 960043', ['01632 960042', '01632 960043'], ['PHONE_SEVERAL']],
    ['01632960042/321', ['01632 960042'], ['PHONE_SEVERAL']],
    ['0808 157 0178', ['0808 157 0178'], []],
    ['(312) 341-1070', ['+1 312 341 1070'], ['PHONE_FORM']],
    ['+1 312 341 1070', ['+1 312 341 1070'], []],
    ['00000000', [], ['EMPTY_VALUE']],
    ['ask inside', [], ['PHONE_UNREADABLE']],
  ])('reads %j as %j', (value, expected, repairs) => {
    const [phones, noted] = reading((note) => phonesOf(value, note));
    expect([phones.map(({ number }) => number), noted]).toEqual([expected, repairs]);
  });

  it('keeps label and extension apart from the number', () => {
    const [phones, noted] = reading((note) => phonesOf('Front desk: 01632 960042 Ext 303', note));
    expect(phones).toEqual([{ number: '01632 960042', extension: '303', description: 'Front desk' }]);
    expect(noted).toEqual(['PHONE_FORM']);
  });
});

describe('web and e-mail addresses', () => {
  it.each<[unknown, string | null, Repair[]]>([
    ['https://thursdaytable.example/', 'https://thursdaytable.example/', []],
    ['www.thursdaytable.example', 'https://www.thursdaytable.example', ['WEBSITE_FORM']],
    ['https://a.example https://b.example', 'https://a.example', ['WEBSITE_FORM', 'WEBSITE_SEVERAL']],
    ['https://a.example/`', 'https://a.example/', ['WEBSITE_FORM']],
    ['\u00a0http://a.example\u00a0', 'http://a.example', ['SPACES']],
    ['javascript:alert(1)', null, ['WEBSITE_UNREADABLE']],
    ['see our page', null, ['WEBSITE_UNREADABLE']],
  ])('reads the web address %j as %j', (value, expected, repairs) => {
    expect(reading((note) => websiteOf(value, note))).toEqual([expected, repairs]);
  });

  it.each<[unknown, string | null, Repair[]]>([
    ['hello@thursdaytable.example', 'hello@thursdaytable.example', []],
    ['mailto:hello@thursdaytable.example', 'hello@thursdaytable.example', []],
    ['via website', null, ['EMPTY_VALUE']],
    ['ring us', null, ['EMAIL_UNREADABLE']],
    ['Unknown-17@noemail.invalid', null, ['EMAIL_UNREADABLE']],
  ])('reads the e-mail address %j as %j', (value, expected, repairs) => {
    expect(reading((note) => emailOf(value, note))).toEqual([expected, repairs]);
  });
});

describe('places', () => {
  it.each<[unknown, string | null, Repair[]]>([
    ['FM3 4QT', 'FM3 4QT', []],
    ['fm34qt', 'FM3 4QT', []],
    ['FM3 OHF', 'FM3 0HF', ['POSTCODE_LETTERS']],
    ['FM28 IJA', 'FM28 1JA', ['POSTCODE_LETTERS']],
    ['FM3', 'FM3', []],
    ['FM154 1HF', null, ['POSTCODE_UNREADABLE']],
    ['D02V960', null, ['POSTCODE_UNREADABLE']],
    ['Not published', null, ['EMPTY_VALUE']],
  ])('reads the postcode %j as %j', (value, expected, repairs) => {
    expect(reading((note) => postcodeOf(value, note))).toEqual([expected, repairs]);
  });

  it.each<[unknown, unknown, object | null, Repair[]]>([
    [52.4, -0.05, { latitude: 52.4, longitude: -0.05 }, []],
    ['52.4', '-0.05', { latitude: 52.4, longitude: -0.05 }, []],
    [0, 0, null, ['COORDINATES_NONE']],
    [-0.05, 52.4, { latitude: 52.4, longitude: -0.05 }, ['COORDINATES_SWAPPED']],
    [52.4, undefined, null, ['COORDINATES_UNREADABLE']],
    [520, 3, null, ['COORDINATES_UNREADABLE']],
    [null, null, null, []],
  ])('reads the coordinates %j, %j', (latitude, longitude, expected, repairs) => {
    expect(reading((note) => pointOf(latitude, longitude, note))).toEqual([expected, repairs]);
  });
});

describe('days and times', () => {
  it.each<[unknown, string | null, Repair[]]>([
    ['2026-11-22', '2026-11-22', []],
    ['13/01/2021', '2021-01-13', ['DATE_FORM']],
    ['2026-11-22T10:00:00', '2026-11-22', ['DATE_FORM']],
    ['2026-02-30', null, ['DATE_UNREADABLE']],
    ['last spring', null, ['DATE_UNREADABLE']],
  ])('reads the day %j as %j', (value, expected, repairs) => {
    expect(reading((note) => dayOf(value, note))).toEqual([expected, repairs]);
  });

  it('reads a moment without a zone as UK time, summer and winter', () => {
    expect(reading((note) => momentOf('2026-07-01T12:00:00.5', note))).toEqual([
      '2026-07-01T11:00:00.5Z',
      ['ZONE_MISSING'],
    ]);
    expect(reading((note) => momentOf('2026-12-01T12:00:00', note))).toEqual([
      '2026-12-01T12:00:00Z',
      ['ZONE_MISSING'],
    ]);
    expect(reading((note) => momentOf('2026-12-01T12:00:00+02:00', note))).toEqual(['2026-12-01T10:00:00Z', []]);
    expect(reading((note) => momentOf('yesterday', note))).toEqual([null, ['DATE_UNREADABLE']]);
  });

  it.each<[unknown, string | null, Repair[]]>([
    ['10:00', '10:00', []],
    ['10:00:00Z', '10:00', []],
    ['9am', '09:00', ['TIME_FORM']],
    ['8:30AM', '08:30', ['TIME_FORM']],
    ['4:00 PM', '16:00', ['TIME_FORM']],
    ['12am', '00:00', ['TIME_FORM']],
    ['24:00', '23:59', []],
    ['nine', null, ['TIME_UNREADABLE']],
    ['25:00', null, ['TIME_UNREADABLE']],
  ])('reads the time %j as %j', (value, expected, repairs) => {
    expect(reading((note) => timeOf(value, note))).toEqual([expected, repairs]);
  });

  it.each<[unknown, string[], Repair[]]>([
    ['TH,FR', ['THURSDAY', 'FRIDAY'], []],
    ['2MO', ['MONDAY'], []],
    ['-1FR', ['FRIDAY'], []],
    ['Monday', ['MONDAY'], ['DAY_FORM']],
    ['wed and sat', ['WEDNESDAY', 'SATURDAY'], ['DAY_FORM']],
    ['7', ['SUNDAY'], ['DAY_FORM']],
    ['someday', [], ['DAY_UNREADABLE']],
  ])('reads the days %j as %j', (value, expected, repairs) => {
    expect(reading((note) => weekdaysOf(value, note))).toEqual([expected, repairs]);
  });

  it.each<[Record<string, unknown>, string]>([
    [{ freq: 'WEEKLY', byday: 'TH', opens_at: '11:00', closes_at: '14:00' }, 'Thursdays, 11am to 2pm'],
    [
      { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opens_at: '09:00', closes_at: '17:30' },
      'Mondays to Fridays, 9am to 5:30pm',
    ],
    [{ freq: 'WEEKLY', byday: 'TU,SA', opens_at: '10:00' }, 'Tuesdays and Saturdays, from 10am'],
    [
      { freq: 'WEEKLY', interval: 2, byday: 'WE', opens_at: '10:00', closes_at: '12:00' },
      'Every other Wednesday, 10am to midday',
    ],
    [
      { freq: 'MONTHLY', byday: '2TU', opens_at: '14:00', closes_at: '16:00' },
      'Second Tuesday of the month, 2pm to 4pm',
    ],
    [{ freq: 'MONTHLY', byday: '-1FR' }, 'Last Friday of the month'],
    [{ byday: 'MO,TU,WE,TH,FR,SA,SU', opens_at: '24 Hours' }, 'Every day, day and night'],
    [{ description: 'Wednesday 10am - 4pm (term time)' }, 'Wednesday 10am - 4pm (term time)'],
  ])('says %j in words', (raw, expected) => {
    const entry = readSchedule(raw, () => undefined);
    expect(entry && describeSchedule(entry)).toBe(expected);
  });
});

describe('costs', () => {
  it.each<[Record<string, unknown>, string | null, Repair[]]>([
    [{ option: 'per hour', amount: 21.6 }, '£21.60 an hour', []],
    [{ option: 'per visit', amount: '6.50' }, '£6.50 a visit', ['AMOUNT_FORM']],
    [{ option: 'Adult', amount: '£1,200' }, '£1,200.00 (Adult)', ['AMOUNT_FORM']],
    [{ amount: 0 }, 'Free', []],
    [{ amount: 'Free' }, 'Free', ['AMOUNT_FORM']],
    [{ amount: -3, amount_description: 'Ask us' }, 'Ask us', ['AMOUNT_UNREADABLE']],
    [{ amount: 'a fiver', option: 'per session' }, 'per session', ['AMOUNT_UNREADABLE']],
    [{}, null, []],
  ])('reads %j as %j', (raw, expected, repairs) => {
    const [entry, noted] = reading((note) => readCost(raw, note));
    expect([entry && describeCost(entry), noted]).toEqual([expected, repairs]);
  });
});

describe('whole entries', () => {
  const plain = {
    id: 'b2f1c1de-0001-4000-8000-000000000001',
    name: 'Lunch',
    status: 'active',
    organization: { id: 'o', name: 'Us' },
  };

  it.each<[string, Record<string, unknown>, Repair]>([
    ['a status in another case', { status: 'Active' }, 'STATUS_FORM'],
    ['no status', { status: null }, 'STATUS_MISSING'],
    ['an age of -1', { minimum_age: -1 }, 'AGE_NONE'],
    ['an age in words', { maximum_age: 'old' }, 'AGE_UNREADABLE'],
    ['ages the wrong way round', { minimum_age: 60, maximum_age: 18 }, 'AGES_CROSSED'],
    ['no identifier', { id: undefined }, 'ID_MISSING'],
    ['an integer as identifier', { id: 17 }, 'ID_NOT_UUID'],
    ['a list that is none', { schedules: 'Mondays' }, 'PART_UNREADABLE'],
    ['an attribute without a term', { attributes: [{ id: '1' }] }, 'PART_UNREADABLE'],
    ['a term without a name', { attributes: [{ taxonomy_term: { id: 't' } }] }, 'NAME_MISSING'],
  ])('accepts and marks %s', (_what, changes, repair) => {
    const result = readService({ ...plain, ...changes });
    expect(result.ok && result.value.repairs).toContain(repair);
  });

  it.each<[unknown, string]>([
    ['text', 'NOT_AN_OBJECT'],
    [null, 'NOT_AN_OBJECT'],
    [{ ...plain, name: ' ' }, 'NAME_MISSING'],
    [{ ...plain, status: 'resting' }, 'STATUS_UNKNOWN'],
    [{ ...plain, organization: null }, 'ORGANISATION_MISSING'],
  ])('refuses %j', (row, code) => {
    const result = readService(row);
    expect(!result.ok && result.problems[0]?.code).toBe(code);
  });

  it('does not show the own mobile of a named person', () => {
    const contacts = [
      { name: 'Ada Example', phones: [{ number: '07700 900123' }] },
      { title: 'Desk', phones: [{ number: '01632 960042' }] },
    ];
    const result = readService({ ...plain, contacts });
    expect(result.ok && result.value.phone).toBe('01632 960042');
    expect(result.ok && result.value.contacts.map(({ isPublic }) => isPublic)).toEqual([false, true]);
  });

  it('takes the kind from the list "Kith kinds", and guesses none', () => {
    const kind = { taxonomy_term: { id: 'k', name: 'Community group', taxonomy: 'Kith kinds' } };
    const sorted = readService({ ...plain, attributes: [kind] });
    const unsorted = readService(plain);
    expect(sorted.ok && sorted.value.organisation.entry?.kind).toBe('COMMUNITY_GROUP');
    expect(unsorted.ok && unsorted.value.organisation.entry?.kind).toBe('UNSORTED');
  });

  it('has a sentence for every repair', () => {
    for (const sentence of Object.values(REPAIRS)) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it('knows a change from another way of writing the same', () => {
    const one = { name: 'Lunch  Club', phone: '01632 960042', days: ['a', 'b'], note: null };
    expect(
      fingerprintOf({ ...one, name: 'LUNCH club', phone: '01632960042', days: ['b', 'a'], note: undefined }),
    ).toEqual(fingerprintOf(one));
    expect(fingerprintOf({ ...one, phone: '01632 960043' })).not.toEqual(fingerprintOf(one));
  });
});
