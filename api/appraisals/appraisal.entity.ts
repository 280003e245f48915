import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AppraisalState } from './appraisal.rules.ts';

@Entity({ name: 'appraisal' })
export class Appraisal {
  @PrimaryColumn({ name: 'authority_id', type: 'uuid' })
  authorityId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'individual_id', type: 'uuid' })
  individualId: string;

  @Column({ name: 'outcome_id', type: 'uuid' })
  outcomeId: string;

  @Column({ type: 'text' })
  state: AppraisalState;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
