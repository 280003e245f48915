import { describe, expect, it } from '@jest/globals';
import { readService } from '../../api/directory/entry.rules.ts';
import type { ServiceEntry } from '../../api/directory/entry.rules.ts';
import { readFeedText } from '../../api/directory/feed.rules.ts';
import type { FeedPage } from '../../api/directory/feed.rules.ts';
import { gathered, gatheredBy, isWhole, servicesOfOrganisations } from '../../api/directory/gather.rules.ts';
import { weekly } from '../../api/directory/standard-form.rules.ts';

function pageOf(document: unknown): FeedPage {
  const read = readFeedText(typeof document === 'string' ? document : JSON.stringify(document));
  if (!read.ok) throw new Error(read.problems[0]?.message);
  return read.value;
}

/** The rows of services on a page, as they are when all have landed; places are all of one service here. */
function servicesOf(page: FeedPage): unknown[] {
  const places = page.rows.filter((row) => gatheredBy(row) !== null);
  if (places.length > 0) return [gathered(places)];
  return page.kind === 'SERVICE' ? [...page.rows] : servicesOfOrganisations(page);
}

function entriesOf(document: unknown): ServiceEntry[] {
  const page = pageOf(document);
  return servicesOf(page)
    .map((row) => readService(row, page.convert))
    .map((entry) => {
      if (!entry.ok) throw new Error(entry.problems[0]?.message);
      return entry.value;
    });
}

const standard = {
  id: '5a0c1d00-0000-4000-8000-000000000001',
  name: 'Knit and natter',
  status: 'active',
  url: 'https://knit.example/',
  minimum_age: 18,
  maximum_age: 90,
  organization: { id: 'o1', name: 'Wool Circle', description: 'We knit.', website: 'https://wool.example/' },
  languages: [{ name: 'Welsh' }],
  service_areas: [{ name: 'Fenmoor' }],
  schedules: [
    { byday: 'MO,TU', opens_at: '10:00', closes_at: '12:00', freq: 'WEEKLY' },
    { description: 'Closed on these days', valid_from: '2026-12-24', valid_to: '2027-01-02' },
  ],
  service_at_locations: [
    {
      location: {
        id: 'l1',
        location_type: 'physical',
        name: 'Mill',
        addresses: [{ address_1: '1 Mill Row', city: 'Fenmoor', postal_code: 'FM1 1AA', country: 'GB' }],
        accessibility: [{ description: 'A ramp at the door' }],
      },
    },
  ],
  attributes: [
    { taxonomy_term: { id: 't1', name: 'Crafts', taxonomy: 'Topics', parent_id: 't0' } },
    { taxonomy_term: { name: 'adult', taxonomy: 'Eligibility' } },
  ],
};

const v1 = {
  id: standard.id,
  name: standard.name,
  status: 'active',
  url: standard.url,
  email: null,
  organization: { id: 'o1', name: 'Wool Circle', description: 'We knit.', url: 'https://wool.example/' },
  eligibilitys: [{ eligibility: 'adult', minimum_age: 18, maximum_age: 90 }],
  languages: [{ language: 'Welsh' }],
  service_areas: [{ service_area: 'Fenmoor' }],
  regular_schedules: [
    { id: 'r1', weekday: 1, byday: 'MO', opens_at: '10:00', closes_at: '12:00', freq: 'WEEKLY' },
    { id: 'r2', weekday: 2, byday: 'TU', opens_at: '10:00', closes_at: '12:00', freq: 'WEEKLY' },
    { id: 'r3', weekday: 7, byday: 'SU', opens_at: '', closes_at: null, freq: 'WEEKLY' },
  ],
  holiday_schedules: [{ closed: true, start_date: '2026-12-24', end_date: '2027-01-02' }],
  service_at_locations: [
    {
      id: 'x',
      location: {
        id: 'l1',
        name: 'Mill',
        physical_addresses: [{ address_1: '1 Mill Row', city: 'Fenmoor', postal_code: 'FM1 1AA', country: 'GB' }],
        accessibility_for_disabilities: [{ accessibility: 'A ramp at the door' }],
      },
    },
  ],
  service_taxonomys: [{ id: 'y', taxonomy: { id: 't1', name: 'Crafts', vocabulary: 'Topics', parent: { id: 't0' } } }],
};

