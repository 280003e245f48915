import { organisationView } from '../organisations/organisation.view.ts';
import { sql } from '../platform/read/sql.ts';
import { column, connection, defineView, extendView, one } from '../platform/read/view.ts';
import type { EntryField, EntryValue } from './entry-field.rules.ts';
import type { ConflictState } from './own-word.rules.ts';
import { serviceView } from './service.view.ts';

/** A conflict as it is read. */
export interface ConflictRow {
  readonly id: string;
  readonly field: EntryField;
  readonly state: ConflictState;
  readonly ownValue: EntryValue;
  readonly feedValue: EntryValue;
}

/** How a conflict between what was written here and a feed is read: by members of the organisation and by editors. */
export const editConflictView = defineView<ConflictRow>('EditConflict', {
  table: 'edit_conflict',
  columns: {
    id: 'id',
    field: 'field',
    state: 'state',
    ownValue: (t) => sql`(select written.value from own_edit written where written.id = ${t}.edit_id)`,
    feedValue: 'feed_value',
    feedSaidAt: column('feed_said_at', 'instant'),
  },
  needs: { label: ['field'], ours: ['field', 'ownValue'], theirs: ['field', 'feedValue'], viewerCanDecide: ['state'] },
  one: { service: one(() => serviceView, 'service_id'), organisation: one(() => organisationView, 'organisation_id') },
});

const LAST_EDIT = { editedAt: column('edited_at', 'instant'), editedAs: 'edited_as' };

extendView(serviceView, {
  columns: LAST_EDIT,
  needs: { lastChange: ['editedAt', 'editedAs'], viewerCanEdit: ['organisationId'] },
  connections: {
    conflicts: connection(() => editConflictView, {
      on: 'service_id',
      where: (t) => sql`${t}.state = 'OPEN'`,
      orderBy: [['feedSaidAt', 'asc']],
    }),
  },
});

extendView(organisationView, {
  columns: LAST_EDIT,
  needs: { lastChange: ['editedAt', 'editedAs'], viewerCanEdit: ['id'] },
  connections: {
    conflicts: connection(() => editConflictView, {
      on: 'organisation_id',
      where: (t) => sql`${t}.state = 'OPEN' and ${t}.service_id is null`,
      orderBy: [['feedSaidAt', 'asc']],
    }),
  },
});
