import { isId } from '../common/id.ts';
import { notFound } from '../platform/problems.ts';
import type { Transaction } from '../platform/transaction.ts';
import { isInCircle } from './individual.queries.ts';
import { Statement } from './statement.entity.ts';

/** A statement about the individual; throws NOT_FOUND when absent, hidden, or about somebody else. */
export async function getStatement(tx: Transaction, statementId: string, individualId?: string): Promise<Statement> {
  const of = individualId === undefined ? {} : { individualId };
  const found = isId(statementId) ? await tx.manager.findOneBy(Statement, { id: statementId, ...of }) : null;
  if (!found) throw notFound('statement');
  return found;
}

/** Whether something else was said in a statement's place. */
export async function wasSaidAnew(tx: Transaction, { authorityId, id }: Statement): Promise<boolean> {
  return tx.manager.existsBy(Statement, { authorityId, replacesId: id });
}

/** Whether a speaker is one whose words may be written down: the individual, the writer, or somebody in the circle today. */
export async function isSpeakerKnown(
  tx: Transaction,
  individualId: string,
  speakerId: string,
  day: string,
): Promise<boolean> {
  if (speakerId === individualId || speakerId === tx.viewer.personId) return true;
  return isInCircle(tx, individualId, speakerId, day);
}
