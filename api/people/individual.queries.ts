import { isId } from '../common/id.ts';
import { type NewEvent, recordEvent } from '../platform/events.ts';
import { notFound } from '../platform/problems.ts';
import type { Transaction } from '../platform/transaction.ts';
import { CircleMember } from './circle-member.entity.ts';
import { Individual } from './individual.entity.ts';
import { capacityOf } from './individual.policy.ts';

/** Whose event it is; the rest of a NewEvent follows from it. */
export type PlanEvent = Pick<NewEvent, 'stream' | 'type' | 'data'>;

/** The individual of that id; throws NOT_FOUND when absent or hidden. */
export async function getIndividual(tx: Transaction, individualId: string): Promise<Individual> {
  const found = isId(individualId) ? await tx.manager.findOneBy(Individual, { id: individualId }) : null;
  if (!found) throw notFound('person');
  return found;
}

/** Whether that person stands in the individual's circle on that day, as far as the viewer may know. */
export async function isInCircle(
  tx: Transaction,
  individualId: string,
  personId: string,
  day: string,
): Promise<boolean> {
  if (!isId(personId)) return false;
  return tx.manager
    .createQueryBuilder(CircleMember, 'member')
    .where('member.individualId = :individualId and member.personId = :personId', { individualId, personId })
    .andWhere('member.startsOn <= :day and (member.endsOn is null or member.endsOn >= :day)', { day })
    .andWhere('member.endedAt is null')
    .getExists();
}

/** Records what happened in an individual's plan; no provider may ever read it. */
export async function recordPlanEvent(
  tx: Transaction,
  subject: { readonly authorityId: string; readonly individualId: string },
  event: PlanEvent,
): Promise<void> {
  const { authorityId, individualId } = subject;
  await recordEvent(tx, { ...event, actedAs: capacityOf(tx.viewer, individualId), authorityId, individualId });
}
