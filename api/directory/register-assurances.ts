import { dayAt, timestampOf } from '../common/calendar.ts';
import type { Transaction } from '../platform/transaction.ts';

/** What a publisher says of one of its entries. */
export interface AssuranceToRegister {
  readonly id: string;
  readonly organisationId: string;
  readonly entry: { readonly assuredOn: string | null };
}

/** The day unless it has yet to come: nobody has checked anything tomorrow. */
export function dayPassed(day: string | null, today: string): string | null {
  return day !== null && day <= today ? day : null;
}

/** Writes down what publishers say of when they last checked their entries; each day once. */
export async function registerAssurances(tx: Transaction, services: readonly AssuranceToRegister[]): Promise<void> {
  const today = dayAt(tx.now());
  const rows = services
    .filter(({ entry }) => dayPassed(entry.assuredOn, today) !== null)
    .map(({ id, organisationId, entry }) => ({
      ...{ id: tx.newId(), service_id: id, organisation_id: organisationId, assured_on: entry.assuredOn },
    }));
  if (rows.length === 0) return;
  await tx.manager.query(
    `insert into assurance (id, service_id, organisation_id, assured_on, origin, result, assured_at)
     select given.*, 'PUBLISHER', 'STILL_CORRECT', $2
     from jsonb_to_recordset($1::jsonb) as given (id uuid, service_id uuid, organisation_id uuid, assured_on date)
     on conflict (service_id, assured_on) where origin = 'PUBLISHER' do nothing`,
    [JSON.stringify(rows), timestampOf(tx.now())],
  );
}
