import type { Transaction } from '../platform/transaction.ts';

// A home that is registered for accommodation gives personal care too, so the wider activity is the one that is marked.
const MARK = `
  update service set regulated_activity = told.activity
  from (
    select r.service_id, case
        when bool_or('ACCOMMODATION_WITH_CARE' = any (r.activities)) then 'ACCOMMODATION_WITH_CARE'
        when bool_or('NURSING_CARE' = any (r.activities)) then 'NURSING_CARE'
        when bool_or('PERSONAL_CARE' = any (r.activities)) then 'PERSONAL_CARE' end as activity
    from registration r
    where r.service_id = any ($1) and r.regulator in ('CQC', 'CIW', 'CIS', 'RQIA')
    group by r.service_id) told
  where service.id = told.service_id and told.activity is not null and service.regulated_activity is null`;

/** Marks services that a register of care lists as the regulated care they are; what somebody said already is left as it is. */
export async function markRegulatedCare(tx: Transaction, serviceIds: readonly string[]): Promise<void> {
  if (serviceIds.length > 0) await tx.manager.query(MARK, [serviceIds]);
}