describe('Open Referral UK v1', () => {
  it.each([
    ['content', { totalElements: 1, totalPages: 1, number: 1, first: true, last: true, content: [v1] }],
    ['contents', { totalElements: 1, totalPages: 1, number: 1, first: true, last: true, contents: [v1] }],
    ['a bare list', [v1]],
    ['one entry', v1],
  ])('in %s says the same as v3', (_form, document) => {
    const [[old], [today]] = [entriesOf(document), entriesOf([standard])];
    expect({ ...old, repairs: [] }).toEqual({ ...today, repairs: [] });
  });

  it('takes the widest span of ages, and keeps a contact that is marked as personal to itself', () => {
    const [entry] = entriesOf([
      {
        ...v1,
        eligibilitys: [{ minimum_age: 5, maximum_age: 11 }, { maximum_age: 16 }, { eligibility: 'family' }],
        contacts: [{ name: 'Jo', personal_data: true, phones: [{ number: '01632 960042' }] }],
      },
    ]);
    expect([entry?.minimumAge, entry?.maximumAge]).toEqual([5, 16]);
    expect(entry?.contacts.map(({ isPublic }) => isPublic)).toEqual([false]);
    expect(entry?.phone).toBeNull();
  });

  it('reads its organisations and its vocabularies', () => {
    expect(pageOf([{ id: 'o', name: 'Us', description: 'We.', url: 'https://us.example' }]).kind).toBe('ORGANISATION');
    const terms = pageOf({ content: [{ id: 't', name: 'Crafts', vocabulary: 'Topics' }], totalPages: 1, number: 0 });
    expect([terms.kind, terms.pageNumber]).toEqual(['TERM', 0]);
    expect(terms.convert({ name: 'Crafts', vocabulary: 'Topics' }, () => undefined)['taxonomy']).toBe('Topics');
  });
});

describe('Outpost', () => {
  const outpost = {
    id: 7,
    name: 'Chess for all',
    status: 'active',
    min_age: 8,
    max_age: null,
    free: true,
    organisation: { id: 3, name: null, url: null },
    locations: [
      {
        id: 1,
        name: 'Refuge',
        address_1: '9 Hidden Lane',
        city: 'Fenmoor',
        postal_code: 'fm1 2bb',
        country: 'GB',
        geometry: { type: 'Point', coordinates: [-0.1, 52.4] },
        mask_exact_address: true,
        accessibilities: [{ name: 'Quiet room' }],
      },
      {
        id: 2,
        name: 'Hall',
        postal_code: 'FM1 2BB',
        geometry: { coordinates: [-0.1, 52.4] },
        mask_exact_address: false,
      },
    ],
    contacts: [
      { id: 1, name: 'Sam', email: 'sam@chess.example', phone: '01632 960042', visible: false },
      { id: 2, name: null, email: null, phone: '01632 960043' },
    ],
    taxonomies: [{ id: 2, name: 'Clubs', parent_id: 1 }],
    send_needs: [{ id: 2, name: 'Hearing' }],
    regular_schedules: [{ id: '1', weekday: 'Monday', opens_at: '18:00', closes_at: '20:00' }],
  };

  it('is read with its own words', () => {
    const [entry] = entriesOf({ content: [outpost], totalPages: 1, number: 1 });
    expect(entry).toMatchObject({
      externalId: '7',
      minimumAge: 8,
      maximumAge: null,
      costs: [{ amountPence: 0 }],
      organisation: { externalId: '3', entry: { name: 'Chess for all' } },
      schedules: [{ days: ['MONDAY'], opensAt: '18:00' }],
      phone: '01632 960043',
    });
    expect(entry?.repairs).toContain('ORGANISATION_UNNAMED');
    expect(entry?.terms.map(({ externalId, name }) => [externalId, name])).toEqual([
      ['taxonomies-2', 'Clubs'],
      ['send_needs-2', 'Hearing'],
    ]);
    expect(entry?.contacts.map(({ isPublic }) => isPublic)).toEqual([false, true]);
  });

  it('tells of a masked place only the outward postcode', () => {
    const [masked, open] = entriesOf([outpost])[0]?.locations ?? [];
    expect(masked).toMatchObject({ name: null, addressLines: [], city: null, postcode: 'FM1', latitude: null });
    expect(masked?.hasPublicAddress).toBe(false);
    expect(masked?.accessibility).toHaveLength(1);
    expect(open).toMatchObject({ name: 'Hall', postcode: 'FM1 2BB', latitude: 52.4, longitude: -0.1 });
  });
});

