import { RecordPart } from '../common/record-part.ts';
import type { BudgetState } from '../budgets/budget.rules.ts';
import { budgetView } from '../budgets/budget.view.ts';
import { serviceView } from '../directory/service.view.ts';
import { organisationView } from '../organisations/organisation.view.ts';
import { outcomeView } from '../outcomes/outcome.view.ts';
import { individualView } from '../people/person.view.ts';
import { sql, type Sql } from '../platform/read/sql.ts';
import { column, connection, defineView, extendView, one } from '../platform/read/view.ts';
import type { AgreementState, PartyRole, SignatureMethod, Side } from './agreement.rules.ts';
import { agreementEventView } from './agreement-event.view.ts';
import type { TermReason, TermsContent } from './terms.rules.ts';
import { termsView } from './terms.view.ts';

/** One signature as an agreement's row carries it. */
export interface SignedParty {
  readonly party: PartyRole;
  readonly signedName: string;
  readonly signedAt: string;
  readonly method: SignatureMethod;
  readonly number: number;
  readonly hash: string;
}

/** A version's content and cost, as an agreement's row carries it for what is worked out from it. */
export type CarriedTerms = TermsContent & {
  readonly hash: string;
  readonly weeklyCostPence: number;
  readonly reasons: readonly TermReason[];
};

/** An agreement as it is read, hidden properties included. */
export interface AgreementRow {
  readonly id: string;
  readonly authorityId: string;
  readonly individualId: string;
  readonly providerId: string;
  readonly budgetId: string | null;
  readonly state: AgreementState;
  readonly latestAuthor: Side;
  readonly waiting: readonly PartyRole[];
  readonly replyBy: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly individualLabel: string;
  readonly providerName: string | null;
  readonly authorityName: string | null;
  readonly accepted: readonly Side[];
  readonly signatures: readonly SignedParty[];
  readonly latest: CarriedTerms;
  readonly previous: CarriedTerms | null;
  readonly commitmentPence: number | null;
  readonly budgetState: BudgetState | null;
}

const PARTIES = ['authorityId', 'individualId', 'providerId', 'budgetId'];
const FACTS = [
  ...PARTIES,
  'state',
  'latestAuthor',
  'waiting',
  'replyBy',
  'startsOn',
  'endsOn',
  'accepted',
  'signatures',
  'latest',
];
const NAMES = ['individualLabel', 'providerName', 'authorityName'];

function carried(t: Sql, back: number): Sql {
  return sql`(select json_build_object('support', v.support, 'place', v.place, 'visits', v.visits, 'unit', v.unit,
      'ratePence', v.rate_pence, 'startsOn', v.starts_on, 'endsOn', v.ends_on, 'noticeDays', v.notice_days,
      'cancellation', v.cancellation, 'ifWorkerCannotCome', v.if_worker_cannot_come, 'hash', v.hash,
      'weeklyCostPence', v.weekly_cost_pence, 'reasons', v.reasons)
    from terms v where v.agreement_id = ${t}.id and v.number = ${t}.latest_number - ${back}::int)`;
}

/** How an agreement is read: by its parties alone. What a reader may not know of the others is null by row security. */
export const agreementView = defineView<AgreementRow>('Agreement', {
  table: 'agreement',
  personal: { part: RecordPart.AGREEMENTS, of: 'individualId' },
  columns: {
    id: 'id',
    reference: 'reference',
    authorityId: 'authority_id',
    individualId: 'individual_id',
    providerId: 'provider_id',
    budgetId: 'budget_id',
    state: 'state',
    latestAuthor: 'latest_author',
    waiting: 'waiting_for',
    replyBy: column((t) => sql`case when ${t}.state in ('PROPOSED', 'COUNTERED') then ${t}.reply_by end`, 'instant'),
    startsOn: column('starts_on', 'date'),
    endsOn: column('ends_on', 'date'),
    since: column('moved_at', 'instant'),
    endedReason: 'ended_reason',
    individualLabel: (t) =>
      sql`coalesce((select p.preferred_name from person p where p.id = ${t}.individual_id), ${t}.individual_alias)`,
    providerName: (t) => sql`(select o.name from organisation o where o.id = ${t}.provider_id)`,
    authorityName: (t) => sql`(select o.name from organisation o where o.id = ${t}.authority_id)`,
    accepted: (t) => sql`(select coalesce(json_agg(a.party), '[]') from acceptance a
      join terms v on v.id = a.terms_id where a.agreement_id = ${t}.id and v.number = ${t}.latest_number)`,
    signatures: (t) => sql`(select coalesce(json_agg(json_build_object('party', s.party, 'signedName', s.signed_name,
        'signedAt', to_char(s.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'method', s.method,
        'number', v.number, 'hash', s.terms_hash)), '[]')
      from signature s join terms v on v.id = s.terms_id where s.agreement_id = ${t}.id)`,
    latest: (t) => carried(t, 0),
    previous: (t) => carried(t, 1),
    commitmentPence: (t) => sql`(select c.amount_pence from commitment c where c.agreement_id = ${t}.id)`,
    budgetState: (
      t,
    ) => sql`(select json_build_object('startsOn', b.starts_on, 'endsOn', b.ends_on, 'totalPence', b.total_pence,
        'spentPence', b.spent_pence, 'promisedPence', b.promised_pence, 'keptBackPence', b.kept_back_pence)
      from budget b where b.id = ${t}.budget_id)`,
  },
  needs: {
    status: FACTS,
    statusSentence: [...FACTS, ...NAMES],
    waitingFor: FACTS,
    waitingForMe: FACTS,
    parties: [...FACTS, ...NAMES, 'id'],
    changes: ['latest', 'previous'],
    unchanged: ['latest', 'previous'],
    weeklyDifference: ['latest', 'previous'],
    budgetLeftAfter: ['latest', 'commitmentPence', 'budgetState'],
    viewerRole: PARTIES,
    viewerCanAccept: FACTS,
    viewerCanCounter: FACTS,
    viewerCanDecline: FACTS,
    viewerCanWithdraw: FACTS,
    viewerCanSign: FACTS,
  },
  one: {
    individual: one(() => individualView, 'individual_id'),
    provider: one(() => organisationView, 'provider_id'),
    service: one(() => serviceView, 'service_id'),
    outcome: one(() => outcomeView, 'outcome_id'),
    budget: one(() => budgetView, 'budget_id'),
    openTerms: one(() => termsView, { agreement_id: 'id', number: 'latest_number' }),
  },
  connections: {
    terms: connection(() => termsView, { on: 'agreement_id', orderBy: [['number', 'desc']] }),
    events: connection(() => agreementEventView, { on: 'agreement_id', orderBy: [['sequence', 'asc']] }),
  },
});

extendView(individualView, {
  connections: { agreements: connection(() => agreementView, { on: 'individual_id', orderBy: [['since', 'desc']] }) },
});
extendView(outcomeView, {
  columns: {
    hasProviderToAsk: (t) => sql`exists (select from appraisal a
      join decision d on d.authority_id = a.authority_id and d.appraisal_id = a.id
      join option o on o.authority_id = d.authority_id and o.id = d.option_id
      join service s on s.id = o.service_id
      where a.outcome_id = ${t}.id and not exists (select from agreement g where g.option_id = o.id
        and g.provider_id = s.organisation_id and g.state not in ('DECLINED', 'WITHDRAWN')))`,
  },
  needs: { viewerCanPropose: ['authorityId', 'individualId', 'hasProviderToAsk'] },
  connections: { agreements: connection(() => agreementView, { on: 'outcome_id', orderBy: [['since', 'desc']] }) },
});
