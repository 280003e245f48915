// breaks @typescript-eslint/no-explicit-any
/** Takes anything at all. */
export function take(value: any): string {
  return String(value);
}
