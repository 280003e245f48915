import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { readService } from '../../api/directory/entry.rules.ts';
import type { ServiceEntry } from '../../api/directory/entry.rules.ts';
import { readPackage } from '../../api/directory/package.rules.ts';
import type { Tables } from '../../api/directory/package.rules.ts';
import { describeSchedule } from '../../api/directory/schedule.rules.ts';
import { textOfFile } from '../../api/directory/text-encoding.ts';
import { readTable } from '../../api/directory/read-tables.ts';
import { readFeedText } from '../../api/directory/feed.rules.ts';
import type { Repair } from '../../api/directory/repair.rules.ts';

type Fields = Record<string, unknown>;

const ID = 'd1a70000-0000-4000-8000-000000000001';
const clean: Fields = {
  id: ID,
  name: 'Knit and natter',
  status: 'active',
  organization: { id: 'd1a70000-0000-4000-8000-000000000002', name: 'Wool Circle' },
};
const phone = (number: unknown, more: Fields = {}): Fields => ({ phones: [{ number, ...more }] });
const address = (fields: Fields): Fields => at({ addresses: [fields] });
const at = (location: Fields): Fields => ({
  service_at_locations: [{ location: { id: 'l1', location_type: 'physical', ...location } }],
});
const opening = (...schedules: Fields[]): Fields => ({ schedules });

const phonesIn = ({ contacts }: ServiceEntry) => contacts.map((contact) => contact.phone);
const postcodeIn = ({ locations }: ServiceEntry) => locations[0]?.postcode;
const pointIn = ({ locations }: ServiceEntry) => [locations[0]?.latitude, locations[0]?.longitude];
const whenIn = ({ schedules }: ServiceEntry) => schedules.map((schedule) => describeSchedule(schedule));
const nowhere: ServiceEntry['locations'] = [];

// The kind of dirt; the fields that have it; where to look; what is kept; how it is marked on the entry.
type Dirt = [string, Fields, (entry: ServiceEntry) => unknown, unknown, Repair[]];

const identity: Dirt[] = [
  ['an integer as identifier', { id: 4711 }, (e) => e.externalId, '4711', ['ID_NOT_UUID']],
  ['figures as identifier', { id: '4711' }, (e) => e.externalId, '4711', ['ID_NOT_UUID']],
  ['no identifier', { id: null }, (e) => e.externalId.slice(0, 5), 'made-', ['EMPTY_VALUE', 'ID_MISSING']],
  ['zeros as identifier', { id: '00000000' }, (e) => e.externalId.slice(0, 5), 'made-', ['EMPTY_VALUE', 'ID_MISSING']],
];

const references: Dirt[] = [
  ['a place that is not told of', { service_at_locations: [{ id: 'p', location_id: 'gone' }] }, (e) => e.locations, nowhere, ['LOCATION_UNKNOWN']],
  ['0 for no place', { service_at_locations: [{ id: 'p', location_id: 0 }] }, (e) => e.locations, nowhere, ['EMPTY_VALUE']],
  ['no place at all', {}, (e) => e.locations, nowhere, []],
  ['0 for no wider term', { attributes: [{ taxonomy_term: { id: 't', name: 'Wool', parent_id: '0' } }] }, (e) => e.terms[0]?.parentExternalId, null, ['EMPTY_VALUE']],
  ['an attribute whose term is not told of', { attributes: [{ taxonomy_term_id: 'gone' }] }, (e) => e.terms, [], ['PART_UNREADABLE']],
]; // prettier-ignore

