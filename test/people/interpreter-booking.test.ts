import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problemsOf } from '../../api/common/result.ts';
import {
  type BookingStanding,
  decideAsking,
  decideSettling,
  type InterpreterWanted,
} from '../../api/people/interpreter-booking.rules.ts';
import { addDays } from '../../api/common/calendar.ts';
import { type MadeIndividual, type Someone, TODAY } from '../support/make.ts';
import { statementsOf } from '../support/statements.ts';
import { codesOf, field, type World, world } from '../support/world.ts';

const WANTED: InterpreterWanted = {
  ...{ interpreter: 'BSL', language: null, wantedOn: TODAY, startsAt: '14:30', minutes: 60 },
  ...{ place: 'At home', purpose: 'Talk about the plan' },
};

describe('asking for an interpreter', () => {
  it.each<[string, Partial<InterpreterWanted>, string[]]>([
    ['today', {}, []],
    ['yesterday', { wantedOn: addDays(TODAY, -1) }, ['DAY_PAST']],
    ['the shortest', { minutes: 15 }, []],
    ['shorter', { minutes: 14 }, ['MINUTES_NOT_POSSIBLE']],
    ['the longest', { minutes: 720 }, []],
    ['longer', { minutes: 721 }, ['MINUTES_NOT_POSSIBLE']],
    ['a time that is none', { startsAt: '24:30' }, ['TIME_NOT_VALID']],
    ['a spoken language that is not said', { interpreter: 'SPOKEN', language: ' ' }, ['LANGUAGE_NEEDED']],
    ['a spoken language', { interpreter: 'SPOKEN', language: 'Somali' }, []],
    ['nowhere, for nothing', { place: '', purpose: ' ' }, ['PLACE_NEEDED', 'PURPOSE_NEEDED']],
    ['the longest place', { place: 'a'.repeat(300) }, []],
    ['longer words', { place: 'a'.repeat(301), language: 'a'.repeat(61) }, ['TEXT_TOO_LONG', 'TEXT_TOO_LONG']],
  ])('%s', (_case, change, expected) => {
    expect(problemsOf(decideAsking({ ...WANTED, ...change }, TODAY)).map(({ code }) => code)).toEqual(expected);
  });
});

describe('what becomes of a booking', () => {
  const asked: BookingStanding = { state: 'ASKED', bookedWith: null, version: 1 };
  const booked: BookingStanding = { state: 'BOOKED', bookedWith: 'Ann', version: 2 };
  const wish = (state: 'BOOKED' | 'CANCELLED', bookedWith: string | null, version: number) => ({
    state,
    bookedWith,
    version,
  });

  it.each<[string, BookingStanding, ReturnType<typeof wish>, unknown]>([
    ['booked', asked, wish('BOOKED', ' Ann ', 1), { state: 'BOOKED', bookedWith: 'Ann' }],
    ['booked with another', booked, wish('BOOKED', 'Bo', 2), { state: 'BOOKED', bookedWith: 'Bo' }],
    [
      'cancelled before anybody was booked',
      asked,
      wish('CANCELLED', null, 1),
      { state: 'CANCELLED', bookedWith: null },
    ],
    [
      'cancelled, and who was booked is kept',
      booked,
      wish('CANCELLED', null, 2),
      { state: 'CANCELLED', bookedWith: 'Ann' },
    ],
    ['as it is, whatever version was seen', booked, wish('BOOKED', 'Ann', 1), null],
  ])('%s', (_case, booking, wished, value) => {
    expect(decideSettling(booking, wished)).toEqual({ ok: true, value });
  });

  it.each<[string, BookingStanding, ReturnType<typeof wish>, string[]]>([
    ['booked with nobody', asked, wish('BOOKED', null, 1), ['BOOKED_WITH_NEEDED']],
    ['booked by who saw it before', booked, wish('BOOKED', 'Bo', 1), ['CHANGED_MEANWHILE']],
    ['booked once cancelled', { ...booked, state: 'CANCELLED' }, wish('BOOKED', 'Bo', 2), ['ALREADY_CANCELLED']],
    ['booked with a name too long', asked, wish('BOOKED', 'a'.repeat(301), 1), ['TEXT_TOO_LONG']],
  ])('is refused: %s', (_case, booking, wished, codes) => {
    expect(problemsOf(decideSettling(booking, wished)).map(({ code }) => code)).toEqual(codes);
  });
});

