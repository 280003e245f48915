import * as v from 'valibot';

import { words } from '../words/en.ts';
import { dateOf, textOf } from './fields.ts';
import { amount, optionalDate, optionalNumber, readShape, type Read } from './shape.ts';

const text = words.offers.form;

/** The parts of the week beside weekdays, in the order in which they are asked. */
export const otherBands = ['EVENING', 'NIGHT', 'SATURDAY', 'SUNDAY', 'BANK_HOLIDAY'] as const;

const CapacityForm = v.object({
  free: v.pipe(v.string(), v.regex(/^\d{1,6}$/, words.offers.capacity.needNumber), v.transform(Number)),
  unit: v.picklist(['PLACES', 'HOURS_A_WEEK', 'VISITS_A_WEEK']),
});

/** Reads what is free, and what is counted. */
export function readCapacityForm(free: string, unit: string): Read<v.InferOutput<typeof CapacityForm>> {
  return readShape(CapacityForm, { free, unit });
}

const sum = (what: string) =>
  v.union(
    [
      v.pipe(
        v.literal(''),
        v.transform(() => null),
      ),
      amount(what),
    ],
    words.form.shape.money(what),
  );

const Offer = v.object({
  unit: v.picklist(['HOUR', 'VISIT', 'SESSION', 'DAY', 'WEEK'], text.needUnit),
  WEEKDAY: amount(text.prices),
  EVENING: sum(text.prices),
  NIGHT: sum(text.prices),
  SATURDAY: sum(text.prices),
  SUNDAY: sum(text.prices),
  BANK_HOLIDAY: sum(text.prices),
  showsPrice: v.picklist(['EXACT', 'RANGE', 'NONE'], text.needShows),
  rangeFrom: sum(text.prices),
  rangeTo: sum(text.prices),
  travel: sum(text.travelField),
  workers: optionalNumber(text.number.workers),
  minimumMinutes: optionalNumber(text.number.minimum),
  noticeDays: optionalNumber(text.number.notice),
  vat: v.union([
    v.picklist(['EXEMPT', 'ZERO', 'REDUCED', 'STANDARD']),
    v.pipe(
      v.string(),
      v.transform(() => null),
    ),
  ]),
  funding: v.array(
    v.picklist([
      'COUNCIL_MANAGED',
      'DIRECT_PAYMENT',
      'INDIVIDUAL_SERVICE_FUND',
      'PERSONAL_HEALTH_BUDGET',
      'SELF_FUNDED',
    ]),
  ),
  areas: v.array(v.string()),
  couldStartOn: optionalDate(text.dayField.couldStart),
  startsOn: optionalDate(text.dayField.from),
  endsOn: optionalDate(text.dayField.until),
});

const OfferForm = v.pipe(
  v.object({ offer: Offer }),
  v.transform(({ offer: { WEEKDAY, EVENING, NIGHT, SATURDAY, SUNDAY, BANK_HOLIDAY, ...offer } }) => {
    const told = { EVENING, NIGHT, SATURDAY, SUNDAY, BANK_HOLIDAY };
    const others = otherBands.flatMap((band) => (told[band] === null ? [] : [{ band, rate: told[band] }]));
    return { ...offer, rates: [{ band: 'WEEKDAY' as const, rate: WEEKDAY }, ...others] };
  }),
);

/** Reads the form of a price; what was left empty is not said. */
export function readOfferForm(form: FormData): Read<v.InferOutput<typeof OfferForm>> {
  const field = (name: string) => textOf(form, `offer-${name}`);
  const prices = Object.fromEntries(['WEEKDAY', ...otherBands].map((band) => [band, field(band)]));
  const names = [
    'unit',
    'showsPrice',
    'rangeFrom',
    'rangeTo',
    'travel',
    'workers',
    'minimumMinutes',
    'noticeDays',
    'vat',
  ];
  const days = Object.fromEntries(
    ['couldStartOn', 'startsOn', 'endsOn'].map((name) => [name, dateOf(form, `offer-${name}`)]),
  );
  return readShape(OfferForm, {
    offer: {
      ...prices,
      ...Object.fromEntries(names.map((name) => [name, field(name)])),
      ...days,
      funding: form.getAll('offer-funding'),
      areas: field('areas')
        .split(',')
        .map((area) => area.trim())
        .filter((area) => area !== ''),
    },
  });
}
