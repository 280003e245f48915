import { organisationView } from '../organisations/organisation.view.ts';
import { individualView, personView } from '../people/person.view.ts';
import type { Belonging } from '../people/individual.policy.ts';
import { type Sql, sql } from '../platform/read/sql.ts';
import { column, connection, defineView, extendView, one } from '../platform/read/view.ts';
import type { ConsentStatus } from './consent.rules.ts';

/** What the resolvers of a consent find on its row. */
export interface ConsentRow extends Belonging {
  readonly status: ConsentStatus;
  readonly withdrawnAt: string | null;
  readonly isNeededByAgreement: boolean;
}

/** How a consent is read; where it stands follows from its days, its withdrawal, and the agreement that it was given by. */
export const consentView = defineView<ConsentRow>('Consent', {
  table: 'consent',
  columns: {
    id: 'id',
    authorityId: 'authority_id',
    individualId: 'individual_id',
    purpose: 'purpose',
    classes: 'classes',
    recipientKind: 'recipient_kind',
    startsOn: column('starts_on', 'date'),
    endsOn: column(
      (t) => sql`coalesce(${t}.ends_on, nullif(nullif(${agreementKnownUntil(t)}, 'infinity'), '-infinity')::date)`,
      'date',
    ),
    givenAs: 'given_as',
    how: 'how',
    witness: 'witness',
    evidence: 'evidence',
    recordedAt: column('recorded_at', 'instant'),
    withdrawnAt: column('withdrawn_at', 'instant'),
    status: column(statusOf, 'text'),
    isNeededByAgreement: column(
      (t) =>
        sql`(${t}.agreement_id is not null and coalesce(access.agreed_until(${t}.agreement_id) >= current_date, true))`,
      'boolean',
    ),
  },
  needs: { viewerCanWithdraw: ['authorityId', 'individualId', 'status', 'withdrawnAt', 'isNeededByAgreement'] },
  one: {
    organisation: one(() => organisationView, 'recipient_organisation_id'),
    person: one(() => personView, 'recipient_person_id'),
    giver: one(() => personView, 'given_by'),
    recorder: one(() => personView, 'recorded_by'),
    withdrawer: one(() => personView, 'withdrawn_by'),
  },
});

extendView(individualView, {
  needs: { viewerCanRecordConsent: ['id', 'authorityId'] },
  connections: { consents: connection(() => consentView, { on: 'individual_id', orderBy: [['recordedAt', 'desc']] }) },
});

function agreementKnownUntil(t: Sql): Sql {
  return sql`(access.agreed_until(${t}.agreement_id) + access.known_after_end())`;
}

function statusOf(t: Sql): Sql {
  return sql`case when ${t}.withdrawn_at is not null then 'WITHDRAWN'
    when ${t}.starts_on > current_date or ${t}.agreement_id is not null and access.agreed_until(${t}.agreement_id) is null then 'WAITING'
    when current_date > coalesce(${t}.ends_on, ${agreementKnownUntil(t)}, 'infinity') then 'OVER' else 'OPEN' end`;
}
