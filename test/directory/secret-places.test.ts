import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pino from 'pino';
import { readContacts } from '../../api/directory/contact.rules.ts';
import { exportDirectory } from '../../api/directory/export-directory.ts';
import { registerPostcodes } from '../../api/directory/register-postcodes.ts';
import { isMarkedSecret, isSecretService } from '../../api/directory/secret-place.rules.ts';
import { ANONYMOUS } from '../../api/common/viewer.ts';
import { importDirectory } from '../../api/offers/import-directory.ts';
import { makeContext } from '../../api/platform/context.ts';
import { openDatabase } from '../../api/platform/database.ts';
import type { Database } from '../../api/platform/database.ts';
import { field, world } from '../support/world.ts';
import type { World } from '../support/world.ts';
import { page, service } from './world.ts';

type Fields = Record<string, unknown>;
const at = (location: Fields, address: Fields = {}): Fields => ({
  service_at_locations: [
    {
      location: {
        ...{
          id: `place of ${String(location['name'])}`,
          location_type: 'physical',
          latitude: 52.4123,
          longitude: -0.0567,
        },
        addresses: [
          { address_1: '17 Hidden Row', city: 'Hiddenham', postal_code: 'FM8 4QT', country: 'GB', ...address },
        ],
        ...location,
      },
    },
  ],
});
const hidden: [string, Fields][] = [
  ['the flag of a feed', service({ name: 'Shore', ...at({ name: 'Hidden Shore House', mask_exact_address: true }) })],
  ['words about the place', service({ name: 'Cove', ...at({ name: 'Hidden Cove House', description: 'The address is confidential.' }) })],
  ['words in place of the street', service({ name: 'Bay', ...at({ name: 'Hidden Bay House' }, { address_1: 'Confidential' }) })],
  ['its name', service({ name: 'Fen Women’s Refuge', description: 'We are at FM8 4QT.', ...at({ name: 'Hidden Fen House' }) })],
  ['its kind', service({ name: 'Harbour', attributes: [{ taxonomy_term: { id: 't', name: 'Refuges' } }], ...at({ name: 'Hidden Harbour House' }) })],
]; // prettier-ignore
const hall = service({ name: 'Open door', ...at({ name: 'Hall', latitude: 52.45, longitude: -0.05 }, { address_1: '2 Any Row', city: 'Fenmoor', postal_code: 'FM8 1AA' }) }); // prettier-ignore
const WHEREABOUTS = /Hidden|FM8 4QT|52\.41|0\.0567/;

