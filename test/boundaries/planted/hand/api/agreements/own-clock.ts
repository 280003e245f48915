// breaks no-restricted-syntax: The clock is ctx.now()
/** A time that no test can set. */
export function stamp(): number {
  return Date.now();
}
