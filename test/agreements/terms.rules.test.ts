import { describe, expect, it } from '@jest/globals';
import {
  problemsOfTerms,
  settled,
  termsHash,
  type TermsContent,
  type TermsProblemCode,
  type Visit,
} from '../../api/agreements/terms.rules.ts';
import { termsWith } from '../support/terms.ts';

const at = (weekday: Visit['weekday'], startsAt: string, endsAt: string): Visit => ({ weekday, startsAt, endsAt });

describe('terms', () => {
  it.each<[TermsProblemCode, string, Partial<TermsContent>]>([
    ['TEXT_MISSING', 'support', { support: '' }],
    ['TEXT_MISSING', 'place', { place: ' \n\t' }],
    ['TEXT_MISSING', 'cancellation', { cancellation: '' }],
    ['TEXT_MISSING', 'ifWorkerCannotCome', { ifWorkerCannotCome: '' }],
    ['TEXT_TOO_LONG', 'support', { support: 'a'.repeat(2_001) }],
    ['VISITS_MISSING', 'visits', { visits: [] }],
    ['VISITS_MISSING', 'visits', { visits: Array.from({ length: 36 }, () => at('MONDAY', '09:00', '10:00')) }],
    ['VISIT_IMPOSSIBLE', 'visits', { visits: [at('MONDAY', '10:00', '10:00')] }],
    ['VISIT_IMPOSSIBLE', 'visits', { visits: [at('MONDAY', '22:00', '06:00')] }],
    ['VISIT_IMPOSSIBLE', 'visits', { visits: [at('MONDAY', '9:00', '25:00')] }],
    ['VISITS_OVERLAP', 'visits', { visits: [at('MONDAY', '09:00', '10:00'), at('MONDAY', '09:59', '11:00')] }],
    ['RATE_IMPOSSIBLE', 'rate', { ratePence: -1 }],
    ['RATE_IMPOSSIBLE', 'rate', { ratePence: 10_000_01 }],
    ['RATE_IMPOSSIBLE', 'rate', { ratePence: 0.5 }],
    ['DAYS_IMPOSSIBLE', 'endsOn', { endsOn: '2026-12-03' }],
    ['DAYS_IMPOSSIBLE', 'endsOn', { endsOn: '2037-01-01' }],
    ['DAYS_IMPOSSIBLE', 'endsOn', { startsOn: '2026-02-30' }],
    ['NOTICE_IMPOSSIBLE', 'noticeDays', { noticeDays: 366 }],
    ['NOTICE_IMPOSSIBLE', 'noticeDays', { noticeDays: -1 }],
    ['NOTICE_IMPOSSIBLE', 'noticeDays', { noticeDays: 1.5 }],
  ])('are refused with %s for %s: %j', (code, field, changes) => {
    expect(problemsOfTerms(termsWith(changes))).toEqual([
      expect.objectContaining({
        code,
        field: ['input', 'terms', field],
        message: expect.stringMatching(/^[A-Z].+\.$/),
      }),
    ]);
  });

  it.each<[string, Partial<TermsContent>]>([
    ['a free offer', { ratePence: 0 }],
    ['the highest rate', { ratePence: 10_000_00 }],
    ['one day', { endsOn: '2026-12-04' }],
    ['no notice', { noticeDays: 0 }],
    ['visits that touch', { visits: [at('MONDAY', '09:00', '10:00'), at('MONDAY', '10:00', '11:00')] }],
    ['the same time on two days', { visits: [at('MONDAY', '09:00', '10:00'), at('TUESDAY', '09:00', '10:00')] }],
    ['the longest text', { support: 'a'.repeat(2_000) }],
  ])('may have %s', (_words, changes) => {
    expect(problemsOfTerms(termsWith(changes))).toEqual([]);
  });

  it('are told all that is wrong at once', () => {
    const codes = problemsOfTerms(
      termsWith({ support: '', place: '', visits: [], ratePence: -1, noticeDays: 999 }),
    ).map(({ code }) => code);
    expect(codes).toEqual(['TEXT_MISSING', 'TEXT_MISSING', 'VISITS_MISSING', 'RATE_IMPOSSIBLE', 'NOTICE_IMPOSSIBLE']);
  });
});

describe('the fingerprint of terms (R40)', () => {
  const base = settled(termsWith());
  const hash = termsHash('agreement', 1, base);

  it('is the same for the same terms, however they were typed', () => {
    const visits = [at('MONDAY', '09:00', '10:00'), at('FRIDAY', '08:00', '09:00'), at('FRIDAY', '07:00', '08:00')];
    const [one, other] = [
      termsWith({ visits, place: ' Fenmoor Baths\n' }),
      termsWith({ visits: [...visits].reverse() }),
    ];
    expect(settled(one)).toEqual(settled(other));
    expect(termsHash('agreement', 1, settled(one))).toBe(termsHash('agreement', 1, settled(other)));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each<[string, Partial<TermsContent>]>([
    ['support', { support: 'Other' }],
    ['place', { place: 'Other' }],
    ['visits', { visits: [at('FRIDAY', '13:00', '15:01')] }],
    ['unit', { unit: 'VISIT' }],
    ['rate', { ratePence: 21_61 }],
    ['start', { startsOn: '2026-12-05' }],
    ['end', { endsOn: '2027-12-05' }],
    ['notice', { noticeDays: 29 }],
    ['cancellation', { cancellation: 'Other' }],
    ['absence', { ifWorkerCannotCome: 'Other' }],
  ])('differs when the %s differs', (_words, changes) => {
    expect(termsHash('agreement', 1, { ...base, ...changes })).not.toBe(hash);
  });

  it('differs from version to version and from agreement to agreement, though the words are the same', () => {
    expect(new Set([hash, termsHash('agreement', 2, base), termsHash('another', 1, base)]).size).toBe(3);
  });

  it('does not depend on what rides along', () => {
    expect(termsHash('agreement', 1, { ...base, weeklyCostPence: 5 } as TermsContent)).toBe(hash);
  });
});
