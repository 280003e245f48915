import { describe, expect, it } from '@jest/globals';
import { activitiesOf, readRegistrations } from '../../api/directory/registration-entry.rules.ts';
import {
  decideRecording,
  describeRegistration,
  hasActiveRegistration,
  isRatedInadequate,
  type RegistrationFacts,
} from '../../api/directory/registration.rules.ts';

const TODAY = '2026-11-25';

const facts = (changes: Partial<RegistrationFacts> = {}): RegistrationFacts => ({
  regulator: 'CQC',
  identifier: '1-900000001',
  status: 'ACTIVE',
  activities: ['PERSONAL_CARE'],
  rating: 'Good',
  ratedOn: '2026-03-03',
  startsOn: '2020-01-01',
  endsOn: null,
  source: 'the register',
  asOf: '2026-11-01',
  ...changes,
});

describe('R20 an active registration', () => {
  it.each<[string, Partial<RegistrationFacts>[], boolean]>([
    ['is one that stands for the activity', [{}], true],
    ['is not there when nothing is known', [], false],
    ['is not one for another activity', [{ activities: ['NURSING_CARE'] }], false],
    ['may leave its activities unsaid', [{ activities: [] }], true],
    ['begins on its first day', [{ startsOn: TODAY }], true],
    ['is not there the day before it begins', [{ startsOn: '2026-11-26' }], false],
    ['holds on its last day', [{ endsOn: TODAY }], true],
    ['is over the day after', [{ endsOn: '2026-11-24' }], false],
    ['is not a dormant one', [{ status: 'DORMANT' }], false],
    ['is not a suspended one', [{ status: 'SUSPENDED' }], false],
    ['is not one that ended', [{ status: 'DEREGISTERED' }], false],
    ['is not an identifier alone', [{ status: 'UNKNOWN' }], false],
    ['is not that of a register of charities', [{ regulator: 'CHARITY_COMMISSION', activities: [] }], false],
    ['may be with the regulator of another nation', [{ regulator: 'CIW' }], true],
    ['is what the newest source says', [{}, { status: 'DEREGISTERED', asOf: '2026-11-02' }], false],
    ['is not undone by an older source', [{}, { status: 'DEREGISTERED', asOf: '2026-10-31' }], true],
    ['is not undone by a source that does not know', [{}, { status: 'UNKNOWN', asOf: '2026-11-24' }], true],
    ['is what the stricter says of two on one day', [{ status: 'SUSPENDED' }, {}], false],
    ['may be one of two', [{ status: 'DEREGISTERED' }, { identifier: '1-900000002' }], true],
  ])('%s', (_title, told, expected) => {
    expect(hasActiveRegistration(told.map(facts), 'PERSONAL_CARE', TODAY)).toBe(expected);
  });

  it.each<[string, boolean]>([
    ['Inadequate', true],
    ['Requires improvement', false],
    ['Good', false],
  ])('rated %s warns: %s', (rating, expected) => {
    expect(isRatedInadequate([facts({ rating })])).toBe(expected);
    expect(isRatedInadequate([facts({ rating }), facts({ rating: 'Good', asOf: TODAY })])).toBe(false);
  });
});

describe('a registration in words', () => {
  it.each<[Partial<RegistrationFacts>, string]>([
    [
      {},
      'Registered with the Care Quality Commission as 1-900000001; rated Good on 3 March 2026. From the register, as of 1 November 2026.',
    ],
    [
      { rating: null, ratedOn: null, regulator: 'OFSTED' },
      'Registered with Ofsted as 1-900000001. From the register, as of 1 November 2026.',
    ],
    [
      { status: 'UNKNOWN', rating: 'Good', ratedOn: null },
      'Known to the Care Quality Commission as 1-900000001; whether it is registered now is not known; rated Good. From the register, as of 1 November 2026.',
    ],
    [
      { status: 'DEREGISTERED', rating: null, ratedOn: null },
      'No longer registered with the Care Quality Commission; it was 1-900000001. From the register, as of 1 November 2026.',
    ],
  ])('%j', (changes, sentence) => {
    expect(describeRegistration(facts(changes))).toBe(sentence);
  });
});

