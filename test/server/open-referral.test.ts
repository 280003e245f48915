import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerPostcodes } from '../../api/directory/register-postcodes.ts';
import { page as pageOf, service } from '../directory/world.ts';
import { everything, openWorld } from './open-referral-world.ts';
import type { OpenWorld } from './open-referral-world.ts';

const TERM = '10000000-0000-4000-8000-0000000000a1';
const NARROWER = '10000000-0000-4000-8000-0000000000a2';
const OTHER_TERM = '10000000-0000-4000-8000-0000000000a3';
const HALL = '10000000-0000-4000-8000-0000000000b1';
const SECRET = '10000000-0000-4000-8000-0000000000b3';

const sortedUnder = (id: string, name: string, more: object = {}) => ({
  attributes: [{ taxonomy_term: { id, name, taxonomy: `${name} list`, ...more } }],
});
const at = (id: string, latitude: number, longitude: number, postcode: string) => ({
  service_at_locations: [
    {
      location: {
        ...{ id, location_type: 'physical', name: 'Fen Hall', latitude, longitude },
        addresses: [{ address_1: '1 Any Row', city: 'Fenmoor', postal_code: postcode, country: 'GB' }],
      },
    },
  ],
});

// Everything that a filter can ask about, as the official validator looks for it.
const rich = service({
  ...{ name: 'Lantern lunch club', description: 'Soup and company.', minimum_age: 60, maximum_age: 90 },
  last_modified: '2026-06-01T10:00:00Z',
  schedules: [{ freq: 'WEEKLY', byday: 'TH', opens_at: '11:00', closes_at: '14:00' }],
  contacts: [{ name: 'Ada Named', title: 'Desk', phones: [{ number: '01632 960001' }] }],
  ...sortedUnder(NARROWER, 'Lunch', { parent_id: TERM }),
  ...at(HALL, 52.4, -0.05, 'FM1 1AA'),
});
const wide = service({ name: 'Meals', ...sortedUnder(TERM, 'Meals') });
const other = service({
  ...{ name: 'Toddler group', minimum_age: 0, maximum_age: 4, last_modified: '2026-01-01T10:00:00Z' },
  schedules: [{ freq: 'WEEKLY', byday: 'MO', opens_at: '09:00', closes_at: '10:30' }],
  ...sortedUnder(OTHER_TERM, 'Play'),
  ...at('10000000-0000-4000-8000-0000000000b2', 52.6, -0.05, 'FM9 1AA'),
});
const untold = service({ name: 'Untold', status: 'inactive' });

let world: OpenWorld;
let folder: string;
const idsOf = async (path: string) => (await world.page(path)).contents.map(({ id }) => id);

async function fileOf(name: string, rows: unknown[]): Promise<string> {
  await writeFile(join(folder, name), JSON.stringify(pageOf(rows)));
  return join(folder, name);
}

beforeAll(async () => {
  world = await openWorld();
  folder = await mkdtemp(join(tmpdir(), 'kith-open-'));
  await world.take(await fileOf('licensed.json', [rich, wide, other, untold]));
  await world.take(await fileOf('unlicensed.json', [service({ name: 'Of unknown licence' })]), null);
  await registerPostcodes(world.system(), [{ code: 'FM1 1AB', latitude: 52.401, longitude: -0.05 }]);
}, 60_000);
afterAll(async () => {
  await world.end();
  await rm(folder, { recursive: true });
});

