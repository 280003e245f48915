import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AcceptTermsErrorCode,
  CounterTermsErrorCode,
  DeclineTermsErrorCode,
  ProposeTermsErrorCode,
  SignAgreementErrorCode,
  WithdrawAgreementErrorCode,
} from '../../api/agreements/agreement-errors.rules.ts';
import type { TermsProblemCode } from '../../api/agreements/terms.rules.ts';
import type { GroundsCode } from '../../api/representatives/decision.rules.ts';
import { addOption } from '../../api/appraisals/add-option.ts';
import { chooseOption } from '../../api/appraisals/choose-option.ts';
import { openAppraisal } from '../../api/appraisals/open-appraisal.ts';
import { offersIn } from '../offers/world.ts';
import { type Acts, actsIn, type Seen, type Stepped, TERMS } from '../support/agreement-acts.ts';
import { type Cast, must, TODAY } from '../support/make.ts';
import { type World, world } from '../support/world.ts';

// Each table is keyed by the codes of its mutation, so that a new code without a test does not compile.
type Refusals<Code extends string> = Readonly<Record<Code, () => Promise<Stepped>>>;

let here: World;
let acts: Acts;
let shared: Cast;
beforeAll(async () => {
  here = await world();
  acts = actsIn(here);
  shared = await here.make.cast();
});
afterAll(() => here.close());

/** Another option, chosen by the same people from the same provider. */
const again = (): Promise<Cast> => here.make.cast({ keep: shared });

const lapse = async (step: Seen): Promise<Seen> => {
  await here.sql("update agreement set reply_by = now() - interval '1 minute' where id = $1", [step.agreementId]);
  return step;
};

const stateOf = async ({ agreementId }: Seen) => {
  const [row] = await here.sql('select state, latest_number, ended_reason from agreement where id = $1', [agreementId]);
  return row;
};

function refuses<Code extends string>(mutation: string, refusals: Refusals<Code>): void {
  describe(mutation, () => {
    it.each(Object.entries(refusals) as [Code, () => Promise<Stepped>][])('refuses with %s', async (code, attempt) => {
      const { codes, told } = await attempt();
      expect(codes).toEqual([code]);
      expect(JSON.stringify(told.body)).toMatch(/"message":"[A-Z][^"]+[.]"/);
    });
  });
}

const WRONG_TERMS: Readonly<Record<TermsProblemCode, Record<string, unknown>>> = {
  TEXT_MISSING: { place: '  ' },
  TEXT_TOO_LONG: { support: 'a'.repeat(2_001) },
  VISITS_MISSING: { visits: [] },
  VISIT_IMPOSSIBLE: { visits: [{ weekday: 'FRIDAY', startsAt: '15:00', endsAt: '13:00' }] },
  VISITS_OVERLAP: {
    visits: [
      { weekday: 'FRIDAY', startsAt: '13:00', endsAt: '15:00' },
      { weekday: 'FRIDAY', startsAt: '14:00', endsAt: '16:00' },
    ],
  },
  RATE_IMPOSSIBLE: { rate: '10000.01' },
  DAYS_IMPOSSIBLE: { endsOn: TODAY },
  NOTICE_IMPOSSIBLE: { noticeDays: 366 },
};

const wrongTerms = (attempt: (changes: Record<string, unknown>) => Promise<Stepped>) =>
  Object.fromEntries(
    Object.entries(WRONG_TERMS).map(([code, changes]) => [code, () => attempt(changes)]),
  ) as unknown as Refusals<TermsProblemCode>;

refuses<ProposeTermsErrorCode>('proposeTerms', {
  ...wrongTerms(async (changes) => acts.propose(shared.broker, shared.optionId, changes)),
  NOT_CHOSEN: async () => {
    const [row] = await here.sql<{ id: string }>(
      "select id from option where appraisal_id = $1 and kind = 'CARRY_ON_AS_NOW'",
      [shared.appraisalId],
    );
    return acts.propose(shared.broker, row?.id ?? '');
  },
  NO_PROVIDER: async () => acts.propose(shared.broker, await ownIdea()),
  ALREADY_PROPOSED: async () => {
    const cast = await again();
    await acts.proposed(cast);
    return acts.propose(cast.broker, cast.optionId);
  },
  REPLY_TOO_SOON: async () => acts.propose(shared.broker, shared.optionId, {}, { replyBy: TODAY }),
  BUDGET_EXCEEDED: async () => acts.propose(shared.individual, shared.optionId, { rate: '9999.00' }),
});

