import { isId } from '../common/id.ts';
import { Organisation } from '../organisations/organisation.entity.ts';
import { notFound } from '../platform/problems.ts';
import type { Transaction } from '../platform/transaction.ts';
import { Service } from './service.entity.ts';

/** The service of that id; throws NOT_FOUND when there is none. */
export async function getService(tx: Transaction, serviceId: string): Promise<Service> {
  const found = isId(serviceId) ? await tx.manager.findOneBy(Service, { id: serviceId }) : null;
  if (!found) throw notFound('service');
  return found;
}

/** The organisation of that id; throws NOT_FOUND when it is absent or not listed. */
export async function getOrganisation(tx: Transaction, organisationId: string): Promise<Organisation> {
  const found = isId(organisationId) ? await tx.manager.findOneBy(Organisation, { id: organisationId }) : null;
  if (!found) throw notFound('organisation');
  return found;
}
