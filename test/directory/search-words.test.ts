import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readWords } from '../../api/directory/search-words.rules.ts';
import { mutationsOf, sameIn, WELSH_WORDS } from '../../api/directory/welsh-words.rules.ts';
import { makeSearchWorld, namesOf } from './search-world.ts';
import type { SearchWorld } from './search-world.ts';
import { service } from './world.ts';

describe('reading the words of a search', () => {
  it.each<[string, { words: string[]; expressions: string[]; excluded: string[] }]>([
    ['', { words: [], expressions: [], excluded: [] }],
    ['zither', { words: ['zither'], expressions: ["'zither'"], excluded: [] }],
    [
      "men's sheds",
      {
        words: ['men', 's', 'sheds'],
        expressions: ["'men'|'dynion'|'ddynion'|'nynion'", "'s'", "'sheds'"],
        excluded: [],
      },
    ],
    ['"blue badge"', { words: ['"blue badge"'], expressions: ["'blue badge'"], excluded: [] }],
    ['zither -drum', { words: ['zither'], expressions: ["'zither'"], excluded: ["!('drum')"] }],
    ['drop-in', { words: ['drop', 'in'], expressions: ["'drop'", "'in'"], excluded: [] }],
    ["a\\'|!&<->(:*", { words: ['a'], expressions: ["'a'"], excluded: [] }],
  ])('reads %j', (text, read) => {
    expect(readWords(text)).toEqual(read);
  });

  it('takes at most twenty words', () => {
    expect(readWords('zither '.repeat(21)).words).toHaveLength(20);
  });
});

describe('Welsh words', () => {
  it.each([
    ['gofal', ['ofal', 'ngofal']],
    ['cinio', ['ginio', 'nghinio', 'chinio']],
    ['plant', ['blant', 'mhlant', 'phlant']],
    ['llyfrgell', ['lyfrgell']],
    ['chwarae', []],
    ['nofio', []],
  ])('%s changes after other words', (word, forms) => {
    expect(mutationsOf(word)).toEqual(forms);
  });

  it('mean the same both ways, and a changed form as well', () => {
    expect(sameIn('cinio')).toContain('lunch');
    expect(sameIn('lunch')).toContain('nghinio');
    expect(sameIn('ofal')).toEqual(expect.arrayContaining(['gofal', 'care']));
    expect(sameIn('zither')).toEqual([]);
  });

  it('stand once each, without accents, and never mean a word that every sentence has', () => {
    const welsh = WELSH_WORDS.map(([word]) => word);
    expect(new Set(welsh).size).toBe(welsh.length);
    for (const word of welsh) {
      expect(word).toMatch(/^[a-z]{3,}$/);
      expect(['the', 'more', 'thai', 'for', 'and', 'with']).not.toContain(word);
    }
    for (const word of ['the', 'more', 'thai', 'for', 'and', 'with', 'die', 'mad']) expect(sameIn(word)).toEqual([]);
  });
});

describe('finding by words', () => {
  let world: SearchWorld;
  let search: SearchWorld['search'];
  beforeAll(async () => {
    world = await makeSearchWorld();
    search = world.search;
    await world.add('words.json', [
      service({ name: 'Clwb cinio Cymraeg', description: 'Dewch i gael bwyd.' }),
      service({ name: 'Theremin orchestra', description: 'Not for the didgeridoo.' }),
    ]);
  }, 60_000);
  afterAll(() => world.close());

  it.each([
    ['lunch club', 'Clwb cinio Cymraeg'],
    ['cinio', 'Thursday Table'],
    ['glwb ginio', 'Clwb cinio Cymraeg'],
    ['fwyd', 'Clwb cinio Cymraeg'],
  ])('finds in the other language: %s', async (text, name) => {
    const found = await search({ text }, { first: 100 });
    expect(namesOf(found)).toContain(name);
    expect(found.readAs).toBeNull();
  });

  it.each([
    ['theramin', 'theremin', 'Theremin orchestra'],
    ['Theremin orchsetra', 'Theremin orchestra', 'Theremin orchestra'],
    ['swiming', null, null],
    ['thersday tabel', 'thursday table', 'Thursday Table'],
    ['gamlan cafe', null, null],
  ])('forgives a slip of the pen: %s', async (text, reading, name) => {
    const found = await search({ text });
    if (reading !== null) expect(found.readAs).toBe(reading);
    if (name !== null) expect(namesOf(found)[0]).toBe(name);
    if (reading === null && name === null) expect(found.readAs === null || found.edges.length > 0).toBe(true);
  });

  it('reads no word of three letters as another, and none in quotation marks', async () => {
    expect((await search({ text: 'xox' })).readAs).toBeNull();
    const found = await search({ text: '"theramin"' });
    expect([found.readAs, found.edges]).toEqual([null, []]);
  });

  it('leaves out what has a word after a minus', async () => {
    expect(namesOf(await search({ text: 'theremin' }))).toEqual(['Theremin orchestra']);
    expect(namesOf(await search({ text: 'theremin -didgeridoo' }))).toEqual([]);
  });

  it('finds near a town or a county by its name, with a slip of the pen as well', async () => {
    const larkfield = await search({ near: 'larkfield', text: 'care' });
    expect(larkfield.place).toBe('Larkfield, Fenmoor');
    expect(larkfield.edges[0]?.distanceMiles).toBeLessThan(3);
    expect((await search({ near: 'Larkfeild' })).place).toBe('Larkfield, Fenmoor');
    expect((await search({ near: 'cold harrow' })).place).toBe('Cold Harrow, Fenmoor');
    expect((await search({ near: 'FENMOOR' })).place).toBe('Fenmoor');
  });
});

describe('the order that nobody can buy (rule R17)', () => {
  it('knows no word for money, rank or favour in anything that finds or is found', async () => {
    const world = await makeSearchWorld();
    const rows = await world.databases.system.app.query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'public' and table_name in ('service', 'organisation', 'location', 'service_search', 'offer', 'search_word')`,
    );
    const source = await world.databases.system.app.query<{ text: string }>(
      `select string_agg(prosrc, ' ') as text from pg_proc where pronamespace = 'directory'::regnamespace and proname in ('find_services', 'count_found')`,
    );
    await world.close();
    const bought = /sponsor|promot|boost|featur|premium|bid|fee_paid|rank|weight|priority|advert|score/;
    expect(rows.rows.map(({ name }) => name).filter((name) => bought.test(name))).toEqual([]);
    expect(rows.rows.length).toBeGreaterThan(40);
    expect(source.rows[0]?.text).not.toMatch(bought);
  });
});
