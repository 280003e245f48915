// breaks no-restricted-syntax: forEach does not wait
/** Starts to write each, and returns before any is written. */
export function keepAll(names: string[], keep: (name: string) => Promise<void>): void {
  names.forEach(async (name) => {
    await keep(name);
  });
}
