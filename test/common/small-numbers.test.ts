import { describe, expect, it } from '@jest/globals';
import { toldAtLeast, withoutSmallNumbers } from '../../api/common/small-numbers.ts';

describe('small numbers (R62)', () => {
  it.each([
    ['five is told, four is not', [5, 4, 3], [5, null, null]],
    ['what is large enough is told', [5, 12, 0], [5, 12, 0]],
    ['one hidden count takes the next smallest with it', [3, 20, 7], [null, 20, null]],
    ['two hidden counts hide each other', [3, 2, 20], [null, null, 20]],
    ['two ones would be known by their sum', [1, 1, 20], [null, null, null]],
    ['two fours would be known by their sum', [4, 4, 20, 30], [null, null, null, 30]],
    ['one alone is its own total', [3], [null]],
    ['one among nobodies is its own total', [0, 3, 0], [null, null, null]],
    ['nobody is nobody', [0, 0], [0, 0]],
    ['nothing is nothing', [], []],
  ])('%s', (_name, counts, told) => {
    expect(withoutSmallNumbers(counts)).toEqual(told);
  });

  it.each([
    [0, 0],
    [4, 0],
    [5, 5],
    [9, 5],
    [10, 10],
  ])('%i people are told as at least %i', (people, told) => {
    expect(toldAtLeast(people)).toBe(told);
  });
});
