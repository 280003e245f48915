import { describe, expect, it } from '@jest/globals';
import { CLAIM_MOVES, decideClaiming, decideDecliningClaim, decideVerifying } from '../../api/listings/claim.rules.ts';
import { missingFacts, type ListingFacts } from '../../api/listings/listing-health.rules.ts';
import {
  decideAccepting,
  decideDeclining,
  MOST_IN_AN_HOUR,
  readCovering,
  SUGGESTION_MOVES,
} from '../../api/listings/suggestion.rules.ts';
import type { Result } from '../../api/common/result.ts';
import { problemsOf } from '../../api/common/result.ts';

const codes = (result: Result<unknown>) => problemsOf(result).map(({ code }) => code);

describe('what goes with a suggestion', () => {
  it.each([
    ['a word on why', { why: 'I was there.' }, 0, []],
    ['nothing', { why: ' ' }, 0, ['WHY_REQUIRED']],
    ['the longest why', { why: 'x'.repeat(2_000) }, 0, []],
    ['a longer one', { why: 'x'.repeat(2_001) }, 0, ['TEXT_TOO_LONG']],
    ['the longest contact', { why: 'x', contact: 'y'.repeat(300) }, 0, []],
    ['a longer contact', { why: 'x', contact: 'y'.repeat(301) }, 0, ['TEXT_TOO_LONG']],
    ['the last of an hour', { why: 'x' }, MOST_IN_AN_HOUR - 1, []],
    ['one more', { why: '' }, MOST_IN_AN_HOUR, ['WHY_REQUIRED', 'TOO_MANY_SUGGESTIONS']],
  ])('is %s', (_what, written, lately, expected) => {
    expect(codes(readCovering(written, lately))).toEqual(expected);
  });
});

describe('a suggestion', () => {
  const words = { NAME: 'Tea', PHONE: '01632 960100' };
  const open = { state: 'OPEN', kind: 'CHANGE', words } as const;

  it('is decided once', () => {
    expect(SUGGESTION_MOVES).toEqual({ OPEN: ['ACCEPTED', 'DECLINED'], ACCEPTED: [], DECLINED: [] });
    for (const state of ['ACCEPTED', 'DECLINED'] as const) {
      expect(codes(decideAccepting({ ...open, state }, null))).toEqual(['SUGGESTION_DECIDED']);
      expect(codes(decideDeclining(state, 'No.'))).toEqual(['SUGGESTION_DECIDED']);
    }
  });

  it('is accepted whole or in part, never emptily, and a listing with its name', () => {
    expect(decideAccepting(open, null)).toEqual({ ok: true, value: words });
    expect(decideAccepting(open, ['PHONE', 'AREAS'])).toEqual({ ok: true, value: { PHONE: '01632 960100' } });
    expect(codes(decideAccepting(open, ['AREAS']))).toEqual(['NOTHING_ACCEPTED']);
    expect(codes(decideAccepting(open, []))).toEqual(['NOTHING_ACCEPTED']);
    expect(codes(decideAccepting({ ...open, kind: 'LISTING' }, ['PHONE']))).toEqual(['NAME_REQUIRED']);
  });

  it('is declined with a reason', () => {
    expect(decideDeclining('OPEN', ' We rang them. ')).toEqual({ ok: true, value: 'We rang them.' });
    expect(codes(decideDeclining('OPEN', ''))).toEqual(['REASON_REQUIRED']);
    expect(codes(decideDeclining('OPEN', 'x'.repeat(2_001)))).toEqual(['TEXT_TOO_LONG']);
  });
});

describe('a claim', () => {
  const free = { kind: 'COMMUNITY_GROUP', isKeeper: false, hasOpenClaim: false, openClaims: 0 } as const;
  const words = { role: 'Treasurer', evidence: 'Ring the hall.' };
  it.each([
    ['said with role and evidence', words, free, []],
    ['said with nothing', {}, free, ['ROLE_REQUIRED', 'EVIDENCE_REQUIRED']],
    ['of words at their bounds', { role: 'x'.repeat(300), evidence: 'x'.repeat(2_000) }, free, []],
    [
      'of longer words',
      { role: 'x'.repeat(301), evidence: 'x'.repeat(2_001) },
      free,
      ['TEXT_TOO_LONG', 'TEXT_TOO_LONG'],
    ],
    ['by its own manager', words, { ...free, isKeeper: true }, ['ALREADY_YOURS']],
    ['of a council', words, { ...free, kind: 'AUTHORITY' }, ['NOT_FOR_CLAIMING']],
    ['made twice', words, { ...free, hasOpenClaim: true, openClaims: 5 }, ['CLAIM_OPEN']],
    ['the fifth that waits', words, { ...free, openClaims: 4 }, []],
    ['the sixth', words, { ...free, openClaims: 5 }, ['TOO_MANY_CLAIMS']],
  ] as const)('is %s', (_what, written, standing, expected) => {
    expect(codes(decideClaiming(written, standing))).toEqual(expected);
  });

  it('is decided once, and by somebody else', () => {
    expect(CLAIM_MOVES).toEqual({ OPEN: ['VERIFIED', 'DECLINED'], VERIFIED: [], DECLINED: [] });
    const claim = { state: 'OPEN', personId: 'sam' } as const;
    expect(codes(decideVerifying(claim, 'ed'))).toEqual([]);
    expect(codes(decideVerifying(claim, 'sam'))).toEqual(['OWN_CLAIM']);
    expect(codes(decideVerifying({ ...claim, state: 'DECLINED' }, 'ed'))).toEqual(['CLAIM_DECIDED']);
    expect(codes(decideDecliningClaim(claim, 'ed', ''))).toEqual(['REASON_REQUIRED']);
    expect(codes(decideDecliningClaim(claim, 'ed', 'x'.repeat(2_001)))).toEqual(['TEXT_TOO_LONG']);
    expect(codes(decideDecliningClaim(claim, 'sam', 'No.'))).toEqual(['OWN_CLAIM']);
  });
});

describe('the health of a listing', () => {
  const bare: ListingFacts = {
    ...{ description: null, phone: null, email: null, feesDescription: null, minimumAge: null, maximumAge: null },
    ...{ hasSchedules: false, hasCosts: false, hasPlace: false, hasAccessFacts: false },
  };
  it.each<[string, Partial<ListingFacts>, string[]]>([
    ['nothing', {}, ['DESCRIPTION', 'CONTACT', 'WHEN', 'PLACE', 'COST', 'ACCESS', 'AGES']],
    ['a telephone', { phone: '1' }, ['DESCRIPTION', 'WHEN', 'PLACE', 'COST', 'ACCESS', 'AGES']],
    ['an e-mail', { email: 'a@b.example' }, ['DESCRIPTION', 'WHEN', 'PLACE', 'COST', 'ACCESS', 'AGES']],
    ['words on cost', { feesDescription: 'Free' }, ['DESCRIPTION', 'CONTACT', 'WHEN', 'PLACE', 'ACCESS', 'AGES']],
    [
      'everything',
      {
        ...{ description: 'x', phone: '1', minimumAge: 0, hasSchedules: true, hasCosts: true, hasPlace: true },
        hasAccessFacts: true,
      },
      [],
    ],
  ])('with %s', (_what, facts, missing) => {
    expect(missingFacts({ ...bare, ...facts })).toEqual(missing);
  });
});
