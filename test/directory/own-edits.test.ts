import { beforeEach, afterEach, describe, expect, it } from '@jest/globals';
import type { Someone } from '../support/make.ts';
import { fedWorld, TEA, type FedWorld } from '../support/fed-world.ts';
import { codesOf, field, type Told } from '../support/world.ts';

let here: FedWorld;
beforeEach(async () => {
  here = await fedWorld();
});
afterEach(() => here.close());

const EDIT = `mutation E($input: EditServiceInput!) { editService(input: $input) { userErrors { code message field }
  service { name email phone lastChange status minimumAge maximumAge schedules { summary } } } }`;
const EDIT_ORGANISATION = `mutation E($input: EditOrganisationInput!) { editOrganisation(input: $input) {
  userErrors { code } organisation { name website lastChange } } }`;
const LIST = `mutation L($input: ListServiceInput!) { listService(input: $input) { userErrors { code field }
  service { id name status organisation { name } schedules { summary } } } }`;
const RESOLVE = `mutation R($input: ResolveConflictInput!) { resolveConflict(input: $input) { userErrors { code }
  conflict { state viewerCanDecide } } }`;
const DESK = `{ viewer { directoryDesk { conflicts { totalCount edges { node { id label ours theirs field viewerCanDecide
  service { name } organisation { name } } } } } } }`;

const edit = (who: Someone | null, entry: object, more: object = {}) =>
  here.as(who)(EDIT, { input: { serviceId: here.serviceId, entry, ...more } });
const resolve = (who: Someone | null, conflictId: string, choice: string) =>
  here.as(who)(RESOLVE, { input: { conflictId, choice } });

interface Waiting {
  readonly id: string;
  readonly label: string;
  readonly ours: string;
  readonly theirs: string;
}
async function waiting(): Promise<Waiting[]> {
  const viewer = field(await here.as(here.editor)(DESK), 'viewer') as {
    directoryDesk: { conflicts: { edges: { node: Waiting }[] } };
  };
  return viewer.directoryDesk.conflicts.edges.map(({ node }) => node);
}
async function standing(): Promise<Record<string, unknown>> {
  const [row] = await here.sql('select name, description, email, phone, status from service where id = $1', [
    here.serviceId,
  ]);
  return row ?? {};
}
const fates = ({ created, changed, unchanged }: { created: number; changed: number; unchanged: number }) => [
  created,
  changed,
  unchanged,
];
const serviceOf = (told: Told, mutation: string) => field(told, mutation)['service'];

describe('an own edit', () => {
  it('is written field by field, with who, when and what the feed said then, and found by search', async () => {
    const told = await edit(here.member, {
      name: 'Tea, talk and cake',
      phone: '01632960111',
      schedules: [{ days: ['FRIDAY'], opensAt: '10:00', closesAt: '12:00' }],
      ages: { minimum: 16, maximum: 25 },
      email: 'tea@fen.example',
    });
    expect(codesOf(told, 'editService')).toEqual([]);
    expect(serviceOf(told, 'editService')).toMatchObject({
      ...{ name: 'Tea, talk and cake', phone: '01632 960111', minimumAge: 16, maximumAge: 25 },
      schedules: [{ summary: 'Fridays, 10am to midday' }],
      lastChange: expect.stringMatching(/^Changed by those who run it on /),
    });
    const edits = await here.sql(
      'select field, value, feed_value, edited_by, edited_as from own_edit where ended_at is null order by field',
    );
    expect(edits).toMatchObject([
      { field: 'AGES', value: { minimum: 16, maximum: 25 }, feed_value: { minimum: 18, maximum: null } },
      { field: 'NAME', feed_value: 'Tea and talk', edited_by: here.member.id, edited_as: 'PROVIDER' },
      { field: 'PHONE', value: '01632 960111', feed_value: '01632 960100' },
      { field: 'SCHEDULES' },
    ]);
    const found = await here.as(null)('{ services(search: { text: "cake" }) { edges { node { name } } } }');
    expect(field(found, 'services')['edges']).toEqual([{ node: { name: 'Tea, talk and cake' } }]);
    const events = await here.sql('select type, acted_as, data from event where stream = $1', [
      `service:${here.serviceId}`,
    ]);
    expect(events).toMatchObject([
      { type: 'SERVICE_EDITED', acted_as: 'PROVIDER', data: { fields: 'NAME PHONE SCHEDULES AGES' } },
    ]);
    expect(JSON.stringify(events)).not.toContain('cake');
  });

  it('is refused with every problem at once and changes nothing', async () => {
    const told = await edit(here.manager, { name: '', website: 'nowhere', description: 'Other words' });
    expect(codesOf(told, 'editService')).toEqual(['NAME_REQUIRED', 'WEBSITE_UNREADABLE']);
    expect(serviceOf(told, 'editService')).toMatchObject({ name: 'Tea and talk' });
    expect(await here.sql('select from own_edit')).toHaveLength(0);
  });

  it('is for those who run it and for editors; others are told so', async () => {
    const change = { name: 'Coffee' };
    expect(codesOf(await edit(null, change), 'editService')).toEqual(['! UNAUTHENTICATED']);
    for (const who of [here.rival, here.broker, here.stranger]) {
      expect(codesOf(await edit(who, change), 'editService')).toEqual(['! FORBIDDEN']);
    }
    expect(serviceOf(await edit(here.editor, { name: 'Tea at four' }), 'editService')).toMatchObject({
      name: 'Tea at four',
      lastChange: expect.stringMatching(/^Changed by an editor of the directory on /),
    });
    const absent = await here.as(here.manager)(EDIT, { input: { serviceId: here.group.id, entry: change } });
    expect(codesOf(absent, 'editService')).toEqual(['! NOT_FOUND']);
  });

  it('is done once with the same key, and saying the same again keeps nothing', async () => {
    const key = { idempotencyKey: 'k1' };
    for (let turn = 0; turn < 2; turn += 1)
      expect(codesOf(await edit(here.manager, { name: 'Tea at five' }, key), 'editService')).toEqual([]);
    expect(codesOf(await edit(here.member, { name: 'Tea at five' }), 'editService')).toEqual([]);
    expect(await here.sql('select from own_edit')).toHaveLength(1);
  });
});

