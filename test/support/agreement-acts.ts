import { addDays } from '../../api/common/calendar.ts';
import { type Cast, TODAY } from './make.ts';
import { codesOf, field, type Told, type World } from './world.ts';
import type { Someone } from './make.ts';

/** Terms as a client sends them: Fridays from 1pm to 3pm, £21.60 an hour, in two weeks' time, for ten weeks. */
export const TERMS = {
  support: 'Goes swimming with Amira.',
  place: 'Fenmoor Baths',
  visits: [{ weekday: 'FRIDAY', startsAt: '13:00', endsAt: '15:00' }],
  unit: 'HOUR',
  rate: '21.60',
  startsOn: addDays(TODAY, 14),
  endsOn: addDays(TODAY, 14 + 69),
  noticeDays: 28,
  cancellation: 'Free until the day before.',
  ifWorkerCannotCome: 'Somebody Amira knows comes instead.',
} as const;

const AGREEMENT = `agreement { id status waitingFor openTerms { id hash number weeklyCost { amount } } }`;

/** What a step of an agreement came to. */
export interface Stepped {
  readonly told: Told;
  /** Codes of userErrors, or "! CODE" for a root error; empty when the step was taken. */
  readonly codes: string[];
  readonly agreementId: string;
  readonly hash: string;
  readonly status: string;
}

/** The mutations of agreements, as people send them over HTTP. */
export type Acts = ReturnType<typeof actsIn>;

/** Makes the steps of one world. */
export function actsIn(world: World) {
  const act = async (who: Someone | null, mutation: string, input: Record<string, unknown>): Promise<Stepped> => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
    const document = `mutation ${type}($input: ${type}Input!) { ${mutation}(input: $input) { ${AGREEMENT} userErrors { code message field } } }`;
    const told = await world.as(who)(document, { input });
    const codes = codesOf(told, mutation);
    const seen = told.codes.length > 0 ? null : (field(told, mutation)['agreement'] as SeenAgreement | null);
    return {
      ...{ told, codes },
      agreementId: seen?.id ?? '',
      hash: seen?.openTerms.hash ?? '',
      status: seen?.status ?? '',
    };
  };
  const taken = (step: Stepped): Stepped => {
    if (step.codes.length > 0) throw new Error(`Refused: ${JSON.stringify(step.told.body)}`);
    return step;
  };
  const propose = (
    who: Someone | null,
    optionId: string,
    changes: Record<string, unknown> = {},
    more: Record<string, unknown> = {},
  ) => act(who, 'proposeTerms', { optionId, terms: { ...TERMS, ...changes }, ...more });
  const counter = (
    who: Someone | null,
    to: Seen,
    changes: Record<string, unknown> = { rate: '22.10' },
    more: Record<string, unknown> = {},
  ) =>
    act(who, 'counterTerms', {
      agreementId: to.agreementId,
      termsHash: to.hash,
      terms: { ...TERMS, ...changes },
      ...more,
    });
  const accept = (who: Someone | null, to: Seen, more: Record<string, unknown> = {}) =>
    act(who, 'acceptTerms', { agreementId: to.agreementId, termsHash: to.hash, ...more });
  const decline = (
    who: Someone | null,
    to: Seen,
    reason = 'The times do not suit.',
    more: Record<string, unknown> = {},
  ) => act(who, 'declineTerms', { agreementId: to.agreementId, termsHash: to.hash, reason, ...more });
  const withdraw = (
    who: Someone | null,
    to: Seen,
    reason = 'Plans have changed.',
    more: Record<string, unknown> = {},
  ) => act(who, 'withdrawAgreement', { agreementId: to.agreementId, reason, ...more });
  const sign = (who: Someone | null, to: Seen, more: Record<string, unknown> = {}) =>
    act(who, 'signAgreement', {
      agreementId: to.agreementId,
      termsHash: to.hash,
      typedName: who?.name ?? 'Nobody',
      hasRead: true,
      ...more,
    });

  return {
    ...{ act, taken, propose, counter, accept, decline, withdraw, sign },
    /** Terms of the broker, waiting for the provider. */
    proposed: async (cast: Cast, changes: Record<string, unknown> = {}) =>
      taken(await propose(cast.broker, cast.optionId, changes)),
    /** Terms that the provider wrote last and so has accepted, waiting for the individual. */
    countered: async (cast: Cast, changes: Record<string, unknown> = { rate: '22.10' }) =>
      taken(await counter(cast.manager, taken(await propose(cast.broker, cast.optionId)), changes)),
    /** Terms that both sides have accepted. */
    agreed: async (cast: Cast) => {
      const written = taken(await counter(cast.manager, taken(await propose(cast.broker, cast.optionId))));
      return taken(await accept(cast.individual, written));
    },
  };
}

/** The version of an agreement that somebody read. */
export interface Seen {
  readonly agreementId: string;
  readonly hash: string;
}

interface SeenAgreement {
  readonly id: string;
  readonly status: string;
  readonly openTerms: { readonly hash: string };
}
