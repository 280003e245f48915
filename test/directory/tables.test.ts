import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readService } from '../../api/directory/entry.rules.ts';
import type { ServiceEntry } from '../../api/directory/entry.rules.ts';
import { fromMapped, readMapping } from '../../api/directory/mapping.rules.ts';
import { readMappedList } from '../../api/directory/read-tables.ts';
import { importDirectory } from '../../api/offers/import-directory.ts';
import { makeDirectoryWorld, rowsOf } from './world.ts';
import type { DirectoryWorld } from './world.ts';

let world: DirectoryWorld;
beforeAll(async () => {
  world = await makeDirectoryWorld();
});
afterAll(() => world.close());

async function folderOf(name: string, files: Record<string, string>): Promise<string> {
  const folder = join(world.folder, name);
  await mkdir(folder);
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
  return folder;
}

async function countsOf(source: string): Promise<number[]> {
  const account = await importDirectory(world.system(), source);
  expect(account.problems).toEqual([]);
  return [account.read, account.created, account.changed, account.unchanged, account.quarantined];
}

const places = {
  'organizations.csv': 'id,name,description,url\no1,Wool Circle,We knit.,wool.example\n',
  'services.csv': 'id,organization_id,name,status,email\ns1,o1,Knit and natter,active,\ns2,nowhere,Lost,active,\n',
  'locations.csv': 'id,organization_id,name,latitude,longitude\nl1,o1,Mill,52.4,-0.1\n',
};

const packages: [string, Record<string, string>][] = [
  [
    'hsds-1.1',
    {
      ...places,
      'services_at_location.csv': 'id,service_id,location_id\np1,s1,l1\n',
      'physical_addresses.csv':
        'id,location_id,address_1,city,state_province,postal_code,country\na1,l1,1 Mill Row,Fenmoor,,FM1 1AA,GB\n',
      'phones.csv': 'id,service_id,number\nn1,s1,01632 960042\n',
      'regular_schedules.csv':
        'id,service_id,weekday,opens_at,closes_at\n1,s1,Monday,10:00,12:00\n2,s1,Tuesday,10:00,12:00\n3,s1,Sunday,,\n',
      'eligibility.csv': 'id,service_id,minimum_age,maximum_age\ne1,s1,18,90\n',
      'services_taxonomy.csv': 'id,service_id,taxonomy_id\nx1,s1,t1\n',
      'taxonomy.csv': 'id,name,parent_id,vocabulary\nt1,Crafts,,Topics\n',
    },
  ],
  [
    'hsds-2.0',
    {
      ...places,
      'service_at_location.csv': 'id,service_id,location_id\n,s1,l1\n',
      'addresses.csv':
        'id,location_id,address_1,city,state_province,postal_code,country\n,l1,1 Mill Row,Fenmoor,,FM1 1AA,GB\n',
      'phones.csv': 'id,location_id,number\n,l1,01632 960042\n',
      'schedules.csv': 'id,location_id,freq,byday,opens_at,closes_at\n,l1,WEEKLY,"MO,TU",10:00,12:00\n',
      'eligibilities.csv': 'id,service_id,eligibility,minimum_age,maximum_age\n,s1,,18,90\n',
      'service_attributes.csv': 'id,service_id,taxonomy_term_id\n,s1,t1\n',
      'taxonomy_terms.csv': 'id,term,taxonomy\nt1,Crafts,Topics\n',
    },
  ],
  [
    'hsds-3.x',
    {
      ...places,
      'organizations.csv': 'id,name,description,website\no1,Wool Circle,We knit.,https://wool.example/\n',
      'services.csv':
        'id,organization_id,name,status,minimum_age,maximum_age\ns1,o1,Knit and natter,active,18,90\ns2,nowhere,Lost,active,,\n',
      'service_at_location.csv': 'id,service_id,location_id\np1,s1,l1\n',
      'addresses.csv':
        'id,location_id,address_1,city,postal_code,country,address_type\na1,l1,1 Mill Row,Fenmoor,FM1 1AA,GB,physical\n',
      'contacts.csv': 'id,service_id,title\nc1,s1,Desk\n',
      'phones.csv': 'id,contact_id,number\nn1,c1,"""01632 960042"""\n',
      'schedules.csv': 'id,service_at_location_id,freq,byday,opens_at,closes_at\nh1,p1,WEEKLY,"MO,TU",10:00,12:00\n',
      'attributes.csv': 'id,link_id,link_entity,taxonomy_term_id\nx1,s1,service,t1\n',
      'taxonomy_terms.csv': 'id,name,taxonomy\nt1,Crafts,Topics\n',
      'datapackage.json': '{"resources": [{"name": "services", "path": "services.csv"}]}',
    },
  ],
];