describe('an import', () => {
  it('writes other fields and never an edited one; what the feed says newly waits once, as a diff', async () => {
    await edit(here.manager, { name: 'Tea and cake' });
    const changed = { ...TEA, name: 'Tea & company', description: 'Tea every week.' };
    expect(fates(await here.take(changed))).toEqual([0, 1, 0]);
    expect(await standing()).toMatchObject({ name: 'Tea and cake', description: 'Tea every week.' });
    expect(await waiting()).toMatchObject([
      { label: 'Name', ours: 'Tea and cake', theirs: 'Tea & company', viewerCanDecide: true },
    ]);

    expect(fates(await here.take(changed))).toEqual([0, 0, 1]);
    expect(fates(await here.take({ ...changed, description: 'Tea twice a week.' }))).toEqual([0, 1, 0]);
    expect(await waiting()).toHaveLength(1);
    await here.take({ ...changed, name: 'Tea for all' });
    expect(await waiting()).toMatchObject([{ theirs: 'Tea for all' }]);
  });

  it('that is older than the edit, and says what it said then, is no conflict', async () => {
    await edit(here.manager, { phone: '01632 960999', schedules: [] });
    await here.take({ ...TEA, description: 'New words.' });
    expect(await waiting()).toEqual([]);
    expect(await standing()).toMatchObject({ phone: '01632 960999', description: 'New words.' });
    expect(await here.sql('select from schedule')).toHaveLength(0);
  });

  it('that goes back to the old words, or comes round to the same ones, ends the conflict by itself', async () => {
    await edit(here.manager, { name: 'Tea and cake' });
    for (const name of ['Tea and talk', 'TEA AND CAKE']) {
      await here.take({ ...TEA, name: `Tea at ${name.length}` });
      expect(await waiting()).toHaveLength(1);
      await here.take({ ...TEA, name });
      expect(await waiting()).toEqual([]);
      expect(await standing()).toMatchObject({ name: 'Tea and cake' });
    }
    expect(await here.sql("select from edit_conflict where state = 'SETTLED'")).toHaveLength(2);
  });

  it('keeps an ended service ended, and own times whole', async () => {
    await edit(here.manager, { status: 'DEFUNCT', schedules: [{ days: ['SUNDAY'], opensAt: '09:00' }] });
    await here.take({ ...TEA, description: 'Still here?', schedules: [{ id: 's', byday: 'MO', opens_at: '08:00' }] });
    expect(await standing()).toMatchObject({ status: 'DEFUNCT' });
    expect(await here.sql('select days from schedule')).toEqual([{ days: ['SUNDAY'] }]);
    expect(await waiting()).toMatchObject([{ label: 'When', ours: 'Sundays, from 9am', theirs: 'Mondays, from 8am' }]);
  });

  it('leaves an organisation’s own details alone as well', async () => {
    const input = { organisationId: here.group.id, details: { name: 'The Tea Group', website: 'tea.example' } };
    const told = await here.as(here.member)(EDIT_ORGANISATION, { input });
    expect(field(told, 'editOrganisation')).toMatchObject({
      organisation: { name: 'The Tea Group', website: 'https://tea.example' },
    });
    await here.take({
      ...TEA,
      organization: { ...TEA.organization, name: 'Tea Society', description: 'Old friends.' },
    });
    const [row] = await here.sql('select name, description from organisation where id = $1', [here.group.id]);
    expect(row).toEqual({ name: 'The Tea Group', description: 'Old friends.' });
    expect(await waiting()).toMatchObject([
      { label: 'Name', ours: 'The Tea Group', theirs: 'Tea Society', service: null },
    ]);
    for (const who of [here.rival, here.broker, here.stranger]) {
      expect(codesOf(await here.as(who)(EDIT_ORGANISATION, { input }), 'editOrganisation')).toEqual(['! FORBIDDEN']);
    }
    const bad = {
      ...input,
      details: { name: null, phone: 'x', email: 'y', website: 'z', description: 'd'.repeat(20_001) },
    };
    expect(codesOf(await here.as(here.manager)(EDIT_ORGANISATION, { input: bad }), 'editOrganisation')).toEqual([
      ...['NAME_REQUIRED', 'TEXT_TOO_LONG', 'WEBSITE_UNREADABLE', 'EMAIL_UNREADABLE', 'PHONE_UNREADABLE'],
    ]);
  });
});

