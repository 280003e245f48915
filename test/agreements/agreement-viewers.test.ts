import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Acts, actsIn, type Seen, type Stepped } from '../support/agreement-acts.ts';
import type { Cast } from '../support/make.ts';
import { field, type World, world } from '../support/world.ts';
import type { Someone } from '../support/make.ts';

const HIDDEN = '! NOT_FOUND';
const FORBIDDEN = '! FORBIDDEN';

let here: World;
let acts: Acts;
let shared: Cast;
let crowd: Record<Onlooker, Someone | null>;

/** Everybody who might try, beside those who may. */
type Onlooker =
  | 'visitor'
  | 'stranger'
  | 'broker of another authority'
  | 'budget holder of another authority'
  | 'manager of a competing provider'
  | 'member of the provider who is no manager'
  | 'key person who may look'
  | 'key person who may suggest'
  | 'key person who sees appointments only'
  | 'broker'
  | 'budget holder'
  | 'individual'
  | 'manager';

beforeAll(async () => {
  here = await world();
  acts = actsIn(here);
  const { make } = here;
  shared = await make.cast();
  const [elsewhere, rival] = [await make.authority('Saltmarsh Council'), await make.provider('Rival Care')];
  crowd = {
    visitor: null,
    stranger: await make.person('Sam Stranger'),
    'broker of another authority': await make.broker(elsewhere),
    'budget holder of another authority': await make.budgetHolder(elsewhere),
    'manager of a competing provider': await make.manager(rival),
    'member of the provider who is no manager': await make.member(shared.provider, 'MEMBER'),
    'key person who may look': await make.circleMember(shared.individual, 'VIEW'),
    'key person who may suggest': await make.circleMember(shared.individual, 'SUGGEST'),
    'key person who sees appointments only': await make.circleMember(shared.individual, 'COMMIT', ['APPOINTMENTS']),
    broker: shared.broker,
    'budget holder': shared.holder,
    individual: shared.individual,
    manager: shared.manager,
  };
});
afterAll(() => here.close());

const again = () => here.make.cast({ keep: shared });

/** Nobody outside may even learn that there is an agreement. */
const OUTSIDERS: Partial<Record<Onlooker, string>> = {
  visitor: HIDDEN,
  stranger: HIDDEN,
  'broker of another authority': HIDDEN,
  'budget holder of another authority': HIDDEN,
  'manager of a competing provider': HIDDEN,
  'key person who sees appointments only': HIDDEN,
};

const NOBODY_BINDS_FOR_HER: Partial<Record<Onlooker, string>> = {
  ...OUTSIDERS,
  'member of the provider who is no manager': FORBIDDEN,
  'key person who may look': FORBIDDEN,
  'key person who may suggest': FORBIDDEN,
  broker: FORBIDDEN,
};

function refusesOthers(
  mutation: string,
  refused: Partial<Record<Onlooker, string>>,
  prepare: () => Promise<Seen>,
  attempt: (who: Someone | null, to: Seen) => Promise<Stepped>,
): void {
  describe(mutation, () => {
    let before: Seen;
    beforeAll(async () => {
      before = await prepare();
    });
    it.each(Object.entries(refused) as [Onlooker, string][])('is refused to the %s: %s', async (who, code) => {
      expect((await attempt(crowd[who], before)).codes).toEqual([code]);
    });
    it('leaves no trace of who was refused', async () => {
      const events = await here.sql('select actor_id from event where agreement_id = $1', [before.agreementId]);
      const refusedIds = Object.keys(refused).map((who) => crowd[who as Onlooker]?.id);
      const acted = events.map(({ actor_id: actor }) => actor);
      expect(acted).not.toContain(crowd.stranger?.id);
      expect(refusedIds).not.toContain(acted.at(-1));
    });
  });
}

describe('proposeTerms', () => {
  it.each(
    Object.entries({
      ...OUTSIDERS,
      manager: HIDDEN,
      'member of the provider who is no manager': HIDDEN,
      'key person who may look': FORBIDDEN,
      'budget holder': FORBIDDEN,
    }) as [Onlooker, string][],
  )('is refused to the %s: %s (R43)', async (who, code) => {
    expect((await acts.propose(crowd[who], shared.optionId)).codes).toEqual([code]);
  });

  it.each(['broker', 'individual', 'key person who may suggest'] as const)('is open to the %s', async (who) => {
    const cast = await again();
    expect((await acts.propose(crowd[who], cast.optionId)).codes).toEqual([]);
  });
});

refusesOthers(
  'counterTerms',
  {
    ...OUTSIDERS,
    'member of the provider who is no manager': FORBIDDEN,
    'key person who may look': FORBIDDEN,
    'budget holder': FORBIDDEN,
  },
  async () => acts.countered(await again()),
  (who, to) => acts.counter(who, to, { rate: '22.50' }),
);

refusesOthers(
  'acceptTerms (R25)',
  { ...NOBODY_BINDS_FOR_HER, 'budget holder': FORBIDDEN },
  async () => acts.countered(await again()),
  (who, to) => acts.accept(who, to),
);

refusesOthers(
  'declineTerms (R25)',
  { ...NOBODY_BINDS_FOR_HER, 'budget holder': FORBIDDEN },
  async () => acts.countered(await again()),
  (who, to) => acts.decline(who, to),
);

