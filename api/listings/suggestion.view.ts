import type { EntryField, SomeValues } from '../directory/entry-field.rules.ts';
import { serviceView } from '../directory/service.view.ts';
import { organisationView } from '../organisations/organisation.view.ts';
import { sql } from '../platform/read/sql.ts';
import { column, connection, defineView, extendView, one } from '../platform/read/view.ts';
import type { SuggestionKind, SuggestionState } from './suggestion.rules.ts';

/** A suggestion as it is read. */
export interface SuggestionRow {
  readonly id: string;
  readonly kind: SuggestionKind;
  readonly state: SuggestionState;
  readonly words: SomeValues;
  readonly stood: SomeValues;
  /** What the entry says now; null when nothing is listed yet. */
  readonly stands: SomeValues | null;
  readonly acceptedFields: readonly EntryField[];
}

/** How a suggestion is read: by members of the organisation that it is about and by editors; who made it, by editors alone. */
export const suggestionView = defineView<SuggestionRow>('Suggestion', {
  table: 'suggestion',
  columns: {
    ...{ id: 'id', kind: 'kind', state: 'state', words: 'words', stood: 'stood', why: 'why', reason: 'reason' },
    organisationName: 'organisation_name',
    acceptedFields: 'accepted_fields',
    madeAt: column('made_at', 'instant'),
    stands: (t) => sql`directory.service_values(${t}.service_id)`,
    contact: (t) => sql`(select source.contact from suggestion_source source where source.suggestion_id = ${t}.id)`,
  },
  needs: {
    changes: ['words', 'stood', 'stands', 'acceptedFields', 'state'],
    viewerCanDecide: ['state'],
  },
  one: { service: one(() => serviceView, 'service_id'), organisation: one(() => organisationView, 'organisation_id') },
});

extendView(serviceView, {
  connections: {
    suggestions: connection(() => suggestionView, {
      on: 'service_id',
      where: (t) => sql`${t}.state = 'OPEN'`,
      orderBy: [['madeAt', 'asc']],
    }),
  },
});
