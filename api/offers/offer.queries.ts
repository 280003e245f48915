import type { Transaction } from '../platform/transaction.ts';
import { Offer } from './offer.entity.ts';

/** The offers for a service, by unit. */
export async function offersForService(tx: Transaction, serviceId: string): Promise<Offer[]> {
  return tx.manager.find(Offer, { where: { serviceId }, order: { unit: 'ASC', id: 'ASC' } });
}
