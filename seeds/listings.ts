import { ANONYMOUS } from '../api/common/viewer.ts';
import { editService } from '../api/directory/edit-service.ts';
import { claimOrganisation } from '../api/listings/claim-organisation.ts';
import { suggestChange } from '../api/listings/suggest-change.ts';
import { suggestListing } from '../api/listings/suggest-listing.ts';
import { type Context, makeContext } from '../api/platform/context.ts';
import type { People } from './people.ts';
import { planted, type World } from './world.ts';

/** Plants what people say about entries: one kept by those who run it, two suggestions, a tip, and a claim. */
export async function plantListings(world: World, app: Context, people: People): Promise<void> {
  const visitor = makeContext({
    viewer: ANONYMOUS,
    db: app.db,
    log: app.log,
    now: () => world.now.subtract({ hours: 50 }),
  });
  const table = world.service('Thursday Table');
  const beryl = world.as(people.people.get('beryl') ?? '', 6);
  planted(
    await editService(beryl, { serviceId: table, entry: { couldStart: 'Come this Thursday. You need not book.' } }),
  );
  planted(
    await suggestChange(visitor, {
      serviceId: table,
      entry: { phone: '01632 960177' },
      why: 'I rang the old number and it was somebody else. This is on the poster at the hall.',
    }),
  );
  planted(
    await suggestChange(visitor, {
      serviceId: world.service('Film afternoon'),
      hasClosed: true,
      why: 'The projector was sold in the spring, and nobody has come since.',
    }),
  );
  planted(
    await suggestListing(visitor, {
      organisationName: 'Fenmoor Bell Ringers',
      entry: {
        name: 'Ringing for beginners',
        areas: ['Fenmoor'],
        description: 'Learn to ring. You can sit down to do it.',
      },
      why: 'My neighbour goes on Wednesdays.',
    }),
  );
  await plantClaim(world, people);
}

async function plantClaim(world: World, people: People): Promise<void> {
  const carys = world.as(people.people.get('carys') ?? '', 1);
  planted(
    await claimOrganisation(carys, {
      organisationId: world.organisation('Caffi Cymunedol'),
      role: 'I open up on Tuesdays and keep the diary.',
      evidence: 'Ring the hall and ask for the Tuesday rota; my name is on it.',
    }),
  );
}
