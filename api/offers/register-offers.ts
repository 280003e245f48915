import { writeRows } from '../directory/directory.queries.ts';
import type { Transaction } from '../platform/transaction.ts';
import { minimumMinutesOf, unitOf } from './offer.rules.ts';

interface PricedCost {
  readonly serviceId: string;
  readonly providerId: string;
  readonly option: string | null;
  readonly amountPence: number;
  readonly description: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

const COLUMNS = {
  id: 'uuid',
  service_id: 'uuid',
  provider_id: 'uuid',
  unit: 'text',
  rate_pence: 'bigint',
  minimum_minutes: 'integer',
  valid_from: 'date',
  valid_to: 'date',
  source: 'text',
};

const PRICED_COSTS = `
  select cost_option.service_id as "serviceId", organisation.id as "providerId", cost_option.option,
         cost_option.amount_pence as "amountPence", cost_option.description,
         cost_option.valid_from as "validFrom", cost_option.valid_to as "validTo"
  from cost_option
  join service on service.id = cost_option.service_id
  join organisation on organisation.id = service.organisation_id and organisation.kind = 'PROVIDER'
  where cost_option.service_id = any ($1) and cost_option.amount_pence > 0
  order by cost_option.service_id, cost_option.position`;

const ON_CONFLICT = `on conflict (service_id, unit) where source = 'FEED' do update set
  provider_id = excluded.provider_id, rate_pence = excluded.rate_pence, minimum_minutes = excluded.minimum_minutes,
  valid_from = excluded.valid_from, valid_to = excluded.valid_to`;

/** Makes offers of the costs that providers' services name by a unit; the first cost of a unit counts. */
export async function registerOffers(tx: Transaction, serviceIds: readonly string[]): Promise<void> {
  if (serviceIds.length === 0) return;
  const costs: PricedCost[] = await tx.manager.query(PRICED_COSTS, [serviceIds]);
  const rows = new Map<string, Record<string, unknown>>();
  for (const cost of costs) {
    const unit = unitOf(cost.option);
    const key = `${cost.serviceId} ${unit}`;
    if (unit === null || rows.has(key)) continue;
    rows.set(key, {
      id: tx.newId(),
      service_id: cost.serviceId,
      provider_id: cost.providerId,
      unit,
      rate_pence: cost.amountPence,
      minimum_minutes: minimumMinutesOf(cost.description),
      valid_from: cost.validFrom,
      valid_to: cost.validTo,
      source: 'FEED',
    });
  }
  const kept = [...rows.keys()];
  await tx.manager.query(
    `delete from offer where source = 'FEED' and service_id = any ($1) and not (service_id || ' ' || unit = any ($2))`,
    [serviceIds, kept],
  );
  await writeRows(tx, { table: 'offer', columns: COLUMNS, onConflict: ON_CONFLICT }, [...rows.values()]);
}
