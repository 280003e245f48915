import { isPlaceToLive } from '../appraisals/service-facts.queries.ts';
import { ok, type Result } from '../common/result.ts';
import { mayCommitFor } from '../common/viewer.ts';
import { type DecidedAs, type GroundsCode, kindOfDecision } from '../representatives/decision.rules.ts';
import { groundsToDecide } from '../representatives/representation.queries.ts';
import { signedIn } from '../platform/problems.ts';
import type { Transaction } from '../platform/transaction.ts';
import type { Agreement } from './agreement.entity.ts';
import type { PartyRole, Side } from './agreement.rules.ts';

/** What an agreement settles for an individual, as far as it matters who may. */
export type Settled = Pick<Agreement, 'individualId' | 'outcomeId' | 'serviceId' | 'budgetId'>;

/** That terms bind the side that writes them; on what authority when it is the individual's, null when the provider's. */
export interface Binding {
  readonly decidedAs: DecidedAs | null;
}

/** On what a step for the individual stands, or why it cannot be taken; null for the other parties, who act by their roles. */
export async function groundsOf(
  tx: Transaction,
  { individualId, outcomeId, serviceId, budgetId }: Settled,
  party: PartyRole,
  sentence: string,
): Promise<Result<DecidedAs | null, GroundsCode>> {
  signedIn(tx.viewer);
  if (party !== 'INDIVIDUAL') return ok(null);
  const kind = kindOfDecision(await isPlaceToLive(tx, serviceId), budgetId !== null);
  return groundsToDecide(tx, { individualId, outcomeId, kind }, sentence);
}

/** How writing terms binds the side that writes them; null when the writer may suggest and not decide. */
export async function bindingOf(tx: Transaction, settled: Settled, side: Side): Promise<Binding | null> {
  if (side === 'PROVIDER') return { decidedAs: null };
  if (!mayCommitFor(tx.viewer, settled.individualId)) return null;
  const grounds = await groundsOf(tx, settled, side, 'You cannot decide this.');
  return grounds.ok ? { decidedAs: grounds.value } : null;
}
