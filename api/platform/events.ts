import type { Transaction } from './transaction.ts';

/** In what capacity somebody acted. */
export const ActedAs = {
  INDIVIDUAL: 'INDIVIDUAL',
  CIRCLE: 'CIRCLE',
  BROKER: 'BROKER',
  PROVIDER: 'PROVIDER',
  BUDGET_HOLDER: 'BUDGET_HOLDER',
  EDITOR: 'EDITOR',
  MEMBER: 'MEMBER',
  VISITOR: 'VISITOR',
  SYSTEM: 'SYSTEM',
} as const;
export type ActedAs = keyof typeof ActedAs;

/** One event about to be recorded. Whose it is decides who may read it later: ids only, never free text of people. */
export interface NewEvent {
  /** What it is about, such as "agreement:<id>"; events of one stream are numbered and chained. */
  readonly stream: string;
  readonly type: string;
  readonly actedAs: ActedAs;
  /** Name to show for the actor; the viewer's own unless an organisation acted. */
  readonly actorName?: string;
  readonly authorityId?: string;
  readonly individualId?: string;
  /** Provider that may read it; leave out for what no provider may see. */
  readonly providerId?: string;
  readonly agreementId?: string;
  readonly data?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Records an event and rings the doorbell, both in the command's transaction: told on commit, silent on rollback. */
export async function recordEvent(tx: Transaction, event: NewEvent): Promise<void> {
  await tx.manager.query('select access.record_event($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
    event.stream,
    event.type,
    tx.viewer.personId,
    event.actorName ?? (tx.viewer.name || 'Kith'),
    event.actedAs,
    event.authorityId ?? null,
    event.individualId ?? null,
    event.providerId ?? null,
    event.agreementId ?? null,
    JSON.stringify(event.data ?? {}),
    tx.now().toString(),
  ]);
}
