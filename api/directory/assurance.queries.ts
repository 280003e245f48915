import { dayAt, timestampOf } from '../common/calendar.ts';
import type { Transaction } from '../platform/transaction.ts';
import type { AssuranceOrigin, AssuranceResult, CallMethod } from './assurance.rules.ts';

/** An assurance about to be written down. */
export interface NewAssurance {
  readonly serviceId: string;
  readonly organisationId: string;
  readonly origin: AssuranceOrigin;
  readonly result: AssuranceResult;
  readonly personId?: string | null;
  readonly actingId?: string | null;
  readonly letterId?: string | null;
  readonly method?: CallMethod | null;
  readonly answeredBy?: string | null;
  readonly words?: string | null;
}

/** Writes an assurance down as of today; the database keeps the last good one with the service. Answers its id. */
export async function insertAssurance(tx: Transaction, assurance: NewAssurance): Promise<string> {
  const id = tx.newId();
  const { serviceId, organisationId, origin, result, personId, actingId, letterId, method, answeredBy, words } =
    assurance;
  await tx.manager.query(
    `insert into assurance (id, service_id, organisation_id, origin, result, assured_on, assured_at, person_id, acting_id,
       letter_id, method, answered_by, words) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[id, serviceId, organisationId, origin, result, dayAt(tx.now()), timestampOf(tx.now())],
      ...[personId ?? null, actingId ?? null, letterId ?? null, method ?? null, answeredBy ?? null, words ?? null],
    ],
  );
  return id;
}
