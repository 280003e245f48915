import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registrationsOf } from '../../api/directory/registration.queries.ts';
import { importDirectory } from '../../api/offers/import-directory.ts';
import { inTransaction } from '../../api/platform/transaction.ts';
import { type Organisation, type Someone, TODAY } from '../support/make.ts';
import { codesOf, field, type World, world } from '../support/world.ts';
import { makeDirectoryWorld, rowsOf, service, type DirectoryWorld } from './world.ts';

let here: World;
let directory: DirectoryWorld;
let folder: string;
beforeAll(async () => {
  [here, directory] = await Promise.all([world(), makeDirectoryWorld()]);
  folder = await mkdtemp(join(tmpdir(), 'kith-registrations-'));
});
afterAll(async () => {
  await Promise.all([here.close(), directory.close(), rm(folder, { recursive: true, force: true })]);
});

const REGISTER = [
  'Location ID,Location Name,Provider ID,Provider Name,Dormant (Y/N),Location Latest Overall Rating,Publication Date,Location HSCA start date,Service types,Regulated activity - Personal care,Regulated activity - Nursing care',
  '1-900000010,Ferry House,1-900000001,Ferry Care Ltd,N,Requires improvement,03/03/2026,01/10/2019,Residential homes,Y,',
  '1-900000011,Ferry Annexe,1-900000001,Ferry Care Ltd,Y,,,,Nursing homes,,',
].join('\n');

const facts = (name: string) =>
  rowsOf<Record<string, unknown>>(
    directory,
    `select r.regulator, r.identifier, r.status, r.activities, r.rating, r.rated_on, r.starts_on, r.as_of
     from registration r left join service s on s.id = r.service_id join organisation o on o.id = r.organisation_id
     where coalesce(s.name, o.name) = $1 order by r.as_of, r.identifier`,
    [name],
  );

describe('a register that is imported', () => {
  const later = () => ({
    ...directory.system(),
    now: () =>
      directory
        .system()
        .now()
        .add({ hours: 24 * 40 }),
  });

  it('tells of each service, and of who runs it, with the day', async () => {
    const file = await directory.file('register.csv', REGISTER);
    const first = await importDirectory(directory.system(), file);
    expect([first.problems, first.created]).toEqual([[], 2]);
    expect(await facts('Ferry House')).toEqual([
      {
        ...{ regulator: 'CQC', identifier: '1-900000010', status: 'ACTIVE', activities: ['PERSONAL_CARE'] },
        ...{ rating: 'Requires improvement', rated_on: '2026-03-03', starts_on: '2019-10-01', as_of: TODAY },
      },
    ]);
    expect(await facts('Ferry Annexe')).toMatchObject([
      { status: 'DORMANT', activities: ['ACCOMMODATION_WITH_CARE', 'NURSING_CARE'], rating: null },
    ]);
    expect(await facts('Ferry Care Ltd')).toMatchObject([
      { identifier: '1-900000001', status: 'ACTIVE', rating: null },
    ]);
  });

  it('says the same again: one fact, as of the later day', async () => {
    const again = await importDirectory(later(), join(directory.folder, 'register.csv'));
    expect([again.unchanged, again.changed]).toEqual([2, 0]);
    const [only, ...more] = await facts('Ferry House');
    expect(more).toEqual([]);
    expect(String(only?.['as_of']) > TODAY).toBe(true);
    expect(await facts('Ferry Care Ltd')).toMatchObject([{ as_of: only?.['as_of'] }]);
  });

  it('says something else: what it said before is kept', async () => {
    await directory.file('register.csv', REGISTER.replace('Requires improvement,03/03/2026', 'Good,04/11/2026'));
    const muchLater = {
      ...directory.system(),
      now: () =>
        directory
          .system()
          .now()
          .add({ hours: 24 * 80 }),
    };
    await importDirectory(muchLater, join(directory.folder, 'register.csv'));
    expect(await facts('Ferry House')).toMatchObject([
      { rating: 'Requires improvement', rated_on: '2026-03-03' },
      { rating: 'Good', rated_on: '2026-11-04' },
    ]);
  });

  it('no longer lists a service: whether it is registered is not known', async () => {
    await directory.file('register.csv', REGISTER.split('\n').slice(0, 2).join('\n'));
    await importDirectory(later(), join(directory.folder, 'register.csv'));
    const [annexe] = await rowsOf<{ id: string }>(directory, "select id from service where name = 'Ferry Annexe'");
    const known = await inTransaction(directory.stranger(), (tx) => registrationsOf(tx, annexe?.id ?? ''));
    expect(known.filter(({ identifier }) => identifier === '1-900000011').map(({ status }) => status)).toEqual([
      'UNKNOWN',
    ]);
  });

  it('knows an identifier that another feed only names', async () => {
    const named = service({
      organization: {
        id: 'council-says',
        name: 'Ferry Care',
        organization_identifiers: [{ identifier_scheme: 'GB-CQC', identifier_type: 'CQC', identifier: '1-900000001' }],
      },
    });
    await importDirectory(directory.system(), await directory.file('council.json', [named]));
    const [found] = await rowsOf<{ id: string }>(directory, 'select id from service where name = $1', [named['name']]);
    const known = await inTransaction(directory.stranger(), (tx) => registrationsOf(tx, found?.id ?? ''));
    expect(known.map(({ status }) => status).sort()).toEqual(['ACTIVE', 'UNKNOWN']);
  });

  it('is also read from the files of a package', async () => {
    const files = {
      'organizations.csv': 'id,name\no1,Wool Circle\n',
      'services.csv': 'id,organization_id,name,status\ns1,o1,Knit and natter,active\n',
      'organization_identifiers.csv':
        'id,organization_id,identifier_scheme,identifier_type,identifier\ni1,o1,GB-CHC,Charity number,1999999\n',
    };
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    await importDirectory(directory.system(), folder);
    expect(await facts('Wool Circle')).toMatchObject([{ regulator: 'CHARITY_COMMISSION', identifier: '1999999' }]);
  });
});

