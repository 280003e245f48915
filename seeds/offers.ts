import { addDays, dayAt } from '../api/common/calendar.ts';
import { makeOffer } from '../api/offers/make-offer.ts';
import { stateCapacity } from '../api/offers/state-capacity.ts';
import { stateCriteria } from '../api/offers/state-criteria.ts';
import type { People } from './people.ts';
import { planted, type World } from './world.ts';

/** Plants prices that providers state themselves: one that everybody sees, one told as a range, one not told; what is free; and rules. */
export async function plantOffers(world: World, people: People): Promise<void> {
  const [priya, tom] = [people.people.get('priya') ?? '', people.people.get('tom') ?? ''];
  const companions = await plantCompanions(world, priya);
  const nights = planted(
    await makeOffer(world.as(tom, 20), {
      serviceId: world.service('Larkfield night sitting'),
      offer: {
        ...{ unit: 'HOUR', showsPrice: 'RANGE', rangeFrom: '25.00', rangeTo: '35.00', vat: 'EXEMPT' },
        rates: [
          { band: 'WEEKDAY', rate: '25.00' },
          { band: 'NIGHT', rate: '27.50' },
          { band: 'BANK_HOLIDAY', rate: '34.00' },
        ],
        ...{ funding: ['COUNCIL_MANAGED', 'DIRECT_PAYMENT', 'SELF_FUNDED'], minimumMinutes: 480, noticeDays: 14 },
      },
    }),
  );
  planted(
    await makeOffer(world.as(tom, 20), {
      serviceId: world.service('Larkfield live-in care'),
      offer: { unit: 'DAY', showsPrice: 'NONE', rates: [{ band: 'WEEKDAY', rate: '184.30' }], vat: 'EXEMPT' },
    }),
  );
  planted(await stateCapacity(world.as(priya, 2), { offerId: companions, free: 3, unit: 'PLACES' }));
  planted(await stateCapacity(world.as(tom, 17), { offerId: nights, free: 2, unit: 'VISITS_A_WEEK' }));
}

async function plantCompanions(world: World, priya: string): Promise<string> {
  const serviceId = world.service('Travel companions');
  const today = dayAt(world.now);
  planted(
    await stateCriteria(world.as(priya, 20), {
      serviceId,
      criteria: [
        {
          ...{ attribute: 'AREA', operator: 'ANY_OF', accepted: ['FM1', 'FM2', 'FM3'], isHard: false },
          ...{ ruleText: 'We set out from homes in FM1, FM2 and FM3', question: 'Would you come to me?' },
        },
        {
          ...{ attribute: 'MOBILITY', operator: 'ASK', isHard: false },
          ...{ ruleText: 'We walk and take the bus', question: 'Can you help somebody who uses a wheelchair?' },
        },
      ],
    }),
  );
  return planted(
    await makeOffer(world.as(priya, 20), {
      serviceId,
      offer: {
        ...{ unit: 'HOUR', showsPrice: 'EXACT', travel: '2.50', vat: 'EXEMPT', noticeDays: 28, minimumMinutes: 60 },
        rates: [
          { band: 'WEEKDAY', rate: '18.90' },
          { band: 'WEEKDAY', rate: '19.40', startsOn: addDays(today, 120) },
          { band: 'SATURDAY', rate: '20.00' },
          { band: 'SUNDAY', rate: '22.50' },
        ],
        funding: ['COUNCIL_MANAGED', 'DIRECT_PAYMENT', 'SELF_FUNDED'],
        areas: ['FM1', 'FM2', 'FM3'],
      },
    }),
  );
}
