import { organisationView } from '../organisations/organisation.view.ts';
import { sql } from '../platform/read/sql.ts';
import { column, defineView, extendView, one } from '../platform/read/view.ts';
import type { ClaimState } from './claim.rules.ts';

/** A claim as it is read. */
export interface ClaimRow {
  readonly id: string;
  readonly state: ClaimState;
  readonly personId: string;
}

/** How a claim is read: by whoever made it and by editors. */
export const claimView = defineView<ClaimRow>('Claim', {
  table: 'claim',
  columns: {
    ...{ id: 'id', state: 'state', personId: 'person_id', claimantName: 'claimant_name', role: 'role_words' },
    ...{ evidence: 'evidence', reason: 'reason', madeAt: column('made_at', 'instant') },
    rivals: (t) => sql`(select count(*)::int from claim other
      where other.organisation_id = ${t}.organisation_id and other.id <> ${t}.id and other.state = 'OPEN')`,
  },
  needs: { viewerCanDecide: ['state', 'personId'] },
  one: { organisation: one(() => organisationView, 'organisation_id') },
});

extendView(organisationView, {
  columns: {
    isClaimed: (t) => sql`access.is_kept(${t}.id)`,
    hasOwnClaim: (t) => sql`exists (select from claim mine where mine.organisation_id = ${t}.id and mine.state = 'OPEN'
      and mine.person_id = any ((select access.ids('kith.person'))::uuid[]))`,
  },
  needs: { viewerCanClaim: ['id', 'kind', 'hasOwnClaim'] },
});