refusesOthers(
  'withdrawAgreement',
  {
    ...OUTSIDERS,
    'member of the provider who is no manager': FORBIDDEN,
    'key person who may look': FORBIDDEN,
    'budget holder': FORBIDDEN,
  },
  async () => acts.countered(await again()),
  (who, to) => acts.withdraw(who, to),
);

refusesOthers(
  'signAgreement (R45)',
  NOBODY_BINDS_FOR_HER,
  async () => acts.agreed(await again()),
  (who, to) => acts.sign(who, to),
);

describe('who may decide for the individual', () => {
  it('a key person who may commit accepts and signs, and the signature says that it was theirs (R25, R45)', async () => {
    const cast = await again();
    const niece = await here.make.circleMember(cast.individual, 'COMMIT', ['AGREEMENTS', 'BUDGET'], 'Nia Niece');
    const written = await acts.countered(cast);
    const agreed = acts.taken(await acts.accept(niece, written));
    expect(agreed.status).toBe('AGREED');
    acts.taken(await acts.sign(niece, agreed, { method: 'TYPED' }));
    const signatures = await here.sql(
      'select party, method, signed_by, terms_hash from signature where agreement_id = $1',
      [agreed.agreementId],
    );
    expect(signatures).toEqual([
      { party: 'INDIVIDUAL', method: 'REPRESENTATIVE', signed_by: niece.id, terms_hash: written.hash },
    ]);
  });

  it('a key person who may commit but not see the budget cannot promise its money', async () => {
    const cast = await again();
    const nephew = await here.make.circleMember(cast.individual, 'COMMIT', ['AGREEMENTS'], 'Ned Nephew');
    expect((await acts.accept(nephew, await acts.countered(cast))).codes).toEqual([FORBIDDEN]);
  });

  it('terms of the broker bind nobody: after the provider the individual is asked (R25)', async () => {
    const cast = await again();
    const accepted = acts.taken(await acts.accept(cast.manager, await acts.proposed(cast)));
    expect(accepted.status).toBe('PROPOSED');
    expect(field(accepted.told, 'acceptTerms')['agreement']).toMatchObject({ waitingFor: ['INDIVIDUAL'] });
    expect(acts.taken(await acts.accept(cast.individual, accepted)).status).toBe('AGREED');
  });

  it('terms that the individual wrote herself are agreed as soon as the provider accepts, and their cost is promised (R8, R9)', async () => {
    const cast = await again();
    const written = acts.taken(await acts.propose(cast.individual, cast.optionId));
    expect(acts.taken(await acts.accept(cast.manager, written)).status).toBe('AGREED');
    const promised = await here.sql('select amount_pence from commitment where agreement_id = $1', [
      written.agreementId,
    ]);
    expect(promised).toEqual([{ amount_pence: 43_200 }]);
  });
});

describe('what a reader is told of an agreement', () => {
  const PAGE = `query Page($id: ID!) { agreement(id: $id) {
    individualLabel individual { id alias person { name } postcode situation } budget { id } budgetLeftAfter { amount } outcome { statement }
    viewerRole viewerCanAccept viewerCanCounter viewerCanDecline viewerCanSign viewerCanWithdraw statusSentence waitingForMe
  } }`;
  const page = async (who: Someone | null, { agreementId }: Seen) =>
    (await here.as(who)(PAGE, { id: agreementId })).data?.['agreement'];

  it('gives the provider an alias until something is agreed, and no home ever (R44)', async () => {
    const cast = await here.make.cast();
    const written = await acts.countered(cast);
    expect(await page(cast.manager, written)).toMatchObject({
      individualLabel: cast.individual.alias,
      individual: null,
      budget: null,
      budgetLeftAfter: null,
      outcome: null,
      viewerRole: 'PROVIDER',
      viewerCanAccept: false,
    });
    acts.taken(await acts.accept(cast.individual, written));
    expect(await page(cast.manager, written)).toMatchObject({
      individualLabel: 'Amira',
      individual: { person: { name: 'Amira Okoro' }, postcode: null, situation: null },
      budget: null,
      outcome: null,
    });
  });

  it('gives what each may do, so that no client works it out', async () => {
    const cast = await here.make.cast();
    const written = await acts.countered(cast);
    expect(await page(cast.individual, written)).toMatchObject({
      ...{ viewerRole: 'INDIVIDUAL', viewerCanAccept: true, viewerCanCounter: true, viewerCanDecline: true },
      ...{ viewerCanSign: false, viewerCanWithdraw: true, waitingForMe: true, statusSentence: 'Waiting for you' },
    });
    expect(await page(cast.broker, written)).toMatchObject({
      ...{ viewerRole: null, viewerCanAccept: false, viewerCanCounter: true, viewerCanDecline: false },
      ...{ viewerCanSign: false, viewerCanWithdraw: true, waitingForMe: false, statusSentence: 'Waiting for Amira' },
    });
  });

  it.each(Object.keys(OUTSIDERS) as Onlooker[])('is nothing at all for the %s', async (who) => {
    expect(await page(crowd[who], await acts.proposed(await again()))).toBeNull();
  });
});
