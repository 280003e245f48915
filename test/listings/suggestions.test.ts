import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { fedWorld, type FedWorld } from '../support/fed-world.ts';
import type { Someone } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';
import { codesOf, field } from '../support/world.ts';

let here: FedWorld;
beforeAll(async () => {
  here = await fedWorld();
});
afterAll(() => here.close());

const SUGGEST = `mutation S($input: SuggestChangeInput!) { suggestChange(input: $input) { userErrors { code field } service { name phone } } }`;
const TELL = `mutation S($input: SuggestListingInput!) { suggestListing(input: $input) { userErrors { code field } } }`;
const ACCEPT = `mutation A($input: AcceptSuggestionInput!) { acceptSuggestion(input: $input) { userErrors { code }
  suggestion { state changes { field isAccepted was } service { name organisation { name kind } } } } }`;
const DECLINE = `mutation D($input: DeclineSuggestionInput!) { declineSuggestion(input: $input) { userErrors { code }
  suggestion { state reason } } }`;
const ONE = `query S($id: ID!) { suggestion(id: $id) { kind state why contact organisationName viewerCanDecide
  changes { field label was suggested hasChangedSince isAccepted } service { name } organisation { name } } }`;
const DESK = '{ viewer { directoryDesk { suggestions { totalCount edges { node { id why } } } } } }';

const suggest = (who: Someone | null, entry: object, more: object = {}) =>
  here.as(who)(SUGGEST, { input: { serviceId: here.serviceId, entry, why: 'I was there on Tuesday.', ...more } });
const accept = (who: Someone | null, suggestionId: string, more: object = {}) =>
  here.as(who)(ACCEPT, { input: { suggestionId, ...more } });
const decline = (who: Someone | null, suggestionId: string, reason = 'We rang them.') =>
  here.as(who)(DECLINE, { input: { suggestionId, reason } });
const latest = async () => {
  const [row] = await here.sql<{ id: string }>('select id from suggestion order by made_at desc limit 1');
  await here.sql("update suggestion_source set made_at = made_at - interval '2 hours'");
  return row?.id ?? '';
};
const read = async (who: Someone | null, id: string) => (await here.as(who)(ONE, { id })).data?.['suggestion'];