const values: Dirt[] = [
  ['NA', { description: 'NA' }, (e) => e.description, null, ['EMPTY_VALUE']],
  ['not known', { description: 'Not known' }, (e) => e.description, null, ['EMPTY_VALUE']],
  ['--', { fees: '--' }, (e) => e.feesDescription, null, ['EMPTY_VALUE']],
  ['00000000', phone('00000000'), phonesIn, [], ['EMPTY_VALUE']],
  ['“via website” as e-mail address', { email: 'via website' }, (e) => e.email, null, ['EMPTY_VALUE']],
  ['an e-mail address that cannot be', { email: 'Unknown-17@noemail.invalid' }, (e) => e.email, null, ['EMAIL_UNREADABLE']],
  ['an e-mail address among words', { email: 'desk@wool.example or ring' }, (e) => e.email, 'desk@wool.example', ['EMAIL_FORM']],
  ['-1 for no limit of age', { minimum_age: -1, maximum_age: -1 }, (e) => [e.minimumAge, e.maximumAge], [null, null], ['AGE_NONE']],
  ['0 for no limit of age', { minimum_age: 0, maximum_age: 0 }, (e) => [e.minimumAge, e.maximumAge], [0, null], ['AGE_NONE']],
  ['Active', { status: 'Active' }, (e) => e.status, 'ACTIVE', ['STATUS_FORM']],
  ['temporarily closed', { status: 'temporarily closed' }, (e) => e.status, 'TEMPORARILY_CLOSED', []],
  ['no status', { status: '' }, (e) => e.status, 'ACTIVE', ['EMPTY_VALUE', 'STATUS_MISSING']],
  ['E0800009, which lost a zero', { service_areas: [{ name: 'E0800009' }] }, (e) => e.areas, ['E08000009'], ['AREA_CODE']],
]; // prettier-ignore

const phones: Dirt[] = [
  ['a lost zero', phone('1617960123'), phonesIn, ['0161 796 0123'], ['PHONE_ZERO']],
  ['a lost zero, as a number', phone(1617960123), phonesIn, ['0161 796 0123'], ['PHONE_ZERO']],
  ['two numbers', phone('01632 960042 / 01632 960077'), phonesIn, ['01632 960042', '01632 960077'], ['PHONE_SEVERAL']],
  ['two numbers with a space alone', phone('01632 960042 01632 960077'), phonesIn, ['01632 960042', '01632 960077'], ['PHONE_SEVERAL']],
  ['the end of the next number', phone('01632960042/43'), phonesIn, ['01632 960042', '01632 960043'], ['PHONE_SEVERAL']],
  ['short Irish numbers', phone('097 00 400 / 097 00 174'), phonesIn, ['097 00400', '097 00174'], ['PHONE_SEVERAL']],
  ['an extension', phone('01632 960042 ext 303'), (e) => [e.contacts[0]?.phone, e.contacts[0]?.phoneExtension], ['01632 960042', '303'], ['PHONE_FORM']],
  ['a label', phone('Wool Circle MAPS: 0117 496 0111'), (e) => [e.contacts[0]?.phone, e.contacts[0]?.phoneDescription], ['0117 496 0111', 'Wool Circle MAPS'], ['PHONE_FORM']],
  ['hours behind the number', phone('01632 960042 (9am - 5pm)'), (e) => [e.contacts[0]?.phone, e.contacts[0]?.phoneDescription], ['01632 960042', '9am - 5pm'], ['PHONE_FORM']],
  ['a full stop', phone('01632 960042.'), phonesIn, ['01632 960042'], []],
  ['a leading space', phone(' 01632 960042'), phonesIn, ['01632 960042'], ['SPACES']],
  ['0044', phone('0044 7700 900123'), phonesIn, ['07700 900123'], ['PHONE_FORM']],
  ['the area code in a column of its own', phone('960042', { area_code: '01632' }), phonesIn, ['01632 960042'], []],
  ['an American area code in a column of its own', phone('555-0142', { area_code: '305' }), phonesIn, ['+1 305 555 0142'], ['PHONE_FORM']],
]; // prettier-ignore

const postcodes: Dirt[] = [
  ['O for 0', address({ postal_code: 'FM15 OHF' }), postcodeIn, 'FM15 0HF', ['POSTCODE_LETTERS']],
  ['I for 1', address({ postal_code: 'FM28 IJA' }), postcodeIn, 'FM28 1JA', ['POSTCODE_LETTERS']],
  ['a figure too many', address({ postal_code: 'FM154 1HF' }), postcodeIn, null, ['POSTCODE_UNREADABLE']],
  ['a letter too many', address({ postal_code: 'FM3 4QTX' }), postcodeIn, 'FM3', ['POSTCODE_PART']],
  ['the first half alone', address({ postal_code: 'FM16' }), postcodeIn, 'FM16', []],
  ['a trailing space', address({ postal_code: 'FM3 4QT ' }), postcodeIn, 'FM3 4QT', ['SPACES']],
  ['an Eircode', address({ postal_code: 'D99V960', city: 'Anytown' }), postcodeIn, null, ['POSTCODE_UNREADABLE']],
  ['none', address({ city: 'Anytown' }), postcodeIn, null, []],
]; // prettier-ignore

