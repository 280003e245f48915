import { column, defineView } from '../platform/read/view.ts';
import type { Side } from './agreement.rules.ts';
import type { TermReason, TermsContent } from './terms.rules.ts';

/** A version of terms as it is read; amounts are pence. */
export type TermsRow = Omit<TermsContent, 'ratePence'> & {
  readonly rate: number;
  readonly hash: string;
  readonly author: Side;
  readonly reasons: readonly TermReason[];
};

const CONTENT = [
  'support',
  'place',
  'visits',
  'unit',
  'rate',
  'startsOn',
  'endsOn',
  'noticeDays',
  'cancellation',
  'ifWorkerCannotCome',
];

/** How a version of terms is read: by the agreement's parties. */
export const termsView = defineView<TermsRow>('Terms', {
  table: 'terms',
  columns: {
    id: 'id',
    number: 'number',
    hash: 'hash',
    author: 'author',
    authorName: 'author_name',
    message: 'message',
    support: 'support',
    place: 'place',
    visits: 'visits',
    unit: 'unit',
    rate: 'rate_pence',
    startsOn: column('starts_on', 'date'),
    endsOn: column('ends_on', 'date'),
    noticeDays: 'notice_days',
    cancellation: 'cancellation',
    ifWorkerCannotCome: 'if_worker_cannot_come',
    weeklyCost: 'weekly_cost_pence',
    totalCost: 'total_cost_pence',
    proposedAt: column('proposed_at', 'instant'),
  },
  needs: { lines: CONTENT, weeklyMinutes: ['visits'], fingerprint: ['hash'], authorRole: ['author'] },
});

/** The content that the rules speak of, from a row as it is read. */
export function contentOf(row: TermsRow): TermsContent {
  const { rate, ...rest } = row;
  return { ...rest, ratePence: rate };
}
