import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InformalSupportAnswer } from './informal-support.rules.ts';

@Entity({ name: 'informal_support' })
export class InformalSupport {
  @PrimaryColumn({ name: 'authority_id', type: 'uuid' })
  authorityId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'individual_id', type: 'uuid' })
  individualId: string;

  @Column({ name: 'circle_member_id', type: 'uuid' })
  circleMemberId: string;

  @Column({ type: 'text' })
  answer: InformalSupportAnswer;

  @Column({ name: 'hours_a_week', type: 'integer', nullable: true })
  hoursAWeek: number | null;

  @Column({ type: 'text', nullable: true })
  words: string | null;

  @Column({ name: 'spoken_by', type: 'uuid' })
  spokenById: string;

  @Column({ name: 'said_at', type: 'timestamptz' })
  saidAt: Date;
}
