import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RepresentationKind } from './cover.rules.ts';

@Entity({ name: 'representation' })
export class Representation {
  @PrimaryColumn({ name: 'authority_id', type: 'uuid' })
  authorityId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'individual_id', type: 'uuid' })
  individualId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  kind: RepresentationKind;

  @Column({ type: 'text', nullable: true })
  scope: string | null;

  @Column({ name: 'acts_alone', type: 'boolean' })
  actsAlone: boolean;

  @Column({ name: 'has_permission', type: 'boolean' })
  hasPermission: boolean;

  @Column({ name: 'provider_id', type: 'uuid', nullable: true })
  providerId: string | null;

  @Column({ type: 'text', nullable: true })
  evidence: string | null;

  @Column({ name: 'evidence_seen_by', type: 'uuid', nullable: true })
  evidenceSeenById: string | null;

  @Column({ name: 'evidence_seen_on', type: 'date', nullable: true })
  evidenceSeenOn: string | null;

  @Column({ name: 'starts_on', type: 'date' })
  startsOn: string;

  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn: string | null;

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedById: string;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ name: 'ended_by', type: 'uuid', nullable: true })
  endedById: string | null;

  @Column({ name: 'ended_reason', type: 'text', nullable: true })
  endedReason: string | null;
}
