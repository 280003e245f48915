// breaks @typescript-eslint/no-non-null-assertion
/** Says that what may be absent is there. */
export function first(names: string[]): string {
  return names[0]!;
}