describe('the filters of the open directory', () => {
  it.each([
    ['search=lantern'],
    ['search=SOUP+company'],
    ['minimum_age=70'],
    ['minimum_age=60&maximum_age=90'],
    ['day=TH'],
    ['day=thursday&start_time=11:00&end_time=14:00'],
    ['start_time=13:30&end_time=18:00'],
    ['modified_after=2026-06-01T10:00:00Z'],
    [`taxonomy_term_id=${NARROWER}`],
    [`taxonomy_term_id=${TERM}`],
    [`organization_id=${(rich['organization'] as { id: string }).id}`],
    ['postcode=FM1%201AB&proximity=1000'],
    ['minimum_age=70&day=TH&search=lunch&start_time=12:00&postcode=fm11ab&proximity=1000'],
  ])('%s gives the entry that has it and not the one that has not', async (query) => {
    const ids = await idsOf(`/services?${query}`);
    expect(ids).toContain(rich['id']);
    expect(ids).not.toContain(other['id']);
    expect(ids).not.toContain(undefined);
  });

  it('gives what stands below a term, and what is in a taxonomy', async () => {
    expect(await idsOf(`/services?taxonomy_term_id=${TERM}`)).toEqual([rich['id'], wide['id']]);
    expect(await idsOf(`/services?taxonomy_term_id=${NARROWER},${OTHER_TERM}`)).toEqual([rich['id'], other['id']]);
    const { contents } = await world.page('/taxonomies?search=play');
    expect(contents.map(({ name }) => name)).toEqual(['Play list']);
    expect(await idsOf(`/services?taxonomy_id=${contents[0]?.id}`)).toEqual([other['id']]);
    expect(await idsOf(`/taxonomy_terms?parent_id=${TERM}`)).toEqual([NARROWER]);
    expect(await idsOf('/taxonomy_terms?top_only=true')).toEqual([TERM, OTHER_TERM]);
  });

  it('finds places by nearness, the nearest first', async () => {
    const names = async (query: string) =>
      (await world.page(`/service_at_locations?${query}`)).contents.map(
        (place) => (place['service'] as { name: string }).name,
      );
    expect(await names('postcode=FM1+1AB&proximity=1000')).toEqual(['Lantern lunch club']);
    expect(await names('postcode=FM1+1AB&proximity=30000')).toEqual(['Lantern lunch club', 'Toddler group']);
    expect(await names('postcode=FM9+1AA')).toEqual(['Toddler group', 'Lantern lunch club']);
  });

  it.each([
    ['page=0', /page must be a whole number from 1/],
    ['per_page=1001', /per_page must be a whole number from 1 to 1000/],
    ['taxonomy_term_id=lunch', /must be a UUID/],
    ['day=someday', /must be a day such as/],
    ['start_time=25:00', /must be a time such as/],
    ['start_time=14:00&end_time=11:00', /end_time must not be before/],
    ['modified_after=yesterday', /must be a moment such as/],
    ['postcode=nowhere', /not a UK postcode/],
    ['postcode=ZZ9+9ZZ', /do not know where ZZ9 9ZZ is/],
    ['proximity=100', /Give a postcode with proximity/],
    ['format=xml', /must be json or ndjson/],
    ['full=perhaps', /must be true or false/],
  ])('refuses %s with a sentence', async (query, sentence) => {
    const response = await world.ask(`/services?${query}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const { errors } = (await response.json()) as { errors: { message: string }[] };
    expect(errors.map(({ message }) => message).join('\n')).toMatch(sentence);
  });
});

describe('the open directory', () => {
  it.each(['per_page', 'perPage'])('gives every entry once, page by page (%s)', async (parameter) => {
    const first = await world.page(`/services?${parameter}=3`);
    const last = await world.page(`/services?${parameter}=3&page=2`);
    expect([...first.contents, ...last.contents].map(({ id }) => id)).toEqual([rich, wide, other, untold].map(({ id }) => id)); // prettier-ignore
    expect({ ...first, contents: [] }).toEqual({
      ...{ total_items: 4, total_pages: 2, page_number: 1, size: 3, first_page: true, last_page: false, empty: false },
      contents: [],
    });
    expect([last.size, last.first_page, last.last_page]).toEqual([1, false, true]);
    const beyond = await world.page(`/services?${parameter}=3&page=7`);
    expect([beyond.empty, beyond.last_page, beyond.size, beyond.total_items]).toEqual([true, true, 0, 4]);
    expect(await everything(world, '/services', 1)).toHaveLength(4);
  });

  it('keeps back whatever has no licence, whoever is not listed, and the names of people', async () => {
    const all = JSON.stringify([
      ...(await everything(world, '/services', 50)),
      ...(await everything(world, '/organizations', 50)),
      ...(await everything(world, '/service_at_locations', 50)),
    ]);
    expect(all).not.toMatch(/Of unknown licence|Ada Named/);
    expect(all).toMatch(/01632 960001/);

    const { id } = other['organization'] as { id: string };
    await world.sql(`update organisation set is_listed = false where open_id = '${id}'`);
    expect(await idsOf('/services')).not.toContain(other['id']);
    expect((await world.ask(`/services/${String(other['id'])}`)).status).toBe(404);
    expect((await world.ask(`/organizations/${id}`)).status).toBe(404);
    await world.sql(`update organisation set is_listed = true where open_id = '${id}'`);
  });

  it('tells of a secret place its district, and finds it from the middle of that district only', async () => {
    const secret = service({ name: 'Harbour', ...at(SECRET, 52.3, -0.3, 'FM7 1AA') });
    const near = service({ name: 'Open door', ...at('10000000-0000-4000-8000-0000000000b4', 52.32, -0.3, 'FM7 2BB') });
    await world.take(await fileOf('secret.json', [secret, near]));
    await world.sql(`update location set has_public_address = false where open_id = '${SECRET}'`);

    const told = (await (await world.ask(`/services/${String(secret['id'])}`)).json()) as Record<string, unknown>;
    const [place] = told['service_at_locations'] as { location: Record<string, unknown> }[];
    expect(place?.location).toEqual({
      ...{ id: SECRET, location_type: 'physical' },
      description: 'The address is confidential. It is in FM7.',
    });
    expect(JSON.stringify(told)).not.toMatch(/FM7 1AA|Any Row|52\.3|Fen Hall/);

    // Its own postcode is no longer known here, and the district is now where the other place is.
    await registerPostcodes(world.system(), [{ code: 'FM7 1AA', latitude: 52.3, longitude: -0.3 }]);
    expect(await idsOf('/services?postcode=FM7+1AA&proximity=1500')).toEqual([]);
    expect(await idsOf('/services?postcode=FM7+2BB&proximity=100')).toEqual([near['id'], secret['id']].sort());
    const { contents } = await world.page('/service_at_locations?postcode=FM7+2BB&proximity=100');
    expect(contents.map(({ service_id }) => service_id).sort()).toEqual([near['id'], secret['id']].sort());
    await world.sql(`delete from service where open_id in ('${String(secret['id'])}', '${String(near['id'])}')`);
  });

  it('tells as much as is asked for', async () => {
    const [minimal] = (await world.page('/services?minimal=true')).contents;
    expect(Object.keys(minimal ?? {})).toEqual(['id', 'name', 'status', 'last_modified']);
    const [summary] = (await world.page('/services?full=false')).contents;
    expect(summary).toHaveProperty('organization.name');
    expect(summary).not.toHaveProperty('schedules');
    const owner = (rich['organization'] as { id: string }).id;
    const response = await world.ask(`/organizations/${owner}?full_service=true`);
    expect(await response.json()).toHaveProperty('services.0.schedules.0.byday', 'TH');
    const lines = await (await world.ask('/services?format=ndjson&per_page=2')).text();
    expect(lines.trim().split('\n').map((line) => (JSON.parse(line) as { id: string }).id)).toEqual([rich['id'], wide['id']]); // prettier-ignore
  });

  it('lets any site read, and spares who has the answer already', async () => {
    const first = await world.ask('/services');
    const tag = first.headers.get('etag') ?? '';
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    const again = await world.ask('/services', { headers: { 'if-none-match': `"other", W/${tag}` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await world.ask('/services?page=2', { headers: { 'if-none-match': tag } })).status).toBe(200);
    expect((await world.ask('/services', { method: 'OPTIONS' })).status).toBe(204);
    expect((await world.ask('/services', { method: 'DELETE' })).status).toBe(404);
    for (const path of ['/nothing', '/services/x', `/services/${TERM}`, `/taxonomies/${TERM}`]) {
      const response = await world.ask(path);
      expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([404, '*']);
    }
  });

  it('publishes the same identifier of two feeds once under it, and once under another', async () => {
    const twin = join(folder, 'twin.json');
    await writeFile(twin, JSON.stringify(pageOf([{ ...rich, name: 'Lantern lunch club, again' }])));
    await world.take(twin);
    const all = await everything(world, '/services', 50);
    expect(new Set(all.map(({ id }) => id)).size).toBe(5);
    expect(all.find(({ id }) => id === rich['id'])?.name).toBe('Lantern lunch club');
    expect((await world.page('/services?search=lantern')).total_items).toBe(2);
  });
});