refuses<CounterTermsErrorCode>('counterTerms', {
  ...wrongTerms(async (changes) => acts.counter(shared.manager, await acts.proposed(await again()), changes)),
  NOT_OPEN: async () => {
    const cast = await again();
    const proposed = await acts.proposed(cast);
    acts.taken(await acts.withdraw(cast.broker, proposed));
    return acts.counter(cast.manager, proposed);
  },
  TERMS_SUPERSEDED: async () => {
    const cast = await again();
    const proposed = await acts.proposed(cast);
    acts.taken(await acts.counter(cast.manager, proposed));
    return acts.counter(cast.broker, proposed);
  },
  NOT_YOUR_TURN: async () => {
    const cast = await again();
    return acts.counter(cast.broker, await acts.proposed(cast));
  },
  NOTHING_CHANGED: async () => {
    const cast = await again();
    return acts.counter(cast.manager, await acts.proposed(cast), { place: ` ${TERMS.place} ` });
  },
  REPLY_TOO_SOON: async () => {
    const cast = await again();
    return acts.counter(cast.manager, await acts.proposed(cast), { rate: '23.00' }, { replyBy: TODAY });
  },
  BUDGET_EXCEEDED: async () => {
    const cast = await again();
    return acts.counter(cast.individual, await acts.countered(cast), { rate: '9999.00' });
  },
});

refuses<Exclude<AcceptTermsErrorCode, GroundsCode>>('acceptTerms', {
  NOT_OPEN: async () => {
    const cast = await again();
    const countered = await acts.countered(cast);
    acts.taken(await acts.withdraw(cast.manager, countered));
    return acts.accept(cast.individual, countered);
  },
  TERMS_SUPERSEDED: async () => {
    const cast = await again();
    const proposed = await acts.proposed(cast);
    acts.taken(await acts.counter(cast.manager, proposed));
    return acts.accept(cast.individual, proposed);
  },
  ALREADY_ACCEPTED: async () => {
    const cast = await again();
    return acts.accept(cast.individual, await acts.agreed(cast));
  },
  OFFER_EXPIRED: async () => {
    const cast = await again();
    return acts.accept(cast.individual, await lapse(await acts.countered(cast)));
  },
  BUDGET_EXCEEDED: async () => {
    const cast = await again();
    return acts.accept(cast.individual, await acts.countered(cast, { rate: '9999.00' }));
  },
  NO_CAPACITY_LEFT: async () => {
    const serviceId = await here.make.service(shared.provider);
    const offers = offersIn(here);
    const offerId = offers.taken(await offers.make(shared.manager, serviceId));
    offers.taken(await offers.stateCapacity(shared.manager, offerId, 0));
    const cast = await here.make.cast({ keep: { ...shared, serviceId } });
    return acts.accept(cast.individual, await acts.countered(cast));
  },
});

refuses<DeclineTermsErrorCode>('declineTerms', {
  NOT_OPEN: async () => {
    const cast = await again();
    return acts.decline(cast.individual, await acts.agreed(cast));
  },
  TERMS_SUPERSEDED: async () => {
    const cast = await again();
    const proposed = await acts.proposed(cast);
    acts.taken(await acts.counter(cast.manager, proposed));
    return acts.decline(cast.individual, proposed);
  },
  NOT_YOUR_TURN: async () => {
    const cast = await again();
    return acts.decline(cast.manager, await acts.countered(cast));
  },
  OFFER_EXPIRED: async () => {
    const cast = await again();
    return acts.decline(cast.individual, await lapse(await acts.countered(cast)));
  },
  REASON_MISSING: async () => {
    const cast = await again();
    return acts.decline(cast.individual, await acts.countered(cast), ' \n');
  },
});