describe('packages of tables', () => {
  it.each(packages)('of %s go in whole, and change nothing the second time', async (name, files) => {
    const folder = await folderOf(name, files);
    expect(await countsOf(folder)).toEqual([4, 3, 0, 0, 1]);
    expect(await countsOf(folder)).toEqual([4, 0, 0, 3, 1]);
    const [found] = await rowsOf(
      world,
      `select s.name, s.phone, s.minimum_age, s.maximum_age, o.name as organisation, l.postcode, l.latitude,
         h.days, h.opens_at::text, t.name as term, t.taxonomy, (select count(*) from schedule where service_id = s.id) as schedules
       from service s join feed f on f.id = s.feed_id join organisation o on o.id = s.organisation_id
       join service_at_location p on p.service_id = s.id join location l on l.id = p.location_id
       join schedule h on h.service_id = s.id join service_term st on st.service_id = s.id
       join taxonomy_term t on t.id = st.term_id where f.key like $1`,
      [`%/${name}`],
    );
    expect(found).toEqual({
      name: 'Knit and natter',
      phone: '01632 960042',
      minimum_age: 18,
      maximum_age: 90,
      organisation: 'Wool Circle',
      postcode: 'FM1 1AA',
      latitude: 52.4,
      days: ['MONDAY', 'TUESDAY'],
      opens_at: '10:00:00',
      term: 'Crafts',
      taxonomy: 'Topics',
      schedules: 1,
    });
  });

  it('are read by the names in datapackage.json too, follow several identifiers in a cell, and are refused when cut', async () => {
    const named = await folderOf('named', {
      'services.csv': 'id,organization_id,name\n1,o,Lunch\n2,o,Tea\n',
      'who.csv': 'id,name,description\no,Us,We.\n',
      'locations.csv': 'id,name\nl,Hall\n',
      'service_at_location.csv': 'id,service_id,location_id\n1,"1,2",l\n',
      'datapackage.json': '{"resources": [{"name": "organizations", "path": "who.csv"}]}',
    });
    expect(await countsOf(named)).toEqual([3, 3, 0, 0, 0]);
    expect(
      await rowsOf(
        world,
        "select count(*) as n from service_at_location p join location l on l.id = p.location_id where l.name = 'Hall'",
      ),
    ).toEqual([{ n: 2 }]);

    const cut = await folderOf('cut', { 'services.csv': 'id,name\n1,"Lun', 'locations.csv': 'id\n' });
    const account = await importDirectory(world.system(), cut);
    expect([account.read, account.problems[0]?.code]).toEqual([0, 'ENDS_MIDWAY']);
    const alone = await importDirectory(world.system(), join(cut, 'services.csv'));
    expect(alone.problems[0]?.sentence).toMatch(/Give the folder/);
  });
});

/** The first page of a list, or why it is none. */
async function listOf(text: string) {
  const pieces = async function* () {
    yield* await Promise.resolve([text.slice(0, 20), text.slice(20)]);
  };
  const { value } = await readMappedList(pieces(), null).next();
  if (value === undefined) throw new Error('A list has a page, or a reason why not.');
  return value;
}

async function entryOf(text: string): Promise<ServiceEntry> {
  const page = await listOf(text);
  if (!page.ok) throw new Error(page.problems[0]?.message);
  const entry = readService(page.value.rows[0], page.value.convert);
  if (!entry.ok) throw new Error(entry.problems[0]?.message);
  return entry.value;
}

