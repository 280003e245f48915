import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MemberRole } from '../common/viewer.ts';

@Entity({ name: 'membership' })
export class Membership {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  role: MemberRole;

  @Column({ name: 'starts_on', type: 'date' })
  startsOn: string;

  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn: string | null;

  @Column({ name: 'approval_limit_pence', type: 'bigint', nullable: true })
  approvalLimitPence: number | null;

  // No default is named: the library would ask it back, and an editor who makes a manager may not read what was written.
  @Column({ type: 'integer' })
  version: number;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ name: 'set_by_id', type: 'uuid', nullable: true })
  setById: string | null;
}
