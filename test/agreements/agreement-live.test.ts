import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Acts, actsIn } from '../support/agreement-acts.ts';
import { type Feed, feedOf, feedsOf } from '../support/feed.ts';
import { type World, world } from '../support/world.ts';

const THE_WAY = [
  'TERMS_PROPOSED',
  'TERMS_COUNTERED',
  'TERMS_ACCEPTED',
  'AGREEMENT_SIGNED',
  'AGREEMENT_SIGNED',
  'AGREEMENT_SIGNED',
];
const STANDS = ['PROPOSED', 'COUNTERED', 'AGREED', 'PART_SIGNED', 'PART_SIGNED', 'SIGNED'];

let here: World;
let acts: Acts;
beforeAll(async () => {
  here = await world();
  acts = actsIn(here);
});
afterAll(() => here.close());

const typesOf = (feed: Feed) => feed.told.map(({ type }) => type);

describe('agreementStatusChanged', () => {
  it('tells every party each step in order, and nobody else anything (R43, R55)', async () => {
    const { make } = here;
    const cast = await make.cast();
    const rival = await make.manager(await make.provider('Rival Care'));
    const stranger = await make.person('Sam Stranger');
    const visitorOfPlan = await make.circleMember(cast.individual, 'VIEW', ['PLAN']);
    const parties = await feedsOf(here, [cast.individual, cast.manager, cast.holder]);
    const others = await feedsOf(here, [rival, stranger, visitorOfPlan]);

    const proposed = await acts.proposed(cast);
    const countered = acts.taken(await acts.counter(cast.manager, proposed));
    acts.taken(await acts.accept(cast.individual, countered));
    for (const signer of [cast.individual, cast.holder, cast.manager]) acts.taken(await acts.sign(signer, countered));

    for (const feed of parties) {
      await feed.until(THE_WAY.length);
      expect(typesOf(feed)).toEqual(THE_WAY);
      expect(feed.told.every(({ agreement }) => agreement?.id === proposed.agreementId)).toBe(true);
      // Each push reads the agreement afresh, so that a later step may show already, but never an earlier one.
      feed.told.forEach(({ agreement }, place) => {
        expect(STANDS.slice(place)).toContain(agreement?.status);
      });
      expect(feed.told.at(-1)?.agreement?.status).toBe('SIGNED');
    }

    // A step that the others may see comes after all they might have been told of.
    const own = await make.cast({
      keep: { provider: { id: await organisationOf(rival.id), name: 'Rival Care', kind: 'PROVIDER' }, manager: rival },
    });
    acts.taken(await acts.propose(own.broker, own.optionId));
    const [rivals, strangers, planners] = others;
    await rivals?.until(1);
    expect(rivals?.told.map(({ agreement }) => agreement?.id)).not.toContain(proposed.agreementId);
    expect([strangers?.told, planners?.told]).toEqual([[], []]);
  });

  it('speaks to each in their own words, and names nobody who may not be known yet (R44)', async () => {
    const cast = await here.make.cast();
    const [hers, theirs] = [await feedOf(here, cast.individual), await feedOf(here, cast.manager)];
    const proposed = acts.taken(await acts.propose(cast.individual, cast.optionId));
    await Promise.all([hers.until(1), theirs.until(1)]);
    expect(hers.told[0]?.sentence).toMatch(/^You suggested terms/);
    expect(theirs.told[0]?.sentence).toMatch(/^Person K7 suggested terms/);
    expect(JSON.stringify(theirs.told)).not.toContain('Amira');
    expect(proposed.codes).toEqual([]);
  });

  it('goes on from a cursor without gap or repeat', async () => {
    const cast = await here.make.cast();
    const first = await feedOf(here, cast.individual);
    const proposed = await acts.proposed(cast);
    await first.until(1);
    await first.stop();

    const countered = acts.taken(await acts.counter(cast.manager, proposed));
    acts.taken(await acts.accept(cast.individual, countered));
    const second = await feedOf(here, cast.individual, { after: first.told[0]?.cursor ?? '' });
    await second.until(2);
    acts.taken(await acts.sign(cast.individual, countered));
    await second.until(3);
    expect(typesOf(second)).toEqual(['TERMS_COUNTERED', 'TERMS_ACCEPTED', 'AGREEMENT_SIGNED']);
  });

  it('tells of one agreement alone when asked so', async () => {
    const cast = await here.make.cast();
    const other = await here.make.cast({ keep: cast });
    const mine = await acts.proposed(cast);
    const feed = await feedOf(here, cast.individual, { agreementId: mine.agreementId });
    await acts.proposed(other);
    acts.taken(await acts.counter(cast.manager, mine));
    await feed.until(1);
    expect(feed.told.map(({ agreement }) => agreement?.id)).toEqual([mine.agreementId]);
  });

  it('refuses a cursor that is none of ours', async () => {
    const cast = await here.make.cast();
    const feed = await feedOf(here, cast.individual, { after: 'made up' });
    await expect(feed.failure).resolves.toMatch(/cursor in \\"after\\" is not one that we gave/);
  });

  it('is silent to a key person from the day on which the mandate has ended (R55)', async () => {
    const cast = await here.make.cast();
    const niece = await here.make.circleMember(cast.individual, 'VIEW', ['AGREEMENTS']);
    const nieces = await feedOf(here, niece);
    const proposed = await acts.proposed(cast);
    await nieces.until(1);

    await here.sql(
      'update circle_member set starts_on = current_date - 2, ends_on = current_date - 1 where person_id = $1',
      [niece.id],
    );
    await expect(nieces.failure).resolves.toBe('closed with 4205');
    const countered = acts.taken(await acts.counter(cast.manager, proposed));
    const again = await feedOf(here, niece, { after: nieces.told[0]?.cursor ?? '' });
    // An event of somebody who does share with her proves that those between were passed over, not late.
    const other = await here.make.cast();
    await here.make.circleMember(other.individual, 'VIEW', ['AGREEMENTS']);
    await here.sql('update circle_member set person_id = $1 where individual_id = $2', [niece.id, other.individual.id]);
    await expect(again.failure).resolves.toBe('closed with 4205');
    const afresh = await feedOf(here, niece, { after: nieces.told[0]?.cursor ?? '' });
    acts.taken(await acts.accept(cast.individual, countered));
    const theirs = await acts.proposed(other);
    await afresh.until(1);
    expect(afresh.told.map(({ agreement }) => agreement?.id)).toEqual([theirs.agreementId]);
  });

  it('tells a provider nothing of events that other providers cause, in counts or cursors (R43)', async () => {
    const cast = await here.make.cast();
    const theirs = await here.make.cast({
      keep: { authority: cast.authority, broker: cast.broker, holder: cast.holder },
    });
    const feed = await feedOf(here, cast.manager);
    acts.taken(await acts.propose(theirs.broker, theirs.optionId));
    acts.taken(await acts.propose(cast.broker, cast.optionId));
    await feed.until(1);
    expect(feed.told.map(({ agreement }) => agreement?.provider.name)).toEqual([cast.provider.name]);
    expect(feed.told).toHaveLength(1);
  });
});

async function organisationOf(personId: string): Promise<string> {
  const [row] = await here.sql<{ organisation_id: string }>(
    'select organisation_id from membership where person_id = $1',
    [personId],
  );
  return row?.organisation_id ?? '';
}
