import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OutcomeDomain } from '../common/outcome-domain.ts';
import type { OutcomeState } from './outcome.rules.ts';

@Entity({ name: 'outcome' })
export class Outcome {
  @PrimaryColumn({ name: 'authority_id', type: 'uuid' })
  authorityId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'individual_id', type: 'uuid' })
  individualId: string;

  @Column({ type: 'text' })
  statement: string;

  @Column({ type: 'text' })
  domain: OutcomeDomain;

  @Column({ type: 'smallint', nullable: true })
  baseline: number | null;

  @Column({ type: 'smallint', nullable: true })
  target: number | null;

  @Column({ name: 'by_when', type: 'date', nullable: true })
  byWhen: string | null;

  @Column({ type: 'smallint' })
  priority: number;

  @Column({ type: 'text' })
  state: OutcomeState;

  @Column({ name: 'spoken_by', type: 'uuid' })
  spokenById: string;

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedById: string;

  @Column({ name: 'agreed_on', type: 'date', nullable: true })
  agreedOn: string | null;

  @Column({ name: 'agreed_by', type: 'uuid', nullable: true })
  agreedById: string | null;

  @Column({ name: 'withdrawn_reason', type: 'text', nullable: true })
  withdrawnReason: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