describe('what a feed says of registrations', () => {
  const read = (raw: Record<string, unknown>) => readRegistrations(raw, () => undefined);

  it.each<[string, string, string | undefined]>([
    ['GB-CHC', 'Charity number', 'CHARITY_COMMISSION'],
    ['', 'CQC provider id', 'CQC'],
    ['', 'Care Inspectorate Wales', 'CIW'],
    ['', 'Care Inspectorate', 'CIS'],
    ['', 'RQIA number', 'RQIA'],
    ['GB-SC', '', 'OSCR'],
    ['GB-NIC', '', 'CCNI'],
    ['', 'Company number', 'COMPANIES_HOUSE'],
    ['', 'Ofsted URN', 'OFSTED'],
    ['GB-UKPRN', 'UKPRN', undefined],
  ])('scheme %j of type %j is %s', (identifier_scheme, identifier_type, regulator) => {
    const told = read({ organization_identifiers: [{ identifier_scheme, identifier_type, identifier: ' 12345 ' }] });
    expect(told.map((each) => [each.regulator, each.identifier, each.status])).toEqual(
      regulator === undefined ? [] : [[regulator, '12345', 'UNKNOWN']],
    );
  });

  it('keeps each once, and leaves out what has no identifier', () => {
    const cqc = { identifier_scheme: 'GB-CQC', identifier_type: 'CQC' };
    expect(
      read({ organization_identifiers: [cqc, { ...cqc, identifier: '1-1' }, { ...cqc, identifier: '1-1' }] }),
    ).toEqual([expect.objectContaining({ identifier: '1-1' })]);
  });

  it.each<[string, string[]]>([
    ['Personal care', ['PERSONAL_CARE']],
    ['Accommodation for persons who require nursing or personal care', ['ACCOMMODATION_WITH_CARE']],
    ['Nursing homes', ['ACCOMMODATION_WITH_CARE', 'NURSING_CARE']],
    ['Residential homes', ['ACCOMMODATION_WITH_CARE']],
    ['Homecare agencies', ['PERSONAL_CARE']],
    ['Nursing care', ['NURSING_CARE']],
    ['Surgical procedures', ['OTHER']],
  ])('reads the activity %s', (word, expected) => {
    expect(activitiesOf([word])).toEqual(expected);
  });
});

describe('recording a registration', () => {
  const told = { regulator: 'CQC', identifier: ' 1-9 ', status: 'ACTIVE', source: 'cqc.example' } as const;

  it('tidies what was typed and takes today when no day is said', () => {
    expect(decideRecording({ ...told, activities: ['PERSONAL_CARE', 'PERSONAL_CARE'] }, TODAY)).toEqual({
      ok: true,
      value: expect.objectContaining({ identifier: '1-9', asOf: TODAY, activities: ['PERSONAL_CARE'], rating: null }),
    });
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['no identifier', { identifier: '  ' }, ['IDENTIFIER_NOT_VALID']],
    ['an identifier of 100 signs', { identifier: 'x'.repeat(100) }, []],
    ['an identifier of 101 signs', { identifier: 'x'.repeat(101) }, ['IDENTIFIER_NOT_VALID']],
    ['a rating of 100 signs', { rating: 'x'.repeat(100) }, []],
    ['a rating of 101 signs', { rating: 'x'.repeat(101) }, ['RATING_NOT_VALID']],
    ['a day of a rating without one', { ratedOn: TODAY }, ['RATING_NOT_VALID']],
    ['no source', { source: '' }, ['SOURCE_NOT_VALID']],
    ['a source of 301 signs', { source: 'x'.repeat(301) }, ['SOURCE_NOT_VALID']],
    ['one day long', { startsOn: TODAY, endsOn: TODAY }, []],
    ['an end before its start', { startsOn: TODAY, endsOn: '2026-11-24' }, ['DAYS_CROSSED']],
    ['read tomorrow', { asOf: '2026-11-26' }, ['DAY_AHEAD']],
    ['rated tomorrow', { rating: 'Good', ratedOn: '2026-11-26' }, ['DAY_AHEAD']],
    [
      'everything wrong',
      { identifier: '', source: '', asOf: '2027-01-01' },
      ['IDENTIFIER_NOT_VALID', 'SOURCE_NOT_VALID', 'DAY_AHEAD'],
    ],
  ])('%s', (_title, changes, codes) => {
    const decision = decideRecording({ ...told, ...changes }, TODAY);
    expect(decision.ok ? [] : decision.problems.map(({ code }) => code)).toEqual(codes);
  });
});
