import type { Cast } from './make.ts';
import type { World } from './world.ts';

/** Events about that agreement, 300 a second, one after the other, until it is stopped. */
export function stormOf(here: World, agreementId: string, { authority, individual, provider }: Cast) {
  let isOver = false;
  const blowing = (async () => {
    const start = performance.now();
    for (let count = 0; !isOver; count += 1) {
      await here.sql(
        "select access.record_event('agreement:' || $1, 'TERMS_PROPOSED', null, 'Kith', 'SYSTEM', $2::uuid, $3::uuid, $4::uuid, $1::uuid, '{}', now())",
        [agreementId, authority.id, individual.id, provider.id],
      );
      const due = start + (count + 1) * (1_000 / 300);
      while (!isOver && performance.now() < due) await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await blowing;
    },
  };
}