describe('a suggestion about an entry', () => {
  it('comes from anybody, is published to nobody, and is a diff to editors and to those who run it', async () => {
    const told = await suggest(
      null,
      { phone: '01632 960222', email: null, name: 'Tea and talk' },
      { contact: 'Bo, 01632 960333' },
    );
    expect(field(told, 'suggestChange')).toEqual({
      userErrors: [],
      service: { name: 'Tea and talk', phone: '01632 960100' },
    });
    const id = await latest();
    const seen = {
      ...{ kind: 'CHANGE', state: 'OPEN', why: 'I was there on Tuesday.', organisation: { name: 'Tea Group' } },
      changes: [
        { field: 'EMAIL', label: 'E-mail', was: 'tea@fen.example', suggested: 'Nothing', hasChangedSince: false },
        { field: 'PHONE', was: '01632 960100', suggested: '01632 960222', isAccepted: false },
      ],
    };
    expect(await read(here.editor, id)).toMatchObject({ ...seen, contact: 'Bo, 01632 960333', viewerCanDecide: true });
    for (const who of [here.manager, here.member]) {
      expect(await read(who, id)).toMatchObject({ ...seen, contact: null, viewerCanDecide: false });
    }
    for (const who of [null, here.rival, here.broker, here.stranger]) expect(await read(who, id)).toBeNull();
  });

  it('is taken up in part by the editor, with where it came from', async () => {
    const id = await latest();
    const told = await accept(here.editor, id, { fields: ['PHONE'] });
    expect(field(told, 'acceptSuggestion')).toMatchObject({
      userErrors: [],
      suggestion: {
        state: 'ACCEPTED',
        changes: [
          { field: 'EMAIL', isAccepted: false },
          { field: 'PHONE', isAccepted: true, was: '01632 960100' },
        ],
      },
    });
    const [row] = await here.sql('select phone, email, edited_as from service where id = $1', [here.serviceId]);
    expect(row).toEqual({ phone: '01632 960222', email: 'tea@fen.example', edited_as: 'EDITOR' });
    expect(await here.sql('select field, suggestion_id from own_edit')).toEqual([
      { field: 'PHONE', suggestion_id: id },
    ]);
    expect(codesOf(await accept(here.editor, id), 'acceptSuggestion')).toEqual(['SUGGESTION_DECIDED']);
    expect(codesOf(await decline(here.editor, id), 'declineSuggestion')).toEqual(['SUGGESTION_DECIDED']);
  });

  it('says that it has closed, and tells when the entry has changed meanwhile', async () => {
    expect(codesOf(await suggest(here.stranger, {}, { hasClosed: true }), 'suggestChange')).toEqual([]);
    const id = await latest();
    expect(await read(here.manager, id)).toMatchObject({
      kind: 'CLOSURE',
      changes: [{ was: 'Open', suggested: 'Closed for good' }],
    });
    await here.sql("update service set status = 'TEMPORARILY_CLOSED' where id = $1", [here.serviceId]);
    expect(await read(here.editor, id)).toMatchObject({
      changes: [{ was: 'Closed for a while', hasChangedSince: true }],
    });
    const declined = await decline(here.editor, id);
    expect(field(declined, 'declineSuggestion')).toMatchObject({
      suggestion: { state: 'DECLINED', reason: 'We rang them.' },
    });
    await here.sql("update service set status = 'ACTIVE' where id = $1", [here.serviceId]);
    expect(await here.sql('select caller from suggestion_source where suggestion_id = $1', [id])).toEqual([
      { caller: null },
    ]);
  });

  it('is refused with every problem at once', async () => {
    expect(codesOf(await suggest(null, { website: 'x', email: 'y' }, { why: '' }), 'suggestChange')).toEqual([
      ...['WEBSITE_UNREADABLE', 'EMAIL_UNREADABLE', 'WHY_REQUIRED'],
    ]);
    expect(codesOf(await suggest(null, { name: 'Tea and talk' }), 'suggestChange')).toEqual(['NOTHING_SUGGESTED']);
    const absent = await here.as(null)(SUGGEST, { input: { serviceId: here.group.id, entry: {}, why: 'x' } });
    expect(codesOf(absent, 'suggestChange')).toEqual(['! NOT_FOUND']);
  });

  it('is decided by editors alone, and deleted by nobody', async () => {
    await suggest(null, { name: 'Coffee' });
    const id = await latest();
    expect(codesOf(await accept(null, id), 'acceptSuggestion')).toEqual(['! UNAUTHENTICATED']);
    expect(codesOf(await decline(null, id), 'declineSuggestion')).toEqual(['! UNAUTHENTICATED']);
    for (const who of [here.manager, here.member]) {
      expect(codesOf(await accept(who, id), 'acceptSuggestion')).toEqual(['! FORBIDDEN']);
      expect(codesOf(await decline(who, id), 'declineSuggestion')).toEqual(['! FORBIDDEN']);
    }
    for (const who of [here.rival, here.broker, here.stranger]) {
      expect(codesOf(await accept(who, id), 'acceptSuggestion')).toEqual(['! NOT_FOUND']);
      expect(codesOf(await decline(who, id), 'declineSuggestion')).toEqual(['! NOT_FOUND']);
    }
    expect(codesOf(await accept(here.editor, id, { fields: ['AREAS'] }), 'acceptSuggestion')).toEqual([
      'NOTHING_ACCEPTED',
    ]);
    expect(codesOf(await decline(here.editor, id, ' '), 'declineSuggestion')).toEqual(['REASON_REQUIRED']);
    expect(codesOf(await decline(here.editor, id, 'x'.repeat(2_001)), 'declineSuggestion')).toEqual(['TEXT_TOO_LONG']);

    const client = new pg.Client({ connectionString: here.database.appUrl });
    await client.connect();
    for (const table of ['suggestion', 'suggestion_source', 'own_edit', 'edit_conflict', 'claim']) {
      await client.query('begin');
      await client.query('select access.enter($1)', [here.manager.id]);
      await expect(client.query(`delete from ${table}`)).rejects.toThrow(/permission denied/);
      await client.query('rollback');
    }
    await client.query('begin');
    await client.query('select access.enter($1)', [here.manager.id]);
    const { rowCount } = await client.query(
      "update suggestion set state = 'DECLINED', reason = 'x', decided_by = $1, decided_at = now()",
      [here.manager.id],
    );
    expect(rowCount).toBe(0);
    await client.query('rollback');
    await client.end();
  });
});

