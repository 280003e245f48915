import { serviceView } from '../directory/service.view.ts';
import { sql } from '../platform/read/sql.ts';
import { column, defineView, extendView, many, one, part, type View } from '../platform/read/view.ts';
import type { StatedCapacity } from './capacity.rules.ts';
import type { ToldPrice } from './rate.rules.ts';

/** What the resolvers of an offer find on its row. */
export type OfferRow = ToldPrice & {
  readonly providerId: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
};

const MOST_RATES = 60;

/** How a rate is read: those of a hidden price by those alone whom the database lets. */
export const offerRateView = defineView('OfferRate', {
  table: 'offer_rate',
  columns: {
    id: column((t) => sql`(${t}.offer_id || ${t}.band || ${t}.starts_on)`, 'text'),
    band: 'band',
    rate: 'rate_pence',
    startsOn: column('starts_on', 'date'),
  },
});

/** How what is free of an offer is read. */
export const capacityView = defineView<StatedCapacity>('Capacity', {
  columns: {
    // Room whose time is over is free again though nobody has touched the offer since (rule R47).
    free: (t) => sql`(${t}.capacity_free + access.lapsed_capacity(${t}.id))`,
    unit: 'capacity_unit',
    statedAt: column('capacity_stated_at', 'instant'),
  },
  needs: { isConfirmed: ['statedAt'], summary: ['free', 'unit', 'statedAt'] },
});

/** How a range of prices is read. */
export const priceRangeView = defineView('PriceRange', {
  columns: { from: 'range_from_pence', to: 'range_to_pence' },
});

/**
 * How an offer is read. Its rate is that of a weekday: of today, or of its first day when it has not begun; null for whoever
 * may not read its rates.
 */
export const offerView: View<OfferRow> = defineView<OfferRow>('Offer', {
  table: 'offer',
  columns: {
    id: 'id',
    providerId: 'provider_id',
    unit: 'unit',
    showsPrice: 'shows_price',
    rate: (t) => sql`coalesce((
      select r.rate_pence from offer_rate r where r.offer_id = ${t}.id and r.band = 'WEEKDAY'
      order by r.starts_on > current_date, abs(r.starts_on - current_date) limit 1), ${t}.rate_pence)`,
    rangeFrom: 'range_from_pence',
    rangeTo: 'range_to_pence',
    travel: 'travel_pence',
    workers: 'workers',
    vat: 'vat',
    areas: 'areas',
    funding: 'funding',
    noticeDays: 'notice_days',
    minimumMinutes: 'minimum_minutes',
    couldStartOn: column('could_start_on', 'date'),
    validFrom: column('valid_from', 'date'),
    startsOn: column('valid_from', 'date'),
    validTo: column('valid_to', 'date'),
    endsOn: column('valid_to', 'date'),
    isFromFeed: (t) => sql`(${t}.source = 'FEED')`,
  },
  needs: {
    isCurrent: ['validFrom', 'validTo'],
    viewerCanKeep: ['providerId'],
    price: ['unit', 'showsPrice', 'rate', 'rangeFrom', 'rangeTo'],
    publicPrice: ['unit', 'showsPrice', 'rate', 'rangeFrom', 'rangeTo'],
  },
  one: { service: one(() => serviceView, 'service_id'), replaces: one(() => offerView, 'replaces_id') },
  many: {
    rates: many(() => offerRateView, {
      on: 'offer_id',
      orderBy: [
        [
          column(
            (t) => sql`array_position(array['WEEKDAY', 'EVENING', 'NIGHT', 'SATURDAY', 'SUNDAY'], ${t}.band)`,
            'integer',
          ),
          'asc',
          'nullable',
        ],
        ['startsOn', 'asc'],
      ],
      limit: MOST_RATES,
    }),
  },
  parts: {
    capacity: part(
      () => capacityView,
      (t) => sql`${t}.capacity_free is not null`,
    ),
    priceRange: part(
      () => priceRangeView,
      (t) => sql`${t}.range_from_pence is not null`,
    ),
  },
});

// What a provider says of its own price counts for more than what a feed says, which is then left out.
extendView(serviceView, {
  columns: { offeredById: 'organisation_id' },
  needs: { viewerCanMakeOffer: ['offeredById'] },
  many: {
    offers: many(() => offerView, {
      on: 'service_id',
      where: (t) => sql`coalesce(${t}.valid_to >= current_date, true) and (${t}.source = 'PROVIDER' or not exists (
        select from offer own where own.service_id = ${t}.service_id and own.unit = ${t}.unit and own.source = 'PROVIDER'
          and current_date between coalesce(own.valid_from, '-infinity') and coalesce(own.valid_to, 'infinity')))`,
      orderBy: [['unit', 'asc']],
      limit: 20,
    }),
  },
});
