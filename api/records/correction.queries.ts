import { timestampOf } from '../common/calendar.ts';
import { isId } from '../common/id.ts';
import { notFound } from '../platform/problems.ts';
import type { Transaction } from '../platform/transaction.ts';
import type { CorrectionState } from './correction.rules.ts';

/** A correction as a command finds it. */
export interface LockedCorrection {
  readonly id: string;
  readonly authorityId: string;
  readonly individualId: string;
  readonly state: CorrectionState;
  readonly hasDisagreement: boolean;
}

/** Locks a correction; throws NOT_FOUND when absent or hidden. Who may only read it finds it unlocked. */
export async function lockCorrection(tx: Transaction, correctionId: string): Promise<LockedCorrection> {
  if (!isId(correctionId)) throw notFound('correction');
  await tx.manager.query('select from correction where id = $1 for update', [correctionId]);
  const rows: LockedCorrection[] = await tx.manager.query(
    `select id, authority_id as "authorityId", individual_id as "individualId", state,
       disagreement is not null as "hasDisagreement" from correction where id = $1`,
    [correctionId],
  );
  if (!rows[0]) throw notFound('correction');
  return rows[0];
}

/** Writes what the authority answered. */
export async function answerCorrectionRow(
  tx: Transaction,
  { id }: LockedCorrection,
  state: CorrectionState,
  answer: string | null,
): Promise<void> {
  await tx.manager.query(
    'update correction set state = $2, answer = $3, answered_by = $4, answered_at = $5 where id = $1',
    [...[id, state, answer, tx.viewer.personId, timestampOf(tx.now())]],
  );
}
