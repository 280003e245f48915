// breaks @typescript-eslint/no-floating-promises
/** Writes, and does not wait. */
export function forget(write: () => Promise<void>): void {
  write();
}
