import { dayAt } from '../common/calendar.ts';
import { ok, refuse, type Result } from '../common/result.ts';
import { placeAskedFor } from '../directory/service-search.rules.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import {
  MOST_TOLD_A_DAY,
  readGap,
  TOLD_TOO_OFTEN,
  type Gap,
  type GapTold,
  type TellOfGapErrorCode,
} from './gap.rules.ts';

/** A gap that somebody tells of. */
export interface TellOfGap extends GapTold {
  readonly idempotencyKey?: string | null;
}

/**
 * Counts whoever asks, signed in or not, as one who needs this there; answers the gap as it was understood, never how many
 * others told of it. No event is recorded: it would say who had told.
 */
export function tellOfGap(ctx: Context, input: TellOfGap): Promise<Result<Gap, TellOfGapErrorCode>> {
  return inTransaction<Result<Gap, TellOfGapErrorCode>>(
    ctx,
    async (tx) => {
      const gap = readGap(input, (area) => placeAskedFor(area)?.outward ?? null);
      if (!gap.ok) return gap;
      const { need, domain, area } = gap.value;
      const [row] = await tx.manager.query<{ isTold: boolean }[]>(
        'select access.tell_of_gap($1, $2, $3, $4, $5, $6, $7) as "isTold"',
        [tx.newOpaqueId(), need, domain, area, tx.caller, dayAt(tx.now()), MOST_TOLD_A_DAY],
      );
      return row?.isTold === true ? ok(gap.value) : refuse([TOLD_TOO_OFTEN]);
    },
    { operation: 'tellOfGap', input },
  );
}