describe('recordRegistration', () => {
  const RECORD = `mutation Record($input: RecordRegistrationInput!) { recordRegistration(input: $input) {
    organisation { registrations { status rating summary isNewest } } userErrors { code message field } } }`;
  let provider: Organisation;
  let serviceId: string;
  let editor: Someone;
  let authority: Organisation;
  beforeAll(async () => {
    authority = await here.make.authority();
    provider = await here.make.provider();
    serviceId = await here.make.service(provider);
    editor = await here.make.member(authority, 'EDITOR');
  });
  const input = (changes: Record<string, unknown> = {}) => ({
    organisationId: provider.id,
    ...{ regulator: 'CQC', identifier: '1-900000099', status: 'ACTIVE', source: 'cqc.example' },
    ...changes,
  });
  const record = async (who: Someone | null, changes: Record<string, unknown> = {}) =>
    here.as(who)(RECORD, { input: input(changes) });

  it('keeps what was recorded before as history, and leaves its event', async () => {
    expect(codesOf(await record(editor, { rating: 'Good' }), 'recordRegistration')).toEqual([]);
    const told = await record(editor, { status: 'SUSPENDED' });
    expect(field(told, 'recordRegistration')['organisation']).toEqual({
      registrations: [
        expect.objectContaining({ status: 'SUSPENDED', isNewest: true }),
        expect.objectContaining({ status: 'ACTIVE', rating: 'Good', isNewest: false }),
      ],
    });
    const events = await here.sql("select data from event where type = 'REGISTRATION_RECORDED' and stream = $1", [
      `organisation:${provider.id}`,
    ]);
    expect(events).toHaveLength(2);
  });

  it('is shown on the service to everybody, with what is known of who runs it', async () => {
    await record(editor, { serviceId, identifier: '1-900000098', activities: ['PERSONAL_CARE'] });
    const told = await here.as(null)(
      'query Q($id: ID!) { service(id: $id) { registrations { identifier activities } } }',
      {
        id: serviceId,
      },
    );
    expect(field(told, 'service')['registrations']).toContainEqual({
      identifier: '1-900000098',
      activities: ['PERSONAL_CARE'],
    });
  });

  it('answers the same key once', async () => {
    const once = { identifier: '1-900000097', idempotencyKey: 'once' };
    await record(editor, once);
    await record(editor, once);
    expect(await here.sql('select from registration where identifier = $1', ['1-900000097'])).toHaveLength(1);
  });

  it('says every problem at once', async () => {
    const told = await record(editor, { identifier: ' ', source: ' ', rating: 'x'.repeat(101), asOf: '2999-01-01' });
    expect(codesOf(told, 'recordRegistration')).toEqual([
      'IDENTIFIER_NOT_VALID',
      'RATING_NOT_VALID',
      'SOURCE_NOT_VALID',
      'DAY_AHEAD',
    ]);
    expect(
      codesOf(await record(editor, { startsOn: '2026-01-02', endsOn: '2026-01-01' }), 'recordRegistration'),
    ).toEqual(['DAYS_CROSSED']);
  });

  it('is for editors of the directory alone', async () => {
    const manager = await here.make.manager(provider);
    const broker = await here.make.broker(authority);
    for (const who of [manager, broker])
      expect(codesOf(await record(who), 'recordRegistration')).toEqual(['! FORBIDDEN']);
    expect(codesOf(await record(null), 'recordRegistration')).toEqual(['! UNAUTHENTICATED']);
  });

  it('finds no organisation or service that is not there, nor a service of another', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(codesOf(await record(editor, { organisationId: nobody }), 'recordRegistration')).toEqual(['! NOT_FOUND']);
    expect(codesOf(await record(editor, { serviceId: nobody }), 'recordRegistration')).toEqual(['! NOT_FOUND']);
    const other = await here.make.service(await here.make.provider('Another'));
    expect(codesOf(await record(editor, { serviceId: other }), 'recordRegistration')).toEqual(['! BAD_USER_INPUT']);
  });
});