const places: Dirt[] = [
  ['[0, 0]', at({ latitude: 0, longitude: 0 }), pointIn, [null, null], ['COORDINATES_NONE']],
  ['["0", "0"]', at({ latitude: '0', longitude: '0' }), pointIn, [null, null], ['COORDINATES_NONE']],
  ['no coordinates', at({ latitude: 'NA', longitude: null }), pointIn, [null, null], []],
  ['coordinates the wrong way round', at({ latitude: -0.05, longitude: 52.4 }), pointIn, [52.4, -0.05], ['COORDINATES_SWAPPED']],
  ['various locations', address({ address_1: 'Various locations', city: 'Fenmoor' }), (e) => [e.locations[0]?.addressLines, postcodeIn(e)], [['Various locations'], null], []],
  ['an address to be masked', at({ mask_exact_address: true, name: 'The House', latitude: 52.4, longitude: -0.05, addresses: [{ address_1: '1 Any Row', city: 'Fenmoor', postal_code: 'FM3 4QT' }] }), (e) => [e.locations[0]?.name, e.locations[0]?.addressLines, postcodeIn(e), ...pointIn(e)], [null, [], 'FM3', null, null], ['ADDRESS_HIDDEN']],
]; // prettier-ignore

const websites: Dirt[] = [
  ['no scheme', { url: 'www.wool.example' }, (e) => e.website, 'https://www.wool.example', ['WEBSITE_FORM']],
  ['two in one', { url: 'http://wool.example / http://knit.example' }, (e) => e.website, 'http://wool.example', ['WEBSITE_FORM', 'WEBSITE_SEVERAL']],
  ['a space inside that does not break', { url: 'https://wool.example/\u00a0about' }, (e) => e.website, 'https://wool.example/about', ['SPACES', 'WEBSITE_FORM']],
  ['a back-tick', { url: 'https://wool.example`' }, (e) => e.website, 'https://wool.example', ['WEBSITE_FORM']],
  ['a doubled scheme', { url: 'https://http://wool.example' }, (e) => e.website, 'http://wool.example', ['WEBSITE_FORM']],
  ['a page of a network as the organisation', { organization: { id: 'o', name: 'Us', uri: 'https://www.facebook.com/us' } }, (e) => e.organisation.entry?.website, 'https://www.facebook.com/us', []],
  ['an example as the area', { service_areas: [{ name: 'Fenmoor', uri: 'http://www.example.com' }] }, (e) => e.areas, ['Fenmoor'], []],
  ['no address at all', { url: 'ask us' }, (e) => e.website, null, ['WEBSITE_UNREADABLE']],
]; // prettier-ignore

const texts: Dirt[] = [
  ['HTML and entities', { description: '<h1>Wool</h1><p>Tea &amp; cake&nbsp;too</p>' }, (e) => e.description, 'Wool\nTea & cake too', ['MARKUP', 'SPACES']],
  ['CRLF', { description: 'One\r\ntwo' }, (e) => e.description, 'One\ntwo', ['SPACES']],
  ['spaces around a name', { name: '  Knit and natter ' }, (e) => e.name, 'Knit and natter', ['SPACES']],
  ['spaces that do not break', { name: 'Knit\u00a0and natter' }, (e) => e.name, 'Knit and natter', ['SPACES']],
  ['a line end of another kind', { description: 'One\u2028two' }, (e) => e.description, 'One\ntwo', ['SPACES']],
]; // prettier-ignore

