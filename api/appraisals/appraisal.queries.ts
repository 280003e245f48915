import { timestampOf } from '../common/calendar.ts';
import { isId } from '../common/id.ts';
import { recordPlanEvent } from '../people/individual.queries.ts';
import { holdOutcome } from '../outcomes/outcome.queries.ts';
import { notFound } from '../platform/problems.ts';
import type { Transaction } from '../platform/transaction.ts';
import { Appraisal } from './appraisal.entity.ts';
import type { DecidedAs } from '../representatives/decision.rules.ts';
import { type AppraisalStanding, AppraisalState, type Decided } from './appraisal.rules.ts';
import { Decision } from './decision.entity.ts';
import { Option } from './option.entity.ts';
import type { OptionFacts } from './option.rules.ts';

/** An appraisal that this transaction holds, with its outcome's state and its options as they are now. */
export interface HeldAppraisal extends AppraisalStanding {
  readonly authorityId: string;
  readonly id: string;
  readonly individualId: string;
  readonly outcomeId: string;
  readonly options: readonly Option[];
}

/** Locks the appraisal until the transaction ends, its outcome before it; throws NOT_FOUND when absent or hidden. */
export async function lockAppraisal(tx: Transaction, appraisalId: string): Promise<HeldAppraisal> {
  const seen = isId(appraisalId) ? await tx.manager.findOneBy(Appraisal, { id: appraisalId }) : null;
  if (!seen) throw notFound('comparison');

  // The outcome first, in feature order, so that withdrawing it and choosing cannot wait on each other.
  const outcome = await holdOutcome(tx, seen.outcomeId);
  const appraisal = await tx.manager.findOneOrFail(Appraisal, {
    where: { id: appraisalId },
    lock: { mode: 'pessimistic_write' },
  });
  const options = await tx.manager.findBy(Option, { appraisalId: appraisal.id });
  return { ...appraisal, outcomeState: outcome.state, options };
}

/** The id of the outcome's open appraisal; null when none is open. The caller holds the outcome. */
export async function findOpenAppraisalId(tx: Transaction, outcomeId: string): Promise<string | null> {
  const found = await tx.manager.findOneBy(Appraisal, { outcomeId, state: AppraisalState.OPEN });
  return found?.id ?? null;
}

/** Writes an option down as put forward by that person, and answers its id. */
export async function insertOption(
  tx: Transaction,
  appraisal: { readonly authorityId: string; readonly id: string; readonly individualId: string },
  facts: OptionFacts,
  addedById: string,
): Promise<string> {
  const { authorityId, individualId } = appraisal;
  const id = tx.newId();
  const createdAt = timestampOf(tx.now());
  await tx.manager.insert(Option, {
    ...facts,
    authorityId,
    id,
    individualId,
    appraisalId: appraisal.id,
    addedById,
    createdAt,
  });
  return id;
}

/** Takes an option off the list. */
export async function deleteOption(tx: Transaction, appraisal: HeldAppraisal, optionId: string): Promise<void> {
  await tx.manager.delete(Option, { authorityId: appraisal.authorityId, id: optionId });
}

/** Counts one more change of the options. */
export async function raiseVersion(tx: Transaction, appraisal: HeldAppraisal, state: AppraisalState): Promise<void> {
  const { authorityId, id, version } = appraisal;
  await tx.manager.update(Appraisal, { authorityId, id }, { state, version: version + 1 });
}

/** Writes the decision down as that person's, and on what it stands (rule R23). */
export async function insertDecision(
  tx: Transaction,
  appraisal: HeldAppraisal,
  decided: Decided,
  { deciderId, decidedAs }: { readonly deciderId: string; readonly decidedAs: DecidedAs },
): Promise<void> {
  const { authorityId, individualId } = appraisal;
  const decidedAt = timestampOf(tx.now());
  await tx.manager.insert(Decision, {
    ...decided,
    authorityId,
    individualId,
    appraisalId: appraisal.id,
    decidedById: deciderId,
    decidedAs: decidedAs.by,
    representationId: decidedAs.representationId,
    decidedAt,
  });
}

/** Records what happened to an appraisal. */
export async function recordAppraisalEvent(
  tx: Transaction,
  appraisal: { readonly authorityId: string; readonly id: string; readonly individualId: string },
  type: string,
  data: Readonly<Record<string, string | boolean | null>>,
): Promise<void> {
  const stream = `appraisal:${appraisal.id}`;
  await recordPlanEvent(tx, appraisal, { stream, type, data: { appraisalId: appraisal.id, ...data } });
}
