import type { Someone } from '../support/make.ts';
import { codesOf, field, type World } from '../support/world.ts';

/** What came of a mutation about offers. */
export interface Kept {
  readonly codes: string[];
  readonly offer: Record<string, unknown> | null;
}

/** An offer by the hour at £22.10, told to everybody. */
export const OFFER = { unit: 'HOUR', rates: [{ band: 'WEEKDAY', rate: '22.10' }], showsPrice: 'EXACT' } as const;

/** Every field of an offer that a price could be read from, or guessed. */
export const PRICES = `id price showsPrice rate { amount } priceRange { from { amount } to { amount } } rates { band startsOn rate { amount } }`;

const FIELDS = `${PRICES} unit workers vat areas funding noticeDays minimumMinutes couldStartOn startsOn endsOn isCurrent
  isFromFeed viewerCanKeep travel { amount } capacity { free unit statedAt isConfirmed summary } replaces { id endsOn price }`;

/** The mutations about offers, as people send them over HTTP. */
export function offersIn(world: World) {
  const act = async (who: Someone | null, mutation: string, input: Record<string, unknown>): Promise<Kept> => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
    const document = `mutation ${type}($input: ${type}Input!) { ${mutation}(input: $input) { offer { ${FIELDS} } userErrors { code message field } } }`;
    const told = await world.as(who)(document, { input });
    const codes = codesOf(told, mutation);
    const offer = told.codes.length > 0 ? null : (field(told, mutation)['offer'] as Kept['offer']);
    return { codes, offer };
  };
  const taken = ({ codes, offer }: Kept): string => {
    if (codes.length > 0 || !offer) throw new Error(`Refused: ${codes.join()}`);
    return String(offer['id']);
  };
  return {
    act,
    taken,
    make: (who: Someone | null, serviceId: string, offer: Record<string, unknown> = {}) =>
      act(who, 'makeOffer', { serviceId, offer: { ...OFFER, ...offer } }),
    revise: (who: Someone | null, offerId: string, offer: Record<string, unknown> = {}) =>
      act(who, 'reviseOffer', { offerId, offer: { ...OFFER, ...offer } }),
    end: (who: Someone | null, offerId: string, lastOn: string | null = null) =>
      act(who, 'endOffer', { offerId, lastOn }),
    stateCapacity: (who: Someone | null, offerId: string, free: number | null, unit: string | null = null) =>
      act(who, 'stateCapacity', { offerId, free, unit }),
    /** The offers of a service as that person reads them. */
    readBy: async (who: Someone | null, serviceId: string) => {
      const told = await world.as(who)(`query Q($id: ID!) { service(id: $id) { offers { ${FIELDS} } } }`, {
        id: serviceId,
      });
      return field(told, 'service')['offers'] as Record<string, unknown>[];
    },
  };
}