const schedules: Dirt[] = [
  ['8:30AM', opening({ byday: 'MO', opens_at: '8:30AM', closes_at: '4:00 PM' }), whenIn, ['Mondays, 8:30am to 4pm'], ['TIME_FORM']],
  ['9am', opening({ byday: 'MO', opens_at: '9am' }), whenIn, ['Mondays, from 9am'], ['TIME_FORM']],
  ['24 Hours', opening({ byday: 'MO', opens_at: '24 Hours' }), whenIn, ['Mondays, day and night'], ['TIME_FORM']],
  ['24 Hours as closing time', opening({ byday: 'MO', closes_at: '24 hours' }), whenIn, ['Mondays, day and night'], ['TIME_FORM']],
  ['both times in one field', opening({ byday: 'MO', opens_at: '9 - 5pm' }), whenIn, ['Mondays, 9am to 5pm'], ['TIME_FORM']],
  ['times among the dates', opening({ freq: 'WEEKLY', byday: 'MO', dtstart: '2026-01-05T09:00:00', until: '2026-01-05T17:00:00' }), (e) => [whenIn(e), e.schedules[0]?.validTo], [['Mondays, 9am to 5pm'], null], ['DATE_FORM', 'TIME_IN_DATE']],
  ['times in place of the dates', opening({ byday: 'MO', dtstart: '09:00', until: '17:00' }), whenIn, ['Mondays, 9am to 5pm'], ['TIME_IN_DATE']],
  ['blank days that are closed', opening({ byday: 'MO', opens_at: '10:00' }, { byday: 'SU', opens_at: '', closes_at: '' }), whenIn, ['Mondays, from 10am'], []],
  ['monday', opening({ byday: 'monday', opens_at: '10:00' }), whenIn, ['Mondays, from 10am'], ['DAY_FORM']],
  ['Mon-Fri', opening({ byday: 'Mon - Fri', opens_at: '10:00' }), whenIn, ['Mondays to Fridays, from 10am'], ['DAY_FORM']],
  ['weekday 7', opening({ weekday: 7, opens_at: '10:00' }), whenIn, ['Sundays, from 10am'], ['DAY_FORM']],
  ['daily', opening({ freq: 'DAILY', opens_at: '10:00' }), whenIn, ['Every day, from 10am'], []],
  ['two openings a day', opening({ byday: 'MO', opens_at: '09:00', closes_at: '12:00' }, { byday: 'MO', opens_at: '13:00', closes_at: '17:00' }), whenIn, ['Mondays, 9am to midday', 'Mondays, 1pm to 5pm'], []],
  ['two openings in one field', opening({ opens_at: '9:00-12:00, 13:00-17:00' }), whenIn, ['9:00-12:00, 13:00-17:00'], ['TIME_WORDS']],
  ['free text', opening({ description: 'Wednesday 10am - 4pm (term time)' }), whenIn, ['Wednesday 10am - 4pm (term time)'], []],
  ['closing after midnight', opening({ byday: 'FR', opens_at: '22:00', closes_at: '03:00' }), whenIn, ['Fridays, 10pm to 3am'], []],
  ['an event that is over', opening({ dtstart: '2020-03-12T19:00:00', until: '2020-03-12T21:00:00' }), (e) => [e.status, e.schedules[0]?.validFrom, e.schedules[0]?.validTo], ['ACTIVE', '2020-03-12', '2020-03-12'], ['DATE_FORM', 'TIME_IN_DATE']],
]; // prettier-ignore

const money: Dirt[] = [
  ['an amount as text', { cost_options: [{ amount: '4.00' }] }, (e) => e.costs[0]?.amountPence, 400, ['AMOUNT_FORM']],
  ['what it is for as a type', { cost_options: [{ amount: 4, cost_type: 'per session' }] }, (e) => e.costs[0]?.option, 'per session', []],
  ['a price in words', { fees: '£4 a session, first one free' }, (e) => [e.feesDescription, e.costs], ['£4 a session, first one free', []], []],
]; // prettier-ignore

