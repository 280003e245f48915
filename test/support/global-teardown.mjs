/** Ends what the global set-up began. */
export default async function globalTeardown() {
  await globalThis.stopTestServer?.();
}