describe('secret places', () => {
  let here: World;
  let system: Database;
  let folder: string;
  const context = (db: Database) => makeContext({ viewer: ANONYMOUS, db, log: pino({ level: 'silent' }) });
  const take = async (rows: Fields[]) => {
    const file = join(folder, 'feed.json');
    await writeFile(file, JSON.stringify(page(rows)));
    await importDirectory(context(system), file, { licence: 'OGL-UK-3.0' });
  };
  const open = async (path: string) => (await fetch(`${here.url}/open-referral-uk/v3${path}`)).text();

  beforeAll(async () => {
    here = await world();
    system = await openDatabase({ url: here.database.systemUrl, entities: [], size: 2 });
    folder = await mkdtemp(join(tmpdir(), 'kith-secret-'));
    await take([hall, ...hidden.map(([, row]) => row)]);
    await registerPostcodes(context(system), [{ code: 'FM8 4QT', latitude: 52.4123, longitude: -0.0567 }]);
  }, 60_000);
  afterAll(async () => {
    await system.close();
    await here.close();
    await rm(folder, { recursive: true });
  });

  const PLACES = `locations { hasPublicAddress name latitude longitude address { lines city county postcode } }`;

  it('are kept without anything that would find the door', async () => {
    for (const table of ['service', 'location', 'service_search', 'postcode']) {
      const rows = await here.sql(`select * from ${table}`);
      const told = JSON.stringify(rows.filter((row: Fields) => row['code'] !== 'FM8 4QT' && row['name'] !== 'Hall'));
      expect(rows.length).toBeGreaterThan(0);
      // The identifier in the feed is the publisher's own.
      expect(told.replace(/"external_id":"[^"]*"/g, '')).not.toMatch(WHEREABOUTS);
    }
  });

  it('are told by their district in GraphQL, and found from the middle of it', async () => {
    const query = `query Near { services(search: { near: "FM8 4QT" }, first: 20) {
      edges { distanceMiles node { name description ${PLACES} } } } }`;
    const answer = await here.as(null)(query);
    const { edges } = field(answer, 'services') as { edges: Edge[] };
    expect(edges.map(({ node }) => node.name).sort()).toEqual(['Bay', 'Cove', 'Fen Women’s Refuge', 'Harbour', 'Open door', 'Shore']); // prettier-ignore
    expect(JSON.stringify(answer.body)).not.toMatch(WHEREABOUTS);
    // From the very door of each they are as far as the middle of the district, where the one open place is.
    expect(new Set(edges.map(({ distanceMiles }) => distanceMiles))).toEqual(new Set([2.6]));
    const secrets = edges.filter(({ node }) => node.name !== 'Open door').flatMap(({ node }) => node.locations);
    expect(secrets).toHaveLength(hidden.length);
    for (const place of secrets)
      expect(place).toEqual({
        ...{ hasPublicAddress: false, name: null, latitude: null, longitude: null },
        address: { lines: [], city: null, county: null, postcode: 'FM8' },
      });
  });

  it('are told by their district in the open directory and in its files', async () => {
    for (const path of [
      '/services',
      '/service_at_locations',
      '/organizations?full_service=true',
      '/services?format=ndjson',
    ])
      expect(await open(path)).not.toMatch(WHEREABOUTS);
    expect(await open('/services?postcode=FM8+4QT&proximity=2000')).toMatch('"total_items":0,');
    expect(await open('/services?postcode=FM8+1AA&proximity=100')).toMatch('"total_items":6,');

    await exportDirectory(here.contextOf(null), 'hsds-3.1', join(folder, 'out'));
    const files = await readdir(join(folder, 'out'));
    const texts = await Promise.all(files.map((name) => readFile(join(folder, 'out', name), 'utf8')));
    expect(texts.join()).not.toMatch(WHEREABOUTS);
    expect(texts.join()).toMatch('The address is confidential. It is in FM8.');
  });

  it('stay secret when a feed says nothing of it any longer but is still a refuge, and open when the feed opens them', async () => {
    const [, [, cove = {}] = [], , [, refuge = {}] = []] = hidden;
    const opened = { ...cove, ...at({ name: 'Hidden Cove House', description: 'Blue door.' }) };
    await take([opened, refuge]);
    const rows = await here.sql(
      `select service.name, location.has_public_address, location.postcode from service
       join service_at_location placed on placed.service_id = service.id join location on location.id = placed.location_id
       where service.name in ('Cove', 'Fen Women’s Refuge') order by 1`,
    );
    expect(rows).toEqual([
      { name: 'Cove', has_public_address: true, postcode: 'FM8 4QT' },
      { name: 'Fen Women’s Refuge', has_public_address: false, postcode: 'FM8' },
    ]);
  });
});

interface Edge {
  readonly distanceMiles: number | null;
  readonly node: { readonly name: string; readonly locations: readonly Fields[] };
}

describe('what makes a place secret', () => {
  it.each<[Fields, Fields, boolean]>([
    [{ mask_exact_address: true }, {}, true],
    [{ mask_exact_address: 'true' }, {}, true],
    [{ mask_exact_address: false }, {}, false],
    [{ has_public_address: false }, {}, true],
    [{}, { is_confidential: 1 }, true],
    [{}, { address_1: 'Address withheld' }, true],
    [{}, { address_1: 'WITHHELD' }, true],
    [{ description: 'This is a secret location.' }, {}, true],
    [{ description: 'The location is not disclosed.' }, {}, true],
    [{ description: 'A hall with a secret garden; a lovely location.' }, {}, false],
    [{ description: 'Your address is kept confidential.' }, {}, false],
    [{}, { address_1: '1 Secret Street' }, false],
  ])('%j with the address %j: %s', (location, address, expected) => {
    expect(isMarkedSecret(location, address)).toBe(expected);
  });

  it.each<[string, string | null, string[], boolean]>([
    ['Fenmoor Women’s Refuge', null, [], true],
    ['Domestic abuse refuge', null, [], true],
    ['Harbour', null, ['Refuge'], true],
    ['Harbour', null, ['Women’s refuges'], true],
    ['Harbour', 'The address is confidential.', [], true],
    ['Hope', 'We help you to find a refuge.', ['Domestic abuse'], false],
    ['Refugee welcome', null, ['Refugees'], false],
    ['Fen cat refuge', null, ['Refuges'], false],
    ['Harbour', null, ['Wildlife refuges'], false],
    ['Samaritans', 'What you say and your address are confidential.', [], false],
  ])('the service %j, “%s”, sorted under %j: %s', (name, description, terms, expected) => {
    expect(isSecretService({ name, description }, terms.map((term) => ({ name: term })))).toBe(expected); // prettier-ignore
  });
});

describe('what belongs to a person', () => {
  const MOBILE = { number: '07700 900123' };
  const DESK = { number: '01632 960042' };
  it.each<[string, Fields, [string | null, string | null, boolean][]]>([
    ['the own mobile of somebody', { name: 'Ada', phones: [MOBILE] }, [[null, '07700 900123', false]]],
    ['the own mailbox of somebody', { name: 'Ada', email: 'ada@gmail.com' }, [['ada@gmail.com', null, false]]],
    ['the mobile of a role that one person has', { title: 'Secretary', phones: [MOBILE] }, [[null, '07700 900123', false]]],
    ['a desk with a mobile', { title: 'Bookings', phones: [MOBILE] }, [[null, '07700 900123', true]]],
    ['the mailbox of a company', { name: 'Ada', email: 'desk@fen.example' }, [['desk@fen.example', null, true]]],
    ['both, apart from each other', { name: 'Ada', email: 'desk@fen.example', phones: [MOBILE, DESK] }, [['desk@fen.example', '01632 960042', true], [null, '07700 900123', false]]],
    ['a private mailbox beside a desk', { name: 'Ada', email: 'ada@gmail.com', phones: [DESK] }, [[null, '01632 960042', true], ['ada@gmail.com', null, false]]],
    ['what the feed marks as public', { name: 'Ada', email: 'ada@gmail.com', phones: [MOBILE], is_public: true }, [['ada@gmail.com', '07700 900123', true]]],
    ['what the feed marks as private', { title: 'Desk', phones: [DESK], is_public: false }, [[null, '01632 960042', false]]],
  ])('is known by %s', (_what, contact, expected) => {
    const contacts = readContacts({ contacts: [contact] }, () => undefined);
    expect(contacts.map(({ email, phone, isPublic }) => [email, phone, isPublic])).toEqual(expected);
  }); // prettier-ignore

  it('is not what stands on the service itself', () => {
    const [phone] = readContacts({ phones: [MOBILE] }, () => undefined);
    expect(phone).toMatchObject({ phone: '07700 900123', isPublic: true });
  });
});
