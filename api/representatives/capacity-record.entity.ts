import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CapacityFinding } from './capacity.rules.ts';
import type { DecisionKind } from './cover.rules.ts';

@Entity({ name: 'capacity_record' })
export class CapacityRecord {
  @PrimaryColumn({ name: 'authority_id', type: 'uuid' })
  authorityId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'individual_id', type: 'uuid' })
  individualId: string;

  @Column({ name: 'decision_kind', type: 'text' })
  decisionKind: DecisionKind;

  @Column({ type: 'text' })
  decision: string;

  @Column({ name: 'about_id', type: 'uuid', nullable: true })
  aboutId: string | null;

  @Column({ type: 'text' })
  finding: CapacityFinding;

  @Column({ type: 'boolean' })
  understands: boolean;

  @Column({ type: 'boolean' })
  retains: boolean;

  @Column({ type: 'boolean' })
  weighs: boolean;

  @Column({ type: 'boolean' })
  communicates: boolean;

  @Column({ name: 'support_given', type: 'text' })
  supportGiven: string;

  @Column({ type: 'text' })
  grounds: string;

  @Column({ type: 'text', nullable: true })
  impairment: string | null;

  @Column({ type: 'text' })
  assessor: string;

  @Column({ name: 'assessed_on', type: 'date' })
  assessedOn: string;

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedById: string;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;
}
