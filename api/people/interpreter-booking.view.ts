import { column, connection, defineView, extendView, one } from '../platform/read/view.ts';
import { individualView, personView } from './person.view.ts';

/** How a booking of an interpreter is read. */
export const interpreterBookingView = defineView('InterpreterBooking', {
  table: 'interpreter_booking',
  columns: {
    id: 'id',
    interpreter: 'interpreter',
    language: 'language',
    wantedOn: column('wanted_on', 'date'),
    startsAt: column('starts_at', 'time'),
    minutes: 'minutes',
    place: 'place',
    purpose: 'purpose',
    state: 'state',
    bookedWith: 'booked_with',
    version: 'version',
  },
  one: { askedBy: one(() => personView, 'asked_by') },
});

extendView(individualView, {
  connections: {
    interpreterBookings: connection(() => interpreterBookingView, {
      on: 'individual_id',
      orderBy: [['wantedOn', 'desc']],
    }),
  },
});
