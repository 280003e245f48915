import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Consulted, WeighedOption } from './best-interests.rules.ts';

@Entity({ name: 'best_interests_record' })
export class BestInterestsRecord {
  @PrimaryColumn({ name: 'authority_id', type: 'uuid' })
  authorityId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'individual_id', type: 'uuid' })
  individualId: string;

  @Column({ name: 'capacity_record_id', type: 'uuid' })
  capacityRecordId: string;

  @Column({ type: 'text' })
  wishes: string;

  @Column({ type: 'jsonb' })
  options: readonly WeighedOption[];

  @Column({ type: 'jsonb' })
  consulted: readonly Consulted[];

  @Column({ name: 'least_restrictive', type: 'text' })
  leastRestrictive: string;

  @Column({ name: 'chosen_option', type: 'integer' })
  chosenOption: number;

  @Column({ type: 'text' })
  reasons: string;

  @Column({ name: 'decided_by', type: 'text' })
  decidedBy: string;

  @Column({ name: 'decided_on', type: 'date' })
  decidedOn: string;

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedById: string;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;
}
