import { serviceView } from '../directory/service.view.ts';
import { column, defineView, extendView, many, one } from '../platform/read/view.ts';

/** The days between which an offer holds, as they are read. */
export type OfferRow = { readonly validFrom: string | null; readonly validTo: string | null };

/** How an offer is read; the rate is pence under the name of the schema's Money field. */
export const offerView = defineView<OfferRow>('Offer', {
  table: 'offer',
  columns: {
    id: 'id',
    unit: 'unit',
    rate: 'rate_pence',
    minimumMinutes: 'minimum_minutes',
    couldStartOn: column('could_start_on', 'date'),
    validFrom: column('valid_from', 'date'),
    validTo: column('valid_to', 'date'),
  },
  needs: { isCurrent: ['validFrom', 'validTo'] },
  one: { service: one(() => serviceView, 'service_id') },
});

extendView(serviceView, {
  many: { offers: many(() => offerView, { on: 'service_id', orderBy: [['unit', 'asc']], limit: 20 }) },
});
