import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { attachViews, uncoveredFields } from '../../../api/platform/read/attach.ts';
import { joined, named, numbered, quoted, sql, trusted } from '../../../api/platform/read/sql.ts';
import { connection, defineView, extendView, many, one, part, type View } from '../../../api/platform/read/view.ts';

describe('sql', () => {
  it('makes a parameter of every value, and sets pieces in as they stand', () => {
    const piece = sql`${trusted('t')}.a = ${"'; drop table t; --"} and ${sql`b = ${2}`} or ${joined([sql`c = ${3}`, sql`d`], ' or ')}`;
    expect(numbered(piece)).toEqual({
      text: 't.a = $1 and b = $2 or c = $3 or d',
      values: ["'; drop table t; --", 2, 3],
    });
  });

  it('numbers an object that comes twice once', () => {
    const ids = ['a'];
    expect(numbered(sql`a = any (${ids}) or b = any (${ids})`)).toEqual({
      text: 'a = any ($1) or b = any ($1)',
      values: [ids],
    });
  });

  it.each(['a b', 'a"b', '', '1a', "a'b", 'a;b', '.a', 'a..b'])('refuses %j as a name', (name) => {
    expect(() => named(name)).toThrow('Not a plain SQL name');
  });

  it('doubles the quotes of a constant', () => {
    expect(quoted("it's").strings).toEqual(["'it''s'"]);
  });
});

describe('views', () => {
  const schema = () =>
    buildSchema('type Query { a: A } type A { id: ID! b: B bs: [B!]! late: String } type B { id: ID! words: String }');
  const bView: View = defineView('B', { table: 'b', columns: { id: 'id', words: 'words' } });
  const columns = { id: 'id' };

  it.each<[string, View, string]>([
    [
      'a type that is not there',
      defineView('Z', { table: 'z', columns }),
      'The view Z has no type of that name in the schema',
    ],
    [
      'a link without a field',
      defineView('A', { table: 'a', columns, one: { c: one(() => bView, 'c_id') } }),
      'A.c is a link, but the schema has no such field',
    ],
    [
      'a link to another type',
      defineView('A', { table: 'a', columns, one: { b: one((): View => aView, 'b_id') } }),
      'A.b leads to A in its view, but not in the schema',
    ],
    [
      'a need that is no property',
      defineView('A', { table: 'a', columns, needs: { late: ['dueOn'] } }),
      'A.late needs dueOn, which is no property of its view',
    ],
    [
      'links without a key',
      defineView('A', { table: 'a', columns: {}, one: { b: one(() => bView, 'b_id') } }),
      'The view A has links, so it needs the property id',
    ],
    [
      'an unknown sort key',
      defineView('A', {
        table: 'a',
        columns,
        many: { bs: many(() => bView, { on: 'a_id', orderBy: [['age', 'asc']], limit: 5 }) },
      }),
      'A.bs is sorted by age, which B has not',
    ],
    [
      'a connection to what is none',
      defineView('A', { table: 'a', columns, connections: { b: connection(() => bView, { on: 'a_id' }) } }),
      'A.b leads to B in its view, but not in the schema',
    ],
    [
      'a link to a part',
      defineView('A', { table: 'a', columns, one: { b: one((): View => bPart, 'b_id') } }),
      'A.b leads to B, which has no table',
    ],
  ])('are refused at the start for %s', (_, view, sentence) => {
    expect(() => attachViews(schema(), [view])).toThrow(sentence);
  });

  const aView: View = defineView('A', { table: 'a', columns, one: { b: one(() => bView, 'b_id') } });
  const bPart: View = defineView('B', { columns: { words: 'words' } });

  it('tell which fields nothing answers', () => {
    const made = schema();
    attachViews(made, [aView, bView]);
    expect(uncoveredFields(made, [aView, bView])).toEqual(['A.bs', 'A.late']);
  });

  it('are not extended twice by one name', () => {
    expect(() => extendView(aView, { parts: { b: part(() => bPart) } })).toThrow('A.b is declared twice');
  });
});
