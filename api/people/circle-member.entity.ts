import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CircleLevel, Shared } from '../common/viewer.ts';
import type { CircleKind } from './circle.rules.ts';

@Entity({ name: 'circle_member' })
export class CircleMember {
  @PrimaryColumn({ name: 'authority_id', type: 'uuid' })
  authorityId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'individual_id', type: 'uuid' })
  individualId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  relation: string;

  @Column({ type: 'text', default: 'OTHER' })
  kind: CircleKind;

  @Column({ name: 'may_see', type: 'text', array: true })
  maySee: Shared[];

  @Column({ name: 'may_do', type: 'text' })
  mayDo: CircleLevel;

  @Column({ name: 'starts_on', type: 'date' })
  startsOn: string;

  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn: string | null;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ name: 'set_by_id', type: 'uuid', nullable: true })
  setById: string | null;
}