describe('a tip about something that is not listed', () => {
  const tip = {
    organisationName: 'Knit and Natter',
    entry: { name: 'Knitting on Mondays', areas: ['Fenmoor'] },
    why: 'My aunt goes.',
  };

  it('is listed when an editor accepts it', async () => {
    expect(codesOf(await here.as(null)(TELL, { input: tip }), 'suggestListing')).toEqual([]);
    const id = await latest();
    expect(await read(here.editor, id)).toMatchObject({
      kind: 'LISTING',
      organisationName: 'Knit and Natter',
      service: null,
      changes: [{ was: 'Nothing', suggested: 'Knitting on Mondays' }, {}],
    });
    for (const who of [null, here.manager, here.stranger]) expect(await read(who, id)).toBeNull();
    expect(codesOf(await accept(here.editor, id, { fields: ['AREAS'] }), 'acceptSuggestion')).toEqual([
      'NAME_REQUIRED',
    ]);
    expect(field(await accept(here.editor, id, { kind: 'COMMUNITY_GROUP' }), 'acceptSuggestion')).toMatchObject({
      suggestion: {
        service: { name: 'Knitting on Mondays', organisation: { name: 'Knit and Natter', kind: 'COMMUNITY_GROUP' } },
      },
    });
    const found = await here.as(null)('{ services(search: { text: "knitting" }) { totalCount } }');
    expect(field(found, 'services')['totalCount']).toBe(1);
  });

  it('needs names and a word on how one knows', async () => {
    const told = await here.as(null)(TELL, { input: { organisationName: ' ', entry: {}, why: '' } });
    expect(codesOf(told, 'suggestListing').sort()).toEqual(['NAME_REQUIRED', 'ORGANISATION_REQUIRED', 'WHY_REQUIRED']);
  });
});

it('takes ten in an hour from one person or address and no more', async () => {
  await latest();
  const results = await Promise.all(Array.from({ length: 12 }, (_, place) => suggest(null, { name: `Tea ${place}` })));
  expect(results.filter((told) => codesOf(told, 'suggestChange').length === 0)).toHaveLength(10);
  expect(codesOf(await suggest(null, { name: 'Tea!' }), 'suggestChange')).toEqual(['TOO_MANY_SUGGESTIONS']);
  expect(codesOf(await suggest(here.stranger, { name: 'Tea!' }), 'suggestChange')).toEqual([]);
  await latest();
  expect(codesOf(await suggest(null, { name: 'Tea!' }), 'suggestChange')).toEqual([]);
});

it('lists suggestions on the desk and the entry in one statement, however many there are', async () => {
  const lists = [
    DESK,
    '{ viewer { listings { edges { node { name missingFacts conflicts { totalCount } suggestions { totalCount edges { node { why changes { was } } } } } } } } }',
  ];
  const counts: number[][] = [];
  for (const more of [0, 5]) {
    for (let made = 0; made < more; made += 1) await suggest(here.stranger, { name: `Tea ${made} more` });
    const count = [];
    for (const [place, document] of lists.entries()) {
      const ask = here.as(place === 0 ? here.editor : here.manager);
      expect((await ask(document)).codes).toEqual([]);
      count.push((await statementsOf(() => ask(document))).length);
    }
    counts.push(count);
  }
  expect(counts).toEqual([
    [1, 1],
    [1, 1],
  ]);
});
