import type { TermsContent } from '../../api/agreements/terms.rules.ts';

/** Fridays from 1pm to 3pm at £21.60 an hour, as the rules see terms; `changes` overrule. */
export function termsWith(changes: Partial<TermsContent> = {}): TermsContent {
  return {
    support: 'Goes swimming with Amira.',
    place: 'Fenmoor Baths',
    visits: [{ weekday: 'FRIDAY', startsAt: '13:00', endsAt: '15:00' }],
    unit: 'HOUR',
    ratePence: 21_60,
    startsOn: '2026-12-04',
    endsOn: null,
    noticeDays: 28,
    cancellation: 'Free until the day before.',
    ifWorkerCannotCome: 'Somebody Amira knows comes instead.',
    ...changes,
  };
}
