import { dayAt } from '../common/calendar.ts';
import { isId } from '../common/id.ts';
import type { Result } from '../common/result.ts';
import { authorise, badInput, notFound } from '../platform/problems.ts';
import type { Transaction } from '../platform/transaction.ts';
import type { Individual } from '../people/individual.entity.ts';
import { getIndividual } from '../people/individual.queries.ts';
import type { DecisionKind } from './cover.rules.ts';
import { type DecidedAs, decideFor, type Grounds, type GroundsCode } from './decision.rules.ts';
import { Representation } from './representation.entity.ts';
import { canRecordStanding } from './representation.policy.ts';

/** The individual about whom a member of their authority writes something down; two who write at once wait for each other. */
export async function holdStanding(tx: Transaction, individualId: string): Promise<Individual> {
  const individual = await getIndividual(tx, individualId);
  const subject = { authorityId: individual.authorityId, individualId: individual.id };
  authorise(canRecordStanding(tx.viewer, subject), 'Only a broker or approver of the council can write this down.');
  await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`standing ${individual.id}`]);
  return individual;
}

/** A representation; throws NOT_FOUND when absent or hidden. */
export async function getRepresentation(tx: Transaction, representationId: string): Promise<Representation> {
  const found = isId(representationId) ? await tx.manager.findOneBy(Representation, { id: representationId }) : null;
  if (!found) throw notFound('authority');
  return found;
}

/** Providers from whom the individual buys, or the named one, for which that person works. */
export async function employersOf(
  tx: Transaction,
  personId: string,
  individualId: string,
  providerId: string | null,
): Promise<string[]> {
  if (!isId(personId) || (providerId !== null && !isId(providerId))) throw badInput('That is no identifier.');
  const rows: { names: string[] }[] = await tx.manager.query('select access.employers($1, $2, $3) as names', [
    personId,
    individualId,
    providerId,
  ]);
  return rows[0]?.names ?? [];
}

/** The matter in which somebody would decide for an individual. */
export interface Matter {
  readonly individualId: string;
  readonly outcomeId: string;
  readonly kind: DecisionKind;
}

/** On what the viewer's decision for an individual stands, or why it cannot; FORBIDDEN when nothing at all speaks for it. */
export async function groundsToDecide(
  tx: Transaction,
  { individualId, outcomeId, kind }: Matter,
  sentence: string,
): Promise<Result<DecidedAs, GroundsCode>> {
  const rows: { grounds: Grounds | null }[] = await tx.manager.query('select access.grounds($1, $2, $3) as grounds', [
    individualId,
    outcomeId,
    kind,
  ]);
  const grounds = rows[0]?.grounds;
  if (!grounds) throw notFound('person');

  const decision = decideFor(kind, grounds, dayAt(tx.now()));
  if (!decision.ok) return decision;
  if (decision.value === null) {
    authorise(false, sentence);
    throw notFound('person');
  }
  return { ok: true, value: decision.value };
}
