import { organisationView } from '../organisations/organisation.view.ts';
import { individualView, isTheirs, personView } from '../people/person.view.ts';
import type { Belonging } from '../people/individual.policy.ts';
import { type Sql, sql } from '../platform/read/sql.ts';
import { column, defineView, extendView, many, one } from '../platform/read/view.ts';
import type { RepresentationKind } from './cover.rules.ts';

/** What the resolvers of a representation find on its row. */
export interface RepresentationRow extends Belonging {
  readonly personId: string;
  readonly kind: RepresentationKind;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly endedReason: string | null;
}

/** How a representation is read. */
export const representationView = defineView<RepresentationRow>('Representation', {
  table: 'representation',
  columns: {
    id: 'id',
    authorityId: 'authority_id',
    individualId: 'individual_id',
    personId: 'person_id',
    kind: 'kind',
    scope: 'scope',
    actsAlone: 'acts_alone',
    hasPermission: 'has_permission',
    evidence: 'evidence',
    evidenceSeenOn: column('evidence_seen_on', 'date'),
    startsOn: column('starts_on', 'date'),
    endsOn: column('ends_on', 'date'),
    endedReason: 'ended_reason',
    recordedAt: column('recorded_at', 'instant'),
    // From whom somebody buys is not for everybody who shares the plan.
    worksFor: (
      t,
    ) => sql`case when ${t}.kind in ('CARE_ACT_ADVOCATE', 'IMCA', 'IMHA', 'CHILDRENS_ADVOCATE') and ${isKnownWhole(t)}
      then to_jsonb(access.employers(${t}.person_id, ${t}.individual_id, ${t}.provider_id)) else '[]' end`,
  },
  needs: {
    isInForce: ['startsOn', 'endsOn', 'endedReason'],
    covers: ['kind'],
    viewerCanEnd: ['authorityId', 'individualId', 'personId', 'kind', 'endedReason'],
  },
  one: {
    individual: one(() => individualView, 'individual_id'),
    person: one(() => personView, 'person_id'),
    provider: one(() => organisationView, 'provider_id'),
    evidenceSeenBy: one(() => personView, 'evidence_seen_by'),
  },
});

/** How a best-interests record is read. */
export const bestInterestsRecordView = defineView('BestInterestsRecord', {
  table: 'best_interests_record',
  columns: {
    id: 'id',
    wishes: 'wishes',
    options: 'options',
    consulted: 'consulted',
    leastRestrictive: 'least_restrictive',
    chosenOption: column('chosen_option', 'integer'),
    reasons: 'reasons',
    decidedBy: 'decided_by',
    decidedOn: column('decided_on', 'date'),
    recordedAt: column('recorded_at', 'instant'),
  },
  one: { recorder: one(() => personView, 'recorded_by') },
});

/** How a capacity record is read. */
export const capacityRecordView = defineView('CapacityRecord', {
  table: 'capacity_record',
  columns: {
    id: 'id',
    decisionKind: 'decision_kind',
    decision: 'decision',
    finding: 'finding',
    understands: 'understands',
    retains: 'retains',
    weighs: 'weighs',
    communicates: 'communicates',
    supportGiven: 'support_given',
    grounds: 'grounds',
    impairment: 'impairment',
    assessor: 'assessor',
    assessedOn: column('assessed_on', 'date'),
    recordedAt: column('recorded_at', 'instant'),
  },
  one: {
    recorder: one(() => personView, 'recorded_by'),
    bestInterests: one(
      () => bestInterestsRecordView,
      { capacity_record_id: 'id' },
      { orderBy: [['recordedAt', 'desc']] },
    ),
  },
});

/** How a court order is read, by the authority alone. */
export const courtOrderView = defineView<Belonging & { readonly liftedReason: string | null }>('CourtOrder', {
  table: 'court_order',
  columns: {
    id: 'id',
    authorityId: 'authority_id',
    individualId: 'individual_id',
    evidence: 'evidence',
    orderedOn: column('ordered_on', 'date'),
    recordedAt: column('recorded_at', 'instant'),
    liftedReason: 'lifted_reason',
  },
  needs: { viewerCanLift: ['authorityId', 'individualId', 'liftedReason'] },
  one: { person: one(() => personView, 'person_id'), recorder: one(() => personView, 'recorded_by') },
});

extendView(individualView, {
  columns: {
    bornOn: column((t) => sql`case when ${isTheirs(t, sql`'kith.plans'`)} then ${t}.born_on end`, 'date'),
    hasParent: column(
      (t) => sql`exists (select from representation r
        where r.authority_id = ${t}.authority_id and r.individual_id = ${t}.id and r.kind = 'PARENTAL_RESPONSIBILITY'
          and r.evidence_seen_on is not null and r.ended_at is null
          and current_date between r.starts_on and coalesce(r.ends_on, 'infinity'))`,
      'boolean',
    ),
  },
  needs: {
    age: ['bornOn'],
    lifeStage: ['bornOn'],
    standingWarning: ['bornOn', 'hasParent'],
    viewerCanRecordStanding: ['id', 'authorityId'],
  },
  many: {
    representations: many(() => representationView, {
      on: 'individual_id',
      orderBy: [['recordedAt', 'desc']],
      limit: 50,
    }),
    capacityRecords: many(() => capacityRecordView, {
      on: 'individual_id',
      orderBy: [
        ['assessedOn', 'desc'],
        ['recordedAt', 'desc'],
      ],
      limit: 50,
    }),
    courtOrders: many(() => courtOrderView, { on: 'individual_id', orderBy: [['recordedAt', 'desc']], limit: 50 }),
  },
});

function isKnownWhole(t: Sql): Sql {
  return sql`(${t}.authority_id = any ((select access.ids('kith.authorities'))::uuid[])
    or ${t}.individual_id = any ((select access.ids('kith.person'))::uuid[]))`;
}
