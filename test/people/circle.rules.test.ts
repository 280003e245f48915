import { describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type CircleLevel, type Shared, type Viewer, type ViewerCircle } from '../../api/common/viewer.ts';
import { problemsOf } from '../../api/common/result.ts';
import { canChangeCircleMember, canEndCircleMember } from '../../api/people/circle.policy.ts';
import {
  type CirclePlace,
  type CircleWish,
  decideCircleChange,
  decideCircleEnd,
} from '../../api/people/circle.rules.ts';

const TODAY = '2026-11-25';
const place: CirclePlace = {
  kind: 'FAMILY',
  maySee: ['PLAN'],
  mayDo: 'VIEW',
  endsOn: null,
  version: 3,
  endedAt: null,
};
const circle = (relation: string, maySee: readonly Shared[] = [], mayDo: CircleLevel = 'COMMIT'): ViewerCircle => ({
  individualId: 'amira',
  relation,
  maySee,
  mayDo,
});
const HERSELF = circle('SELF', ['APPOINTMENTS', 'PLAN', 'BUDGET', 'AGREEMENTS']);
const wish = (change: Partial<CircleWish> = {}): CircleWish => ({
  maySee: ['PLAN'],
  mayDo: 'SUGGEST',
  endsOn: null,
  version: 3,
  ...change,
});
const codes = (change: Partial<CircleWish>, giver = HERSELF, now: Partial<CirclePlace> = {}) =>
  problemsOf(decideCircleChange({ ...place, ...now }, wish(change), giver, TODAY)).map(({ code }) => code);

describe('a change of what somebody may see and do', () => {
  it('becomes what was wished, each part once and in order', () => {
    const decided = decideCircleChange(place, wish({ maySee: ['PLAN', 'BUDGET', 'PLAN'] }), HERSELF, TODAY);
    expect(decided).toEqual({
      ok: true,
      value: { kind: 'FAMILY', maySee: ['BUDGET', 'PLAN'], mayDo: 'SUGGEST', endsOn: null },
    });
  });

  it('keeps the kind unless another is said', () => {
    const said = decideCircleChange(place, wish({ mayDo: 'VIEW', kind: 'CARER' }), HERSELF, TODAY);
    expect(said).toMatchObject({ ok: true, value: { kind: 'CARER', mayDo: 'VIEW' } });
    expect(decideCircleChange(place, wish({ mayDo: 'VIEW', kind: 'FAMILY' }), HERSELF, TODAY)).toEqual({
      ok: true,
      value: null,
    });
  });

  it('is nothing when it is so already, whatever version was seen', () => {
    const same = wish({ mayDo: 'VIEW', version: 1 });
    expect(decideCircleChange(place, same, HERSELF, TODAY)).toEqual({ ok: true, value: null });
  });

  it.each<[string, Partial<CircleWish>, ViewerCircle, Partial<CirclePlace>, string[]]>([
    ['one seen before the last change', { version: 2 }, HERSELF, {}, ['CHANGED_MEANWHILE']],
    ['a last day of yesterday', { endsOn: '2026-11-24' }, HERSELF, {}, ['LAST_DAY_PAST']],
    ['a last day of today', { endsOn: TODAY }, HERSELF, {}, []],
    ['suggesting on nothing', { maySee: [] }, HERSELF, {}, ['NOTHING_TO_ACT_ON']],
    ['looking at nothing', { maySee: [], mayDo: 'VIEW' }, HERSELF, {}, []],
    ['a place that was ended', {}, HERSELF, { endedAt: new Date() }, ['ALREADY_ENDED']],
    ['a place whose last day was yesterday', {}, HERSELF, { endsOn: '2026-11-24' }, ['ALREADY_ENDED']],
    ['a place whose last day is today', {}, HERSELF, { endsOn: TODAY }, []],
    ['deciding, by the person', { mayDo: 'COMMIT' }, HERSELF, {}, []],
    ['deciding, by who binds them', { mayDo: 'COMMIT' }, circle('son', ['PLAN']), {}, ['NOT_YOURS_TO_GIVE']],
    [
      'a part that is not shared with the giver',
      { maySee: ['BUDGET', 'PLAN'] },
      circle('son', ['PLAN']),
      {},
      ['NOT_YOURS_TO_GIVE'],
    ],
    ['a part that is shared with the giver', { maySee: ['BUDGET', 'PLAN'] }, circle('son', ['BUDGET']), {}, []],
    [
      'all at once',
      { maySee: [], endsOn: '2020-01-01', version: 1 },
      HERSELF,
      {},
      ['CHANGED_MEANWHILE', 'LAST_DAY_PAST', 'NOTHING_TO_ACT_ON'],
    ],
  ])('%s', (_what, change, giver, now, expected) => {
    expect(codes(change, giver, now)).toEqual(expected);
  });

  it('ends at once, once, and not over a change unseen', () => {
    expect(decideCircleEnd(place, 3)).toEqual({ ok: true, value: true });
    expect(decideCircleEnd({ ...place, endedAt: new Date() }, 1)).toEqual({ ok: true, value: false });
    expect(problemsOf(decideCircleEnd(place, 2)).map(({ code }) => code)).toEqual(['CHANGED_MEANWHILE']);
  });
});

describe('who may', () => {
  const somebody = (personId: string, circles: ViewerCircle[] = []): Viewer => ({ ...ANONYMOUS, personId, circles });
  const niece = { individualId: 'amira', personId: 'niece' };
  it.each<[string, Viewer, boolean, boolean]>([
    ['a visitor', ANONYMOUS, false, false],
    ['a stranger', somebody('stranger'), false, false],
    ['the individual', somebody('amira', [HERSELF]), true, true],
    ['another who may bind them', somebody('son', [circle('son')]), true, true],
    ['another who suggests', somebody('friend', [circle('friend', ['PLAN'], 'SUGGEST')]), false, false],
    ['the niece herself', somebody('niece', [circle('niece', ['PLAN'], 'SUGGEST')]), false, true],
    ['the niece, though she may bind', somebody('niece', [circle('niece', ['PLAN'], 'COMMIT')]), false, true],
  ])('%s', (_who, viewer, change, end) => {
    expect([canChangeCircleMember(viewer, niece), canEndCircleMember(viewer, niece)]).toEqual([change, end]);
  });
});
