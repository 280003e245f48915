import { endOfDay, timestampOf } from '../common/calendar.ts';
import { ok, refuseWith, type Result } from '../common/result.ts';
import type { CapacityUnit } from '../offers/capacity.rules.ts';
import type { Transaction } from '../platform/transaction.ts';
import type { LockedAgreement } from './agreement.queries.ts';
import { noRoomSentence, roomNeeded } from './room.rules.ts';

interface Reserved {
  readonly outcome: 'RESERVED' | 'UNKNOWN' | 'NONE_LEFT';
  readonly free: number | null;
  readonly unit: CapacityUnit | null;
}

/**
 * Takes room for the latest terms in the offer behind the option, when its provider has said how much is free (rule R51): until
 * the terms lapse, or once agreed until the agreement ends. The agreement is locked first, then the budget, then the offer,
 * always, so that two acceptances cannot wait on each other; the offer's own CHECK refuses to give more than there is.
 */
export async function reserveCapacity(
  tx: Transaction,
  { row, latest }: LockedAgreement,
  isAgreed: boolean,
): Promise<Result<null, 'NO_CAPACITY_LEFT'>> {
  const { hours, visits } = roomNeeded(latest.visits);
  const ended = latest.endsOn === null ? null : timestampOf(endOfDay(latest.endsOn));
  const [reserved]: Reserved[] = await tx.manager.query('select * from access.reserve_capacity($1, $2, $3, $4, $5)', [
    row.id,
    hours,
    visits,
    isAgreed ? ended : row.replyBy,
    timestampOf(tx.now()),
  ]);
  if (reserved?.outcome !== 'NONE_LEFT') return ok(null);
  return refuseWith('NO_CAPACITY_LEFT', noRoomSentence(reserved.free ?? 0, reserved.unit ?? 'PLACES'));
}
