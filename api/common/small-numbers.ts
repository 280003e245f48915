/** Fewer people than this are not told of in any report: they might be known by it (rule R62). */
export const FEWEST_TOLD = 5;

/** How many people at least, in steps of five; 0 for fewer than five (rule R62). */
export function toldAtLeast(people: number): number {
  return Math.floor(people / FEWEST_TOLD) * FEWEST_TOLD;
}

/**
 * Counts of people as a report may tell them beside their total: from 1 to 4 is null. When what is told would still give a
 * hidden count away, the next smallest is null too (secondary suppression, rule R62). Nobody is nobody: 0 stays.
 */
export function withoutSmallNumbers(counts: readonly number[]): (number | null)[] {
  const hidden = new Set(counts.flatMap((count, place) => (count > 0 && count < FEWEST_TOLD ? [place] : [])));
  const others = counts
    .map((count, place) => ({ count, place }))
    .filter(({ count }) => count >= FEWEST_TOLD)
    .sort((one, other) => one.count - other.count);
  for (const { place } of others) {
    if (!isGivenAway(counts, hidden)) break;
    hidden.add(place);
  }
  // One small count alone is its own total: then nothing is told, not even that the others are nobody.
  return isGivenAway(counts, hidden)
    ? counts.map(() => null)
    : counts.map((count, place) => (hidden.has(place) ? null : count));
}

// The total less what is told is the sum of the hidden: it gives them away when only one set of counts can make it.
function isGivenAway(counts: readonly number[], hidden: ReadonlySet<number>): boolean {
  const sizes = [...hidden].map((place) => counts[place] ?? 0);
  if (sizes.length === 0) return false;
  const sum = sizes.reduce((all, size) => all + size, 0);
  const areSmall = sizes.every((size) => size < FEWEST_TOLD);
  return sizes.length === 1 || (areSmall && (sum === sizes.length || sum === sizes.length * (FEWEST_TOLD - 1)));
}
