// Money is whole pence in a safe integer (rule R1); no fraction is ever stored, and a charged line is rounded once.

/** Whole pence as pounds with two decimals: 2210 is "22.10", -5 is "-0.05". */
export function decimalOf(pence: number): string {
  if (!Number.isSafeInteger(pence)) throw new RangeError('Pence must be a whole number.');
  const sign = pence < 0 ? '-' : '';
  const digits = String(Math.abs(pence)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Whole pence read from pounds such as "22.1" or "22.10"; null when the text is not an amount with at most two decimals. */
export function penceOf(decimal: string): number | null {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(decimal.trim());
  if (!match) return null;
  const pence = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] === '-' ? 0 - pence : pence;
}

/** Whole pence in words of a page: 88400 is "£884.00", 1234567 is "£12,345.67". */
export function pounds(pence: number): string {
  const [whole = '0', part = '00'] = decimalOf(Math.abs(pence)).split('.');
  return `${pence < 0 ? '-' : ''}£${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${part}`;
}

/**
 * The quotient of two whole numbers rounded half away from zero, exactly: the one rounding of a charged line (rule R1).
 * The divisor must be above zero.
 */
export function divideHalfUp(dividend: number, divisor: number): number {
  if (!Number.isSafeInteger(dividend) || !Number.isSafeInteger(divisor) || divisor <= 0) {
    throw new RangeError('Only whole numbers can be divided, by a divisor above zero.');
  }
  const magnitude = BigInt(Math.abs(dividend));
  const rounded = Number((2n * magnitude + BigInt(divisor)) / (2n * BigInt(divisor)));
  return dividend < 0 ? 0 - rounded : rounded;
}
