// breaks @typescript-eslint/no-misused-promises
/** Always says yes, since a promise is true. */
export function isOpen(ask: () => Promise<boolean>): string {
  return ask() ? 'open' : 'closed';
}