describe('lists that are mapped', () => {
  it('knows the register of the Care Quality Commission, with the lines above its headings', async () => {
    const entry = await entryOf(
      [
        'Register of services,,,,,,,,',
        ',,,,,,,,',
        'Name,Address,Postcode,Phone number,Service types,Specialisms/services,Provider name,Local authority,CQC Location ID (for office use only)',
        'Fen View,"1 Any Row, Fenmoor",FM1 1AA,1632960042,Residential homes|Nursing homes,Dementia,Fen Care Ltd,"Fen, Moor and Mere",1-100000001',
      ].join('\n'),
    );
    expect(entry).toMatchObject({
      externalId: '1-100000001',
      name: 'Fen View',
      phone: '01632 960042',
      description: 'For: Dementia',
      areas: ['Fen, Moor and Mere'],
      organisation: { entry: { name: 'Fen Care Ltd', kind: 'PROVIDER' } },
      locations: [{ addressLines: ['1 Any Row'], city: 'Fenmoor', postcode: 'FM1 1AA' }],
    });
    expect(entry.terms.map(({ name }) => name)).toEqual(['Provider', 'Residential homes', 'Nursing homes']);
    expect(entry.repairs).toEqual(['ID_NOT_UUID', 'PHONE_ZERO']);
  });

  it('knows the Charity Commission’s extract and does not show what may be a trustee’s own', async () => {
    const heading =
      'registered_charity_number\tcharity_name\tcharity_contact_phone\tcharity_contact_email\tcharity_registration_status';
    const own = await entryOf(`${heading}\n1\tWool Circle\t07700900123\tjo@gmail.com\tRegistered\n`);
    expect([own.phone, own.email, own.status]).toEqual([null, null, 'ACTIVE']);
    expect(own.contacts.map(({ isPublic }) => isPublic)).toEqual([false, false]);
    const office = await entryOf(`${heading}\n1\tWool Circle\t01632960042\toffice@wool.example\tRemoved\n`);
    expect([office.phone, office.email, office.status]).toEqual(['01632 960042', 'office@wool.example', 'DEFUNCT']);
  });

  it('knows food banks and any plain list', async () => {
    const bank = await entryOf(
      'Name,Referral method,Opening times,Address,Postcode,Contact,Website\nFen Larder,Voucher,Wednesday 10am - 4pm (term time),"Hall, Fenmoor",FM1 1AA,help@larder.example,larder.example\n',
    );
    expect(bank).toMatchObject({
      description: 'How to be referred: Voucher',
      email: 'help@larder.example',
      schedules: [{ description: 'Wednesday 10am - 4pm (term time)' }],
      organisation: { entry: { kind: 'COMMUNITY_GROUP' } },
    });
    expect(await entryOf('Group;Phone number;Post code\nTea;01632 960042;FM1\n')).toMatchObject({
      name: 'Tea',
      phone: '01632 960042',
    });
    expect(await listOf('colour,size\nblue,3\n')).toMatchObject({ problems: [{ code: 'OTHER_FORMAT' }] });
  });

  it('reads a mapping that somebody wrote, and says what is wrong with it', () => {
    const mapping = readMapping({ name: 'Clubs', columns: { name: 'Enw', telephone: ['Ffôn'] } });
    if (!mapping.ok) throw new Error('The mapping is good.');
    expect(fromMapped(mapping.value)({ Enw: 'Te', Ffôn: '01632 960042' }, () => undefined)).toMatchObject({
      name: 'Te',
    });
    expect(readMapping({ columns: { name: 'x', colour: 'y' } })).toMatchObject({
      problems: [{ code: 'MAPPING_UNREADABLE' }],
    });
    expect(readMapping({ columns: { id: 'x' } })).toMatchObject({ problems: [{ message: /column holds the name/ }] });
  });

  it('reads only the newest copy of a list out of a folder, and knows it as the same list', async () => {
    const folder = await folderOf('copies', {
      'clubs_2025-04.csv': 'id,name,postcode\n1,Tea,FM1 1AA\n',
      'clubs_2026-06.csv': 'id,name,postcode\n1,Tea,FM1 1AA\n2,Chess,FM1 1AB\n',
    });
    const account = await importDirectory(world.system(), folder);
    expect([account.read, account.problems.map(({ code }) => code)]).toEqual([2, ['OLDER_COPY']]);
    const older = await importDirectory(world.system(), join(folder, 'clubs_2025-04.csv'));
    expect([older.created, older.unchanged]).toEqual([0, 1]);
  });
});
