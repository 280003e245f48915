import { describe, expect, it } from '@jest/globals';
import { feedKeyOf, readFeedText } from '../../api/directory/feed.rules.ts';
import { page, service } from './world.ts';

function sentenceFor(text: string): string {
  const result = readFeedText(text);
  return result.ok ? `${result.value.kind} ${result.value.rows.length}` : (result.problems[0]?.message ?? '');
}

describe('recognising a feed', () => {
  it.each<[string, unknown, string]>([
    ['a page', page([service(), service()]), 'SERVICE 2'],
    ['an empty page', page([]), 'SERVICE 0'],
    ['a bare list', [service()], 'SERVICE 1'],
    ['a single service', service(), 'SERVICE 1'],
    ['a list with a row that is no entry', [service(), 17, null], 'SERVICE 3'],
    ['a list of organisations', [{ id: 'o', name: 'Us', description: 'We meet.' }], 'ORGANISATION 1'],
    [
      'organisations that are told in full',
      [{ id: 'o', name: 'Us', description: 'We.', website: 'https://us.example', contacts: [], phones: [] }],
      'ORGANISATION 1',
    ],
    ['a list of terms', page([{ id: 't', name: 'Lunch clubs', description: '', taxonomy: 'Topics' }]), 'TERM 1'],
    [
      'a list of taxonomies',
      [{ id: 't', name: 'Topics', description: '', version: '1', taxonomy_terms: [] }],
      'TERM 1',
    ],
  ])('reads %s', (_what, document, expected) => {
    expect(sentenceFor(JSON.stringify(document))).toBe(expected);
    expect(sentenceFor(`\ufeff${JSON.stringify(document, null, 2)}\r\n`)).toBe(expected);
  });

  it.each<[string, string, RegExp]>([
    ['nothing', '  ', /empty/],
    ['a web page', '<!doctype html><p>Sorry</p>', /not JSON: it is a web page/],
    ['broken JSON', '[{"name": oops}]', /not JSON: it cannot be read/],
    ['a file that ends midway', '[{"name": "Lunch", "desc', /ends midway/],
    ['a file that ends between entries', '[{"name": "Lunch"},', /ends midway/],
    ['lines that end midway', '{"id": 1, "name": "A", "status": "active"}\n{"id": 2, "na', /last line is cut off/],
    ['a list of places', '[{"id": "1", "name": "Hall", "description": "", "latitude": 52}]', /a list of places/],
    [
      'a place told in full',
      '[{"id": 1, "name": "Hall", "location_type": "physical", "contacts": []}]',
      /list of places/,
    ],
    ['an error', '{"error": "no such page"}', /an error that the server sent/],
    ['something else', '[{"colour": "blue"}]', /no entries with a name and an organisation/],
    ['a number', '17', /not a directory that Kith can read/],
  ])('refuses %s in one sentence', (_what, text, sentence) => {
    expect(sentenceFor(text)).toMatch(sentence);
  });

  it('knows a feed again by its address, or by its file without the page number', () => {
    expect(feedKeyOf('/data/fenland-page2.json')).toBe('data/fenland');
    expect(feedKeyOf('C:\\data\\fenland-page10.json')).toBe('data/fenland');
    expect(feedKeyOf('fenland.json')).toBe('fenland');
    expect(feedKeyOf('https://a.example/v3/services?page=3')).toBe('https://a.example/v3');
    expect(feedKeyOf('https://a.example/v3/')).toBe('https://a.example/v3');
  });
});
