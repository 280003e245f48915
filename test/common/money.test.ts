import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimalOf, divideHalfUp, penceOf, pounds } from '../../api/common/money.ts';

const pence = fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 });

describe('money (R1)', () => {
  it.each([
    [0, '0.00', '£0.00'],
    [5, '0.05', '£0.05'],
    [-5, '-0.05', '-£0.05'],
    [2_210, '22.10', '£22.10'],
    [88_400, '884.00', '£884.00'],
    [1_234_567, '12345.67', '£12,345.67'],
    [100_000_000, '1000000.00', '£1,000,000.00'],
  ])('writes %d pence as %s and %s', (amount, decimal, words) => {
    expect([decimalOf(amount), pounds(amount)]).toEqual([decimal, words]);
  });

  it.each([
    ['22.1', 2_210],
    ['22', 2_200],
    [' 22.10 ', 2_210],
    ['-0.05', -5],
    ['22.105', null],
    ['1e3', null],
    ['', null],
    ['£5', null],
    ['1,000', null],
    ['0x10', null],
    ['.5', null],
    ['NaN', null],
    ['9999999999999', null],
  ])('reads "%s" as %s', (text, amount) => {
    expect(penceOf(text)).toBe(amount);
  });

  it('reads back whatever it writes', () => {
    fc.assert(fc.property(pence, (amount) => penceOf(decimalOf(amount)) === amount));
  });

  it('refuses what is no whole number of pence', () => {
    for (const amount of [0.5, NaN, Infinity, 2 ** 53]) expect(() => decimalOf(amount)).toThrow(RangeError);
  });
});

describe('division, rounded half away from zero once', () => {
  it.each([
    [1, 2, 1],
    [-1, 2, -1],
    [1, 3, 0],
    [2, 3, 1],
    [5, 2, 3],
    [7, 2, 4],
    [100_000 * 365, 7, 5_214_286],
    [0, 7, 0],
  ])('%d by %d is %d', (dividend, divisor, quotient) => {
    expect(divideHalfUp(dividend, divisor)).toBe(quotient);
  });

  it('is never further than half from the truth, and the same on both sides of zero', () => {
    const whole = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(pence, whole, (dividend, divisor) => {
        const quotient = divideHalfUp(dividend, divisor);
        const rest = 2n * (BigInt(dividend) - BigInt(quotient) * BigInt(divisor));
        return (
          rest <= BigInt(divisor) && rest >= -BigInt(divisor) && divideHalfUp(0 - dividend, divisor) === 0 - quotient
        );
      }),
    );
  });

  it('refuses fractions and divisors that are not above zero', () => {
    for (const [dividend, divisor] of [
      [1, 0],
      [1, -2],
      [0.5, 2],
      [1, 1.5],
    ] as const) {
      expect(() => divideHalfUp(dividend, divisor)).toThrow(RangeError);
    }
  });
});
