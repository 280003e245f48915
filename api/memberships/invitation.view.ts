import { organisationView } from '../organisations/organisation.view.ts';
import { individualView } from '../people/person.view.ts';
import { sql } from '../platform/read/sql.ts';
import { column, connection, defineView, extendView } from '../platform/read/view.ts';
import type { InvitationPosition } from './invitation.policy.ts';

/** How an invitation is read: by whoever may invite there. */
export const invitationView = defineView<InvitationPosition>('Invitation', {
  table: 'invitation',
  columns: {
    id: 'id',
    name: 'invitee_name',
    email: 'email',
    role: 'role',
    relation: 'relation',
    maySee: 'may_see',
    mayDo: 'may_do',
    invitedByName: 'invited_by_name',
    invitedAt: column('invited_at', 'instant'),
    expiresAt: column('expires_at', 'instant'),
    state: (t) => sql`case when ${t}.state = 'OPEN' and ${t}.expires_at <= now() then 'EXPIRED' else ${t}.state end`,
    letterState: 'letter_state',
  },
});

const INVITATIONS = { orderBy: [['invitedAt', 'desc']] } as const;

extendView(organisationView, {
  connections: { invitations: connection(() => invitationView, { on: 'organisation_id', ...INVITATIONS }) },
});
extendView(individualView, {
  needs: { viewerCanInvite: ['id'] },
  connections: { invitations: connection(() => invitationView, { on: 'individual_id', ...INVITATIONS }) },
});