describe('the interpreters of an individual', () => {
  let here: World;
  let amira: MadeIndividual;
  let niece: Someone;
  let looking: Someone;
  let broker: Someone;
  beforeAll(async () => {
    here = await world();
    const authority = await here.make.authority();
    amira = await here.make.individual(authority);
    niece = await here.make.circleMember(amira, 'SUGGEST');
    looking = await here.make.circleMember(amira, 'VIEW');
    broker = await here.make.broker(authority);
  });
  afterAll(() => here.close());

  interface Booking {
    readonly id: string;
    readonly state: string;
    readonly version: number;
    readonly bookedWith: string | null;
  }
  const READ = `query R($id: ID!, $first: Int) { individual(id: $id) { interpreterBookings(first: $first) { totalCount
    edges { node { id state version bookedWith startsAt askedBy { name } } } } } }`;
  const ASK = `mutation A($input: AskForInterpreterInput!) { askForInterpreter(input: $input) { userErrors { code } } }`;
  const SETTLE = `mutation S($input: SettleInterpreterBookingInput!) { settleInterpreterBooking(input: $input) { userErrors { code } } }`;
  const ask = (who: Someone | null, change: object = {}) =>
    here.as(who)(ASK, { input: { individualId: amira.id, ...WANTED, ...change } });
  const settle = (who: Someone | null, input: object) => here.as(who)(SETTLE, { input });
  const read = async (who: Someone, first = 20): Promise<Booking[]> => {
    const told = field(await here.as(who)(READ, { id: amira.id, first }), 'individual') as {
      interpreterBookings: { edges: { node: Booking }[] };
    };
    return told.interpreterBookings.edges.map(({ node }) => node);
  };

  it('are asked for by who may suggest, booked by the broker, and settled once', async () => {
    expect(codesOf(await ask(niece), 'askForInterpreter')).toEqual([]);
    const [asked] = await read(amira);
    expect(asked).toMatchObject({ state: 'ASKED', version: 1, startsAt: '14:30', askedBy: { name: niece.name } });
    const booking = { bookingId: asked?.id, state: 'BOOKED', bookedWith: 'Hands and Words', version: 1 };
    expect(codesOf(await settle(broker, booking), 'settleInterpreterBooking')).toEqual([]);
    expect(codesOf(await settle(amira, { ...booking, bookedWith: 'Another' }), 'settleInterpreterBooking')).toEqual([
      'CHANGED_MEANWHILE',
    ]);
    expect(await read(looking)).toMatchObject([{ state: 'BOOKED', bookedWith: 'Hands and Words', version: 2 }]);
  });

  it('are nothing to who only looks, to another authority, or to nobody', async () => {
    expect((await ask(looking)).codes).toEqual(['FORBIDDEN']);
    expect((await ask(await here.make.broker(await here.make.authority()))).codes).toEqual(['NOT_FOUND']);
    expect((await ask(null)).codes).toEqual(['UNAUTHENTICATED']);
    const [booked] = await read(amira);
    const cancelled = { bookingId: booked?.id, state: 'CANCELLED', version: 2 };
    expect((await settle(looking, cancelled)).codes).toEqual(['NOT_FOUND']);
    expect((await settle(await here.make.broker(await here.make.authority()), cancelled)).codes).toEqual(['NOT_FOUND']);
    expect((await settle(null, cancelled)).codes).toEqual(['UNAUTHENTICATED']);
  });

  it('are one statement with the individual, however many', async () => {
    await ask(amira, { wantedOn: addDays(TODAY, 1) });
    await ask(amira, { wantedOn: addDays(TODAY, 2) });
    const count = async (first: number) => (await statementsOf(() => read(amira, first))).length;
    expect([await count(1), await count(3)]).toEqual([1, 1]);
  });
});
