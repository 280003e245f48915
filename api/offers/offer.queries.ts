import { In } from 'typeorm';
import { timestampOf } from '../common/calendar.ts';
import { isId } from '../common/id.ts';
import { canEditDirectory } from '../directory/directory.policy.ts';
import { registrationsOf } from '../directory/registration.queries.ts';
import { Service } from '../directory/service.entity.ts';
import { Organisation } from '../organisations/organisation.entity.ts';
import { ActedAs, recordEvent } from '../platform/events.ts';
import { authorise, notFound } from '../platform/problems.ts';
import type { Transaction } from '../platform/transaction.ts';
import { OfferRate } from './offer-rate.entity.ts';
import { Offer } from './offer.entity.ts';
import { canKeepOffers } from './offer.policy.ts';
import type { OfferStanding, ServiceToOffer } from './keeping.rules.ts';
import type { KeptOffer } from './making.rules.ts';

/** An offer that this transaction holds, with all that the rules ask of it. */
export type HeldOffer = Offer & OfferStanding;

const MEMBERS_ONLY = 'Only somebody who acts for the organisation can do this.';

/**
 * The service whose organisation the viewer acts for, with its registrations; throws NOT_FOUND when there is none, FORBIDDEN
 * for others.
 */
export async function getOwnService(tx: Transaction, serviceId: string): Promise<Service & ServiceToOffer> {
  const service = isId(serviceId) ? await tx.manager.findOneBy(Service, { id: serviceId }) : null;
  if (!service) throw notFound('service');
  authorise(canKeepOffers(tx.viewer, service.organisationId), MEMBERS_ONLY);
  const runBy = await tx.manager.findOneByOrFail(Organisation, { id: service.organisationId });
  return { ...service, organisationKind: runBy.kind, registrations: await registrationsOf(tx, service.id) };
}

/**
 * Locks a service that the viewer may say something about, as one of its own members or as an editor of the directory, until
 * the transaction ends; throws NOT_FOUND when there is none, FORBIDDEN for others.
 */
export async function lockStatedService(
  tx: Transaction,
  serviceId: string,
): Promise<{ readonly service: Service; readonly isOwn: boolean }> {
  const seen = isId(serviceId) ? await tx.manager.findOneBy(Service, { id: serviceId }) : null;
  if (!seen) throw notFound('service');
  const isOwn = canKeepOffers(tx.viewer, seen.organisationId);
  authorise(isOwn || canEditDirectory(tx.viewer), 'Only its organisation or an editor of the directory can say this.');
  const lock = { mode: 'pessimistic_write' } as const;
  return { service: await tx.manager.findOneOrFail(Service, { where: { id: serviceId }, lock }), isOwn };
}

/**
 * Locks an offer of the viewer's own organisation until the transaction ends, and with it those that it follows or that
 * follow it and have not ended; throws NOT_FOUND when there is none, FORBIDDEN for others.
 */
export async function lockOwnOffer(tx: Transaction, offerId: string): Promise<HeldOffer> {
  const seen = isId(offerId) ? await tx.manager.findOneBy(Offer, { id: offerId }) : null;
  if (!seen) throw notFound('offer');
  authorise(canKeepOffers(tx.viewer, seen.providerId), MEMBERS_ONLY);

  // In the order of their ids, as acceptances lock them too, so that the two cannot wait on each other.
  await tx.manager.query(
    'select id from offer where id = $1 or id in (select access.offer_line($1)) order by id for update',
    [offerId],
  );
  const offer = await tx.manager.findOneByOrFail(Offer, { id: offerId });
  return { ...offer, isReplaced: await tx.manager.existsBy(Offer, { replacesId: offerId }) };
}

/** Writes an offer down with its rates, and answers its id; of an earlier offer it keeps what was said to be free. */
export async function insertOffer(
  tx: Transaction,
  whose: { readonly serviceId: string; readonly providerId: string },
  { rates, ...kept }: KeptOffer,
  replaced: HeldOffer | null,
): Promise<string> {
  const id = tx.newId();
  const { serviceId, providerId } = whose;
  await tx.manager.insert(Offer, {
    ...kept,
    ...{ id, serviceId, providerId, source: 'PROVIDER' },
    replacesId: replaced?.id ?? null,
    capacityFree: replaced?.capacityFree ?? null,
    capacityUnit: replaced?.capacityUnit ?? null,
    capacityStatedAt: replaced?.capacityStatedAt ?? null,
    madeAt: timestampOf(tx.now()),
  });
  const isPublic = kept.showsPrice === 'EXACT';
  await tx.manager.insert(
    OfferRate,
    rates.map((rate) => ({ ...rate, offerId: id, providerId, serviceId, isPublic })),
  );
  return id;
}

/** The offers that are one and the same from a person's side and still hold or will: revisions of each other. */
export async function standingRevisions(tx: Transaction, offerId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.manager.query('select id from access.offer_line($1) as id order by id', [
    offerId,
  ]);
  return rows.map(({ id }) => id);
}

/** Ends an offer on that day. */
export async function endOn(tx: Transaction, offerId: string, lastOn: string): Promise<void> {
  await tx.manager.update(Offer, { id: offerId }, { validTo: lastOn });
}

/** Keeps what the provider says is free, as of now; null takes it back. */
export async function keepCapacity(
  tx: Transaction,
  offerIds: readonly string[],
  stated: Pick<Offer, 'capacityFree' | 'capacityUnit'>,
): Promise<void> {
  const capacityStatedAt = stated.capacityFree === null ? null : timestampOf(tx.now());
  await tx.manager.update(Offer, { id: In([...offerIds]) }, { ...stated, capacityStatedAt });
}

/** Records what a provider did with an offer; prices are never told, since events of a provider may be read by others. */
export async function recordOfferEvent(
  tx: Transaction,
  offer: { readonly serviceId: string; readonly providerId: string },
  type: 'OFFER_MADE' | 'OFFER_REVISED' | 'OFFER_ENDED' | 'CAPACITY_STATED',
  data: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  const { serviceId, providerId } = offer;
  await recordEvent(tx, {
    stream: `service:${serviceId}`,
    type,
    actedAs: ActedAs.PROVIDER,
    providerId,
    data: { serviceId, ...data },
  });
}
