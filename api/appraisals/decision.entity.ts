import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DecidedAs } from '../representatives/decision.rules.ts';

@Entity({ name: 'decision' })
export class Decision {
  @PrimaryColumn({ name: 'authority_id', type: 'uuid' })
  authorityId: string;

  @PrimaryColumn({ name: 'appraisal_id', type: 'uuid' })
  appraisalId: string;

  @Column({ name: 'individual_id', type: 'uuid' })
  individualId: string;

  @Column({ name: 'option_id', type: 'uuid' })
  optionId: string;

  @Column({ type: 'text' })
  reasons: string;

  @Column({ name: 'is_first_preference', type: 'boolean' })
  isFirstPreference: boolean;

  @Column({ name: 'support_given', type: 'text', nullable: true })
  supportGiven: string | null;

  @Column({ name: 'decided_by', type: 'uuid' })
  decidedById: string;

  @Column({ name: 'decided_at', type: 'timestamptz' })
  decidedAt: Date;

  @Column({ name: 'decided_as', type: 'text', nullable: true })
  decidedAs: DecidedAs['by'] | null;

  @Column({ name: 'representation_id', type: 'uuid', nullable: true })
  representationId: string | null;
}
