import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgreementState, PartyRole, Side } from './agreement.rules.ts';

@Entity({ name: 'agreement' })
export class Agreement {
  @PrimaryColumn({ name: 'authority_id', type: 'uuid' })
  authorityId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'individual_id', type: 'uuid' })
  individualId: string;

  @Column({ name: 'provider_id', type: 'uuid' })
  providerId: string;

  @Column({ type: 'text' })
  reference: string;

  @Column({ name: 'individual_alias', type: 'text' })
  individualAlias: string;

  @Column({ name: 'outcome_id', type: 'uuid' })
  outcomeId: string;

  @Column({ name: 'option_id', type: 'uuid' })
  optionId: string;

  @Column({ name: 'service_id', type: 'uuid', nullable: true })
  serviceId: string | null;

  @Column({ name: 'budget_id', type: 'uuid', nullable: true })
  budgetId: string | null;

  @Column({ type: 'text' })
  state: AgreementState;

  @Column({ name: 'latest_number', type: 'integer' })
  latestNumber: number;

  @Column({ name: 'latest_author', type: 'text' })
  latestAuthor: Side;

  @Column({ name: 'waiting_for', type: 'text', array: true })
  waitingFor: PartyRole[];

  @Column({ name: 'reply_by', type: 'timestamptz', nullable: true })
  replyBy: Date | null;

  @Column({ name: 'starts_on', type: 'date' })
  startsOn: string;

  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn: string | null;

  @Column({ name: 'moved_at', type: 'timestamptz' })
  movedAt: Date;

  @Column({ name: 'ended_reason', type: 'text', nullable: true })
  endedReason: string | null;
}
