import { dayAt } from '../common/calendar.ts';
import type { CircleLevel, Shared } from '../common/viewer.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import type { CircleKind } from './circle.rules.ts';
import { CircleMember } from './circle-member.entity.ts';

export interface JoinCircle {
  readonly authorityId: string;
  readonly individualId: string;
  readonly personId: string;
  /** What they are to the individual, such as "niece". */
  readonly relation: string;
  /** Of what kind that is; OTHER when left out. */
  readonly kind?: CircleKind;
  readonly maySee: readonly Shared[];
  readonly mayDo: CircleLevel;
}

/** Puts a person into an individual's circle from today on; for the system's role. */
export function joinCircle(ctx: Context, input: JoinCircle): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const id = tx.newOpaqueId();
    await tx.manager.insert(CircleMember, {
      id,
      ...input,
      maySee: [...input.maySee],
      startsOn: dayAt(tx.now()),
      endsOn: null,
    });
    return id;
  });
}
