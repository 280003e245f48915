import { RecordPart } from '../common/record-part.ts';
import { individualView, personView } from '../people/person.view.ts';
import { column, connection, defineView, extendView, one } from '../platform/read/view.ts';
import type { OutcomeStanding } from './outcome.policy.ts';

/** What the resolvers of an outcome find on its row. */
export interface OutcomeRow extends OutcomeStanding {
  readonly id: string;
}

const standing = ['authorityId', 'individualId', 'state', 'spokenById'];

/** How an outcome is read: by those who share the plan, and the authority. */
export const outcomeView = defineView<OutcomeRow>('Outcome', {
  table: 'outcome',
  personal: { part: RecordPart.OUTCOMES, of: 'individualId' },
  columns: {
    id: 'id',
    authorityId: 'authority_id',
    individualId: 'individual_id',
    spokenById: 'spoken_by',
    statement: 'statement',
    domain: 'domain',
    baseline: 'baseline',
    target: 'target',
    byWhen: column('by_when', 'date'),
    priority: column('priority', 'integer'),
    state: 'state',
    agreedOn: column('agreed_on', 'date'),
    withdrawnReason: 'withdrawn_reason',
  },
  needs: { viewerCanAgree: standing, viewerCanWithdraw: standing },
  one: {
    spokenBy: one(() => personView, 'spoken_by'),
    recordedBy: one(() => personView, 'recorded_by'),
    agreedBy: one(() => personView, 'agreed_by'),
    individual: one(() => individualView, 'individual_id'),
  },
});

extendView(individualView, {
  connections: { outcomes: connection(() => outcomeView, { on: 'individual_id', orderBy: [['priority', 'asc']] }) },
});