describe('an editor', () => {
  const conflict = async (theirs: string): Promise<string> => {
    await here.take({ ...TEA, name: theirs });
    return (await waiting())[0]?.id ?? '';
  };

  it('keeps ours: the feed may say it again, and only something else queues', async () => {
    await edit(here.manager, { name: 'Tea and cake' });
    const id = await conflict('Tea & company');
    expect(field(await resolve(here.editor, id, 'KEEP_OURS'), 'resolveConflict')).toMatchObject({
      conflict: { state: 'KEPT', viewerCanDecide: false },
    });
    await here.take({ ...TEA, name: 'Tea & company', description: 'x' });
    expect(await waiting()).toEqual([]);
    expect(await conflict('Tea for two')).not.toBe('');
    expect(await standing()).toMatchObject({ name: 'Tea and cake' });
    expect(codesOf(await resolve(here.editor, id, 'TAKE_THEIRS'), 'resolveConflict')).toEqual(['CONFLICT_DECIDED']);
  });

  it('takes the feed’s: it stands, and imports write the field again', async () => {
    await edit(here.manager, { name: 'Tea and cake', schedules: [{ days: ['SUNDAY'] }] });
    await here.take({ ...TEA, name: 'Tea & company', schedules: [{ id: 's', byday: 'MO', opens_at: '08:00' }] });
    for (const { id } of await waiting())
      expect(codesOf(await resolve(here.editor, id, 'TAKE_THEIRS'), 'resolveConflict')).toEqual([]);
    expect(await standing()).toMatchObject({ name: 'Tea & company' });
    expect(await here.sql('select days, opens_at from schedule')).toEqual([{ days: ['MONDAY'], opens_at: '08:00:00' }]);
    await here.take({ ...TEA, name: 'Tea for two' });
    expect(await standing()).toMatchObject({ name: 'Tea for two' });
    expect(await waiting()).toEqual([]);
  });

  it('decides alone: members see it and may not, others do not see it', async () => {
    await edit(here.manager, { name: 'Tea and cake' });
    const id = await conflict('Tea & company');
    expect(codesOf(await resolve(null, id, 'KEEP_OURS'), 'resolveConflict')).toEqual(['! UNAUTHENTICATED']);
    expect(codesOf(await resolve(here.manager, id, 'KEEP_OURS'), 'resolveConflict')).toEqual(['! FORBIDDEN']);
    for (const who of [here.rival, here.broker, here.stranger]) {
      expect(codesOf(await resolve(who, id, 'KEEP_OURS'), 'resolveConflict')).toEqual(['! NOT_FOUND']);
    }
    expect((await here.as(here.broker)(DESK)).data).toEqual({ viewer: { directoryDesk: null } });
  });

  it('sees the conflict pass over to a later edit, or settle when that says what the feed says', async () => {
    await edit(here.manager, { name: 'Tea and cake' });
    const id = await conflict('Tea & company');
    await edit(here.manager, { name: 'Tea and biscuits' });
    expect(await waiting()).toMatchObject([{ id, ours: 'Tea and biscuits', theirs: 'Tea & company' }]);
    await edit(here.manager, { name: 'tea & company' });
    expect(await waiting()).toEqual([]);
  });
});

describe('a service that comes from no feed', () => {
  it('is listed by members and editors, stays through imports, and is found', async () => {
    const entry = { name: 'Evening tea', schedules: [{ days: ['MONDAY'], opensAt: '18:00' }], areas: ['Fenmoor'] };
    const input = { organisationId: here.group.id, entry };
    for (const who of [here.rival, here.broker, here.stranger]) {
      expect(codesOf(await here.as(who)(LIST, { input }), 'listService')).toEqual(['! FORBIDDEN']);
    }
    expect(codesOf(await here.as(null)(LIST, { input }), 'listService')).toEqual(['! UNAUTHENTICATED']);
    const nameless = { ...input, entry: { description: 'x' } };
    expect(codesOf(await here.as(here.manager)(LIST, { input: nameless }), 'listService')).toEqual(['NAME_REQUIRED']);
    expect(serviceOf(await here.as(here.member)(LIST, { input }), 'listService')).toMatchObject({
      ...{ name: 'Evening tea', status: 'ACTIVE', organisation: { name: 'Tea Group' } },
      schedules: [{ summary: 'Mondays, from 6pm' }],
    });
    await here.take(TEA);
    expect(await here.sql('select unlisted_on from service where feed_id is null')).toEqual([{ unlisted_on: null }]);
    expect(codesOf(await here.as(here.editor)(LIST, { input }), 'listService')).toEqual([]);
    const found = await here.as(null)('{ services(search: { text: "evening" }) { totalCount } }');
    expect(field(found, 'services')['totalCount']).toBe(2);
  });
});