refuses<WithdrawAgreementErrorCode>('withdrawAgreement', {
  NOT_OPEN: async () => {
    const cast = await again();
    const proposed = await acts.proposed(cast);
    acts.taken(await acts.withdraw(cast.broker, proposed));
    return acts.withdraw(cast.manager, proposed);
  },
  REASON_MISSING: async () => {
    const cast = await again();
    return acts.withdraw(cast.broker, await acts.proposed(cast), '');
  },
});

refuses<Exclude<SignAgreementErrorCode, GroundsCode>>('signAgreement', {
  NOT_AGREED: async () => {
    const cast = await again();
    return acts.sign(cast.individual, await acts.countered(cast));
  },
  TERMS_SUPERSEDED: async () => {
    const cast = await again();
    const proposed = await acts.proposed(cast);
    const written = acts.taken(await acts.counter(cast.manager, proposed));
    acts.taken(await acts.accept(cast.individual, written));
    return acts.sign(cast.individual, proposed);
  },
  ALREADY_SIGNED: async () => {
    const cast = await again();
    const agreed = await acts.agreed(cast);
    acts.taken(await acts.sign(cast.individual, agreed));
    return acts.sign(cast.individual, agreed);
  },
  INDIVIDUAL_SIGNS_FIRST: async () => {
    const cast = await again();
    return acts.sign(cast.holder, await acts.agreed(cast));
  },
  NAME_MISSING: async () => {
    const cast = await again();
    return acts.sign(cast.individual, await acts.agreed(cast), { typedName: ' ' });
  },
  NOT_READ: async () => {
    const cast = await again();
    return acts.sign(cast.individual, await acts.agreed(cast), { hasRead: false });
  },
});

describe('a refusal', () => {
  it('tells every problem at once, with the path of each field', async () => {
    const cast = await again();
    const refused = await acts.sign(cast.holder, await acts.agreed(cast), { typedName: '', hasRead: false });
    expect(refused.codes).toEqual(['INDIVIDUAL_SIGNS_FIRST', 'NAME_MISSING', 'NOT_READ']);
    expect(JSON.stringify(refused.told.body)).toContain('["input","typedName"]');
  });

  it('leaves the agreement as it was and answers it as it stands', async () => {
    const cast = await again();
    const countered = await acts.countered(cast, { rate: '9999.00' });
    const refused = await acts.accept(cast.individual, countered);
    expect(refused).toMatchObject({ codes: ['BUDGET_EXCEEDED'], status: 'COUNTERED', hash: countered.hash });
    expect(await stateOf(countered)).toMatchObject({ state: 'COUNTERED', latest_number: 2 });
    expect(await here.sql('select 1 from commitment where agreement_id = $1', [countered.agreementId])).toEqual([]);
  });

  it.each(['nonsense', randomUUID(), '00000000-0000-0000-0000-000000000000'])(
    'is NOT_FOUND for the agreement %s',
    async (agreementId) => {
      const nowhere = { agreementId, hash: '0'.repeat(64) };
      const { individual } = shared;
      for (const step of [
        await acts.counter(shared.manager, nowhere),
        await acts.accept(individual, nowhere),
        await acts.decline(individual, nowhere),
        await acts.withdraw(individual, nowhere),
        await acts.sign(individual, nowhere),
        await acts.propose(individual, agreementId),
      ]) {
        expect(step.codes).toEqual(['! NOT_FOUND']);
      }
    },
  );
});

/** An idea of the individual's own that was chosen: nobody in the directory offers it. */
async function ownIdea(): Promise<string> {
  const ctx = here.contextOf(shared.individual);
  const outcomeId = await here.make.agreedOutcome(shared.individual, 'I want to see my sister.');
  const appraisalId = must(await openAppraisal(ctx, { outcomeId }));
  must(await addOption(ctx, { appraisalId, own: { name: 'A lift from Dot' } }));
  const [row] = await here.sql<{ id: string }>("select id from option where appraisal_id = $1 and kind = 'OWN_IDEA'", [
    appraisalId,
  ]);
  const optionId = row?.id ?? '';
  must(
    await chooseOption(ctx, {
      appraisalId,
      optionId,
      reasons: 'Dot drives.',
      isFirstPreference: true,
      supportGiven: null,
      version: null,
    }),
  );
  return optionId;
}