describe('HSDS 3', () => {
  it('is read line by line, and a broken line among them is kept as a row', () => {
    const page = pageOf(
      [JSON.stringify(standard), '{"id": 2, "na', JSON.stringify({ ...standard, id: '2' })].join('\r\n'),
    );
    expect(page.kind).toBe('SERVICE');
    expect(page.rows[1]).toBe('{"id": 2, "na');
    expect(page.rows).toHaveLength(3);
  });

  it('takes hours and telephone numbers of a place as the service’s own', () => {
    const places = standard.service_at_locations.map((place) => ({
      ...place,
      phones: [{ number: '01632 960042' }],
      schedules: [{ byday: 'FR', opens_at: '09:00', closes_at: '10:00' }],
    }));
    const [entry] = entriesOf([{ ...standard, service_at_locations: places }]);
    expect(entry?.phone).toBe('01632 960042');
    expect(entry?.schedules.map(({ days, locationExternalId }) => [days, locationExternalId])).toEqual([
      [['MONDAY', 'TUESDAY'], null],
      [[], null],
      [['FRIDAY'], 'l1'],
    ]);
  });

  it('makes one service of all its locations, and services of what an organisation lists', () => {
    const {
      service_at_locations: [place],
      ...service
    } = standard;
    const elsewhere = { location: { id: 'l2', location_type: 'physical', name: 'Barn' } };
    const [gathered, ...others] = entriesOf([
      { id: 'a', service, ...place },
      { id: 'b', service, ...elsewhere },
    ]);
    expect(others).toEqual([]);
    expect(gathered?.locations.map(({ name }) => name)).toEqual(['Mill', 'Barn']);

    const { organization, ...own } = standard;
    const page = pageOf([{ ...organization, services: [own] }]);
    expect([page.kind, page.rows.length, servicesOf(page).length]).toEqual(['ORGANISATION', 1, 1]);
    expect(entriesOf([{ ...organization, services: [own] }])[0]?.organisation.externalId).toBe('o1');
  });
});

describe('hours by the week', () => {
  it('puts days with equal hours together and leaves out the days it is closed', () => {
    const day = (weekday: string, opens_at: string, closes_at: string) => ({ weekday, opens_at, closes_at });
    const week = [
      day('Sunday', '', ''),
      day('Monday', '9:00', '17:00'),
      day('Tuesday', '9:00', '17:00'),
      day('Friday', '9:00', '12:00'),
    ];
    expect(weekly(week)).toEqual([
      { opens_at: '9:00', closes_at: '17:00', byday: 'Monday,Tuesday' },
      { opens_at: '9:00', closes_at: '12:00', byday: 'Friday' },
    ]);
    expect(weekly([day('Sunday', '', '')])).toEqual([{ byday: 'Sunday' }]);
  });
});

describe('whether all of a feed was read', () => {
  const paged = (number: number, pages: number) =>
    pageOf({ contents: [standard], page_number: number, total_pages: pages });
  const counted = (number: number, total: number) =>
    pageOf({ contents: [standard], page_number: number, total_pages: 2, total_items: total });
  it.each<[string, FeedPage[], boolean]>([
    ['a list', [pageOf([standard])], true],
    ['every page', [paged(1, 2), paged(2, 2)], true],
    ['one page of two', [paged(1, 2)], false],
    ['the same page twice', [paged(1, 2), paged(1, 2)], false],
    ['one entry by itself', [pageOf(standard)], false],
    ['nothing', [pageOf([])], false],
    ['as many entries as it says it has', [counted(1, 2), counted(2, 2)], true],
    ['fewer entries than it says it has', [counted(1, 3), counted(2, 3)], false],
    ['a feed that grew while it was read', [counted(1, 1), counted(2, 2)], false],
  ])('knows of %s', (_what, pages, expected) => {
    expect(isWhole(pages)).toBe(expected);
  });
});
