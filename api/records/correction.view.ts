import { RecordPart } from '../common/record-part.ts';
import { personView } from '../people/person.view.ts';
import { column, connection, defineView, extendView, one } from '../platform/read/view.ts';
import type { CorrectionState } from './correction.rules.ts';
import { recordView } from './record.view.ts';

/** A correction as its resolvers find it. */
export interface CorrectionRow {
  readonly authorityId: string;
  readonly individualId: string;
  readonly state: CorrectionState;
  readonly askedOn: string;
  readonly disagreement: string | null;
}

const STANDING = ['authorityId', 'individualId', 'state', 'disagreement'];

/** How a correction is read: by who reads the record as the individual does, and by the authority. */
export const correctionView = defineView<CorrectionRow>('Correction', {
  table: 'correction',
  personal: { part: RecordPart.CORRECTIONS, of: 'individualId' },
  columns: {
    ...{ id: 'id', authorityId: 'authority_id', individualId: 'individual_id', part: 'part', wrong: 'wrong' },
    ...{ shouldSay: 'should_say', state: 'state', answer: 'answer', disagreement: 'disagreement' },
    askedOn: column('asked_on', 'date'),
    askedAt: column('asked_at', 'instant'),
    answeredAt: column('answered_at', 'instant'),
  },
  needs: {
    answerDueOn: ['askedOn'],
    isAnswerLate: ['askedOn', 'state'],
    viewerCanAnswer: STANDING,
    viewerCanDisagree: STANDING,
  },
  one: { askedBy: one(() => personView, 'asked_by'), answeredBy: one(() => personView, 'answered_by') },
});

extendView(recordView, {
  connections: {
    corrections: connection(() => correctionView, { on: 'individual_id', orderBy: [['askedAt', 'desc']] }),
  },
});
