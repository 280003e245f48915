import { describe, expect, it } from '@jest/globals';
import {
  acceptingSide,
  type AgreementParties,
  canProposeTerms,
  canWithdraw,
  partiesOf,
  signingParty,
  standsFor,
  writingSide,
} from '../../api/agreements/agreement.policy.ts';
import { canAgreeBudget } from '../../api/budgets/budget.policy.ts';
import {
  ANONYMOUS,
  type CircleLevel,
  type MemberRole,
  type OrganisationKind,
  type Viewer,
} from '../../api/common/viewer.ts';

const AGREEMENT: AgreementParties = {
  authorityId: 'fenmoor',
  individualId: 'amira',
  providerId: 'brightwater',
  hasBudget: true,
};

const member = (organisationId: string, kind: OrganisationKind, role: MemberRole): Viewer => ({
  ...ANONYMOUS,
  personId: `${role} of ${organisationId}`,
  memberships: [{ organisationId, organisationName: organisationId, kind, role }],
});
const close = (individualId: string, mayDo: CircleLevel, relation = 'niece'): Viewer => ({
  ...ANONYMOUS,
  personId: relation,
  circles: [{ individualId, relation, maySee: ['AGREEMENTS'], mayDo }],
});

const people = {
  'the visitor': ANONYMOUS,
  'a stranger': { ...ANONYMOUS, personId: 'sam' },
  'the individual': close('amira', 'COMMIT', 'SELF'),
  'another individual': close('bo', 'COMMIT', 'SELF'),
  'a key person who looks': close('amira', 'VIEW'),
  'a key person who suggests': close('amira', 'SUGGEST'),
  'a key person who commits': close('amira', 'COMMIT'),
  'the broker': member('fenmoor', 'AUTHORITY', 'BROKER'),
  'the approver': member('fenmoor', 'AUTHORITY', 'APPROVER'),
  'the budget holder': member('fenmoor', 'AUTHORITY', 'BUDGET_HOLDER'),
  'a broker elsewhere': member('saltmarsh', 'AUTHORITY', 'BROKER'),
  'a budget holder elsewhere': member('saltmarsh', 'AUTHORITY', 'BUDGET_HOLDER'),
  "the provider's manager": member('brightwater', 'PROVIDER', 'MANAGER'),
  "the provider's member": member('brightwater', 'PROVIDER', 'MEMBER'),
  "the provider's editor": member('brightwater', 'PROVIDER', 'EDITOR'),
  "a competitor's manager": member('rival', 'PROVIDER', 'MANAGER'),
} as const satisfies Record<string, Viewer>;
type Who = keyof typeof people;

/** What each may do; whoever is not named may do nothing. */
const answers: {
  [Question in 'propose' | 'write' | 'accept' | 'sign' | 'withdraw' | 'agree a budget']: Partial<Record<Who, unknown>>;
} = {
  propose: {
    'the individual': true,
    'a key person who suggests': true,
    'a key person who commits': true,
    'the broker': true,
  },
  write: {
    'the individual': 'INDIVIDUAL',
    'a key person who suggests': 'INDIVIDUAL',
    'a key person who commits': 'INDIVIDUAL',
    'the broker': 'INDIVIDUAL',
    "the provider's manager": 'PROVIDER',
  },
  accept: {
    'the individual': 'INDIVIDUAL',
    'a key person who commits': 'INDIVIDUAL',
    "the provider's manager": 'PROVIDER',
  },
  sign: {
    'the individual': 'INDIVIDUAL',
    'a key person who commits': 'INDIVIDUAL',
    "the provider's manager": 'PROVIDER',
    'the budget holder': 'BUDGET_HOLDER',
  },
  withdraw: {
    'the individual': true,
    'a key person who suggests': true,
    'a key person who commits': true,
    'the broker': true,
    "the provider's manager": true,
  },
  'agree a budget': { 'the budget holder': true },
};

const questions: Record<keyof typeof answers, (viewer: Viewer) => unknown> = {
  propose: (viewer) => canProposeTerms(viewer, AGREEMENT),
  write: (viewer) => writingSide(viewer, AGREEMENT),
  accept: (viewer) => acceptingSide(viewer, AGREEMENT),
  sign: (viewer) => signingParty(viewer, AGREEMENT),
  withdraw: (viewer) => canWithdraw(viewer, AGREEMENT),
  'agree a budget': (viewer) => canAgreeBudget(viewer, AGREEMENT),
};

describe.each(Object.keys(questions) as (keyof typeof questions)[])('may %s:', (question) => {
  it.each(Object.keys(people) as Who[])('%s', (who) => {
    expect(questions[question](people[who]) || null).toBe(answers[question][who] ?? null);
  });
});

describe('the parties', () => {
  it("are one for whoever could stand for two: the provider's", () => {
    const both: Viewer = { ...people['the individual'], memberships: people["the provider's manager"].memberships };
    expect([writingSide(both, AGREEMENT), acceptingSide(both, AGREEMENT), partiesOf(both, AGREEMENT)]).toEqual([
      'PROVIDER',
      'PROVIDER',
      ['PROVIDER'],
    ]);
  });

  it('have no budget holder where no budget pays', () => {
    expect(signingParty(people['the budget holder'], { ...AGREEMENT, hasBudget: false })).toBeNull();
    expect(partiesOf(people['the budget holder'], { ...AGREEMENT, hasBudget: false })).toEqual([]);
  });

  it('are found for lists by the same rule as for one agreement', () => {
    for (const viewer of Object.values(people) as Viewer[]) {
      const { individuals, providers, authorities } = standsFor(viewer);
      const listed = [
        ...(individuals.includes('amira') ? ['INDIVIDUAL'] : []),
        ...(providers.includes('brightwater') ? ['PROVIDER'] : []),
        ...(authorities.includes('fenmoor') ? ['BUDGET_HOLDER'] : []),
      ];
      expect(listed).toEqual(partiesOf(viewer, AGREEMENT));
    }
  });
});
