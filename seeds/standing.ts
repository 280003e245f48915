import { addDays, dayAt } from '../api/common/calendar.ts';
import { recordBirthDate } from '../api/representatives/record-birth-date.ts';
import { recordCourtOrder } from '../api/representatives/record-court-order.ts';
import { recordRepresentation } from '../api/representatives/record-representation.ts';
import { births, courtOrders, representations } from './fenmoor/standing.ts';
import type { People } from './people.ts';
import { planted, type World } from './world.ts';

/** Plants who may decide for whom, when children were born, and an order that keeps a parent out. */
export async function plantStanding(world: World, { individuals, people }: People): Promise<void> {
  const today = dayAt(world.now);
  const by = (broker: string) => world.as(people.get(broker) ?? '');
  for (const { individual, broker, daysAgo } of births) {
    const born = { individualId: individuals.get(individual) ?? '', bornOn: addDays(today, -daysAgo) };
    planted(await recordBirthDate(by(broker), born));
  }
  for (const { individual, holder, broker, sinceDaysAgo, ...rest } of representations) {
    const who = { individualId: individuals.get(individual) ?? '', personId: people.get(holder) ?? '' };
    const days = { startsOn: addDays(today, -sinceDaysAgo) };
    const plain = { actsAlone: false, hasPermission: false };
    planted(await recordRepresentation(by(broker), { ...who, ...days, ...plain, ...rest }));
  }
  for (const { individual, person, broker, evidence, daysAgo } of courtOrders) {
    const who = { individualId: individuals.get(individual) ?? '', personId: people.get(person) ?? '' };
    planted(await recordCourtOrder(by(broker), { ...who, evidence, orderedOn: addDays(today, -daysAgo) }));
  }
}