describe('the dirt of feeds', () => {
  describe.each([
    ['identifiers', identity],
    ['references', references],
    ['values', values],
    ['telephone numbers', phones],
    ['postcodes', postcodes],
    ['places', places],
    ['web addresses', websites],
    ['text', texts],
    ['opening times', schedules],
    ['money', money],
  ])('in %s', (_what, kinds) => {
    it.each(kinds)('survives %s, and is marked', (_kind, fields, lookAt, kept, repairs) => {
      const read = readService({ ...clean, ...fields });
      expect(read.ok && { kept: lookAt(read.value), repairs: read.value.repairs }).toEqual({ kept, repairs });
    });
  });

  it.each<[string, Fields, string]>([
    ['a name that says nothing', { name: 'Unnamed record' }, 'NAME_MISSING'],
    ['0 for no organisation', { organization: undefined, organization_id: 0 }, 'ORGANISATION_MISSING'],
    ['a status nobody knows', { status: 'resting' }, 'STATUS_UNKNOWN'],
  ])('is kept aside with the reason when it is %s', (_kind, fields, reason) => {
    const read = readService({ ...clean, ...fields });
    expect(!read.ok && read.problems[0]?.code).toBe(reason);
  });
});

async function rowsIn(bytes: Buffer): Promise<readonly unknown[]> {
  const open = () => Promise.resolve(Readable.from([bytes]));
  const file = { name: 'table.csv', path: 'table.csv', size: bytes.length, open };
  const rows: unknown[] = [];
  for await (const read of readTable(textOfFile(file))) if (read.ok) rows.push(...read.value);
  return rows;
}

describe('the dirt of tables', () => {
  const tables = async (files: Record<string, string>) => {
    const read = Object.entries(files).map(async ([name, text]) => [name, await rowsIn(Buffer.from(text))] as const);
    return readPackage(new Map(await Promise.all(read)) as Tables);
  };
  const servicesIn = async (files: Record<string, string>) =>
    (await tables({ organizations: 'id,name\no1,Us\n', ...files }))
      .filter(({ kind }) => kind === 'SERVICE')
      .flatMap(({ rows, convert }) => rows.map((row) => readService(row, convert)))
      .map((read) => (read.ok ? read.value : null));

  it('survives places that were renumbered, so that nothing points at them any longer', async () => {
    const [entry] = await servicesIn({
      services: 'id,organization_id,name\ns1,o1,Lunch\n',
      service_at_location: 'id,service_id,location_id\np1,s1,17\n',
      locations: 'id,name\n99,Hall\n',
    });
    expect(entry?.locations).toEqual([]);
    expect(entry?.repairs).toContain('LOCATION_UNKNOWN');
  });

  it('survives several identifiers in one cell, of which some are gone', async () => {
    const [entry] = await servicesIn({
      services: 'id,organization_id,name\ns1,"30116,o1",Lunch\n',
      service_at_location: 'id,service_id,location_id\np1,"s1,s2",l1\n',
      locations: 'id,name\nl1,Hall\n',
    });
    expect([entry?.organisation.externalId, entry?.locations[0]?.name]).toEqual(['o1', 'Hall']);
  });

  it('survives two wider terms in one cell, and wider terms by their code', async () => {
    const [terms] = await tables({
      organizations: 'id,name\n',
      services: 'id,name\n',
      taxonomy_terms: 'id,taxonomy_id,name,parent_id\n1,10,Food,\n2,101,Lunch,10\n3,102,Tea,"99,1"\n',
    });
    expect(terms?.rows.map((row) => (row as Fields)['parent_id'])).toEqual([undefined, '1', '1']);
  });

  it.each<[string, Buffer]>([
    ['a byte-order mark', Buffer.from('\ufeffid,name\r\n1,"Two\r\nlines"\r\n')],
    ['UTF-16', Buffer.from('\ufeffid,name\r\n1,"Two\r\nlines"\r\n', 'utf16le')],
    ['line ends of both kinds', Buffer.from('id,name\n1,"Two\r\nlines"\r\n')],
  ])('survives %s, and lines inside a cell', async (_kind, bytes) => {
    expect(await rowsIn(bytes)).toEqual([{ id: '1', name: 'Two\r\nlines' }]);
  });

  it('survives a byte-order mark before JSON', () => {
    const read = readFeedText(`\ufeff${JSON.stringify([clean])}`);
    expect(read.ok && read.value.rows).toHaveLength(1);
  });
});
