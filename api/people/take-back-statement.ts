import { timestampOf } from '../common/calendar.ts';
import { ok, type Result } from '../common/result.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction } from '../platform/transaction.ts';
import { canTakeBackStatement } from './individual.policy.ts';
import { recordPlanEvent } from './individual.queries.ts';
import { Statement } from './statement.entity.ts';
import { getStatement, wasSaidAnew } from './statement.queries.ts';
import { decideTakingBack, type TakeBackStatementErrorCode } from './statement.rules.ts';

export interface TakeBackStatement {
  readonly statementId: string;
  readonly idempotencyKey?: string | null;
}

/** Takes back what was said: it is no longer shown, and stays on record. Again is the same as once; answers whose it was. */
export function takeBackStatement(
  ctx: Context,
  input: TakeBackStatement,
): Promise<Result<string, TakeBackStatementErrorCode>> {
  return inTransaction<Result<string, TakeBackStatementErrorCode>>(
    ctx,
    async (tx) => {
      signedIn(tx.viewer);
      const statement = await getStatement(tx, input.statementId);
      authorise(canTakeBackStatement(tx.viewer, statement), 'Only whoever said this can take it back.');
      const { authorityId, id, individualId } = statement;
      const decision = decideTakingBack({
        wasTakenBack: statement.takenBackAt !== null,
        wasSaidAnew: await wasSaidAnew(tx, statement),
      });
      if (!decision.ok) return decision;
      if (!decision.value) return ok(individualId);

      await tx.manager.update(Statement, { authorityId, id }, { takenBackAt: timestampOf(tx.now()) });
      const stream = `individual:${individualId}`;
      await recordPlanEvent(tx, statement, { stream, type: 'STATEMENT_TAKEN_BACK', data: { statementId: id } });
      return ok(individualId);
    },
    { operation: 'takeBackStatement', input },
  );
}
