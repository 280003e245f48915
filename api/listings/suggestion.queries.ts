import { Temporal, timestampOf } from '../common/calendar.ts';
import { isId } from '../common/id.ts';
import type { SomeValues } from '../directory/entry-field.rules.ts';
import { notFound } from '../platform/problems.ts';
import type { Transaction } from '../platform/transaction.ts';
import type { Covering, SuggestionKind, SuggestionState } from './suggestion.rules.ts';

/** A suggestion as an editor decides it. */
export interface LockedSuggestion {
  readonly id: string;
  readonly kind: SuggestionKind;
  readonly state: SuggestionState;
  readonly organisationId: string | null;
  readonly serviceId: string | null;
  readonly organisationName: string | null;
  readonly words: SomeValues;
}

/** How many suggestions the viewer, or the visitor's address, has made in the last hour. */
export async function suggestionsLately(tx: Transaction): Promise<number> {
  const since = timestampOf(tx.now().subtract(Temporal.Duration.from({ hours: 1 })));
  const rows: { count: string }[] = await tx.manager.query('select access.suggestions_lately($1, $2) as count', [
    tx.caller,
    since,
  ]);
  return Number(rows[0]?.count ?? 0);
}

/** Keeps a suggestion, and apart from it who made it. */
export async function insertSuggestion(
  tx: Transaction,
  suggestion: Omit<LockedSuggestion, 'state' | 'id'> & { readonly stood: SomeValues; readonly covering: Covering },
): Promise<string> {
  const id = tx.newOpaqueId();
  const at = timestampOf(tx.now());
  const { kind, organisationId, serviceId, organisationName, words, stood, covering } = suggestion;
  await tx.manager.query(
    `insert into suggestion (id, kind, organisation_id, service_id, organisation_name, words, stood, why, made_at)
     values ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8, $9)`,
    [
      ...[id, kind, organisationId, serviceId, organisationName],
      ...[JSON.stringify(words), JSON.stringify(stood), covering.why, at],
    ],
  );
  await tx.manager.query(
    'insert into suggestion_source (suggestion_id, person_id, contact, caller, made_at) values ($1, $2, $3, $4, $5)',
    [id, tx.viewer.personId, covering.contact, tx.caller, at],
  );
  return id;
}

/** Locks a suggestion; throws NOT_FOUND when absent or hidden. Who may only read it finds it unlocked. */
export async function lockSuggestion(tx: Transaction, suggestionId: string): Promise<LockedSuggestion> {
  if (!isId(suggestionId)) throw notFound('suggestion');
  await tx.manager.query('select from suggestion where id = $1 for update', [suggestionId]);
  const rows: LockedSuggestion[] = await tx.manager.query(
    `select id, kind, state, organisation_id as "organisationId", service_id as "serviceId",
       organisation_name as "organisationName", words from suggestion where id = $1`,
    [suggestionId],
  );
  if (!rows[0]) throw notFound('suggestion');
  return rows[0];
}

/** What an editor decided. */
export type SuggestionDecision =
  | {
      readonly state: 'ACCEPTED';
      readonly fields: readonly string[];
      readonly organisationId: string;
      readonly serviceId: string;
    }
  | { readonly state: 'DECLINED'; readonly reason: string };

/** Writes what an editor decided, and forgets the mark of the address that it came from. */
export async function decideSuggestion(
  tx: Transaction,
  suggestion: LockedSuggestion,
  decision: SuggestionDecision,
): Promise<void> {
  const isAccepted = decision.state === 'ACCEPTED';
  await tx.manager.query(
    `update suggestion set state = $2, accepted_fields = $3, reason = $4, organisation_id = $5, service_id = $6,
       decided_by = $7, decided_at = $8 where id = $1`,
    [
      ...[suggestion.id, decision.state, isAccepted ? decision.fields : [], isAccepted ? null : decision.reason],
      ...(isAccepted
        ? [decision.organisationId, decision.serviceId]
        : [suggestion.organisationId, suggestion.serviceId]),
      ...[tx.viewer.personId, timestampOf(tx.now())],
    ],
  );
  await tx.manager.query('update suggestion_source set caller = null where suggestion_id = $1', [suggestion.id]);
}
