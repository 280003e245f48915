import { isId } from '../common/id.ts';
import { circleOf } from '../common/viewer.ts';
import { ActedAs, recordEvent } from '../platform/events.ts';
import { notFound } from '../platform/problems.ts';
import type { Transaction } from '../platform/transaction.ts';
import { CircleMember } from './circle-member.entity.ts';

/** A place in a circle, locked until the transaction ends; throws NOT_FOUND when absent or hidden. */
export async function lockCircleMember(tx: Transaction, circleMemberId: string): Promise<CircleMember> {
  const found = isId(circleMemberId)
    ? await tx.manager.findOne(CircleMember, { where: { id: circleMemberId }, lock: { mode: 'pessimistic_write' } })
    : null;
  if (!found) throw notFound('person');
  return found;
}

/** Writes what changes about a place under its next number, and who changed it. */
export async function moveCircleMember(
  tx: Transaction,
  member: CircleMember,
  change: Partial<Pick<CircleMember, 'kind' | 'maySee' | 'mayDo' | 'endsOn' | 'endedAt'>>,
): Promise<void> {
  const { authorityId, id, version } = member;
  const setById = tx.viewer.personId;
  await tx.manager.update(CircleMember, { authorityId, id }, { ...change, version: version + 1, setById });
}

/** Records a change of the circle in the individual's own stream; no provider may ever read it. */
export async function recordCircleEvent(tx: Transaction, member: CircleMember, type: string): Promise<void> {
  const { authorityId, individualId, personId, id, version } = member;
  await recordEvent(tx, {
    stream: `individual:${individualId}`,
    type,
    actedAs: circleOf(tx.viewer, individualId)?.relation === 'SELF' ? ActedAs.INDIVIDUAL : ActedAs.CIRCLE,
    authorityId,
    individualId,
    data: { circleMemberId: id, personId, version: version + 1 },
  });
}
