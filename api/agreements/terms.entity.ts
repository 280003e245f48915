import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OfferUnit } from '../offers/offer.rules.ts';
import type { Side } from './agreement.rules.ts';
import type { TermReason, Visit } from './terms.rules.ts';

@Entity({ name: 'terms' })
export class Terms {
  @PrimaryColumn({ name: 'authority_id', type: 'uuid' })
  authorityId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'agreement_id', type: 'uuid' })
  agreementId: string;

  @Column({ name: 'individual_id', type: 'uuid' })
  individualId: string;

  @Column({ name: 'provider_id', type: 'uuid' })
  providerId: string;

  @Column({ type: 'integer' })
  number: number;

  @Column({ type: 'text' })
  author: Side;

  @Column({ name: 'author_id', type: 'uuid' })
  authorId: string;

  @Column({ name: 'author_name', type: 'text' })
  authorName: string;

  @Column({ type: 'text', nullable: true })
  message: string | null;

  @Column({ type: 'text' })
  support: string;

  @Column({ type: 'text' })
  place: string;

  @Column({ type: 'jsonb' })
  visits: Visit[];

  @Column({ type: 'text' })
  unit: OfferUnit;

  @Column({ name: 'rate_pence', type: 'bigint' })
  ratePence: number;

  @Column({ name: 'starts_on', type: 'date' })
  startsOn: string;

  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn: string | null;

  @Column({ name: 'notice_days', type: 'integer' })
  noticeDays: number;

  @Column({ type: 'text' })
  cancellation: string;

  @Column({ name: 'if_worker_cannot_come', type: 'text' })
  ifWorkerCannotCome: string;

  @Column({ type: 'jsonb' })
  reasons: TermReason[];

  @Column({ name: 'weekly_cost_pence', type: 'bigint' })
  weeklyCostPence: number;

  @Column({ name: 'total_cost_pence', type: 'bigint' })
  totalCostPence: number;

  @Column({ type: 'text' })
  hash: string;

  @Column({ name: 'proposed_at', type: 'timestamptz' })
  proposedAt: Date;
}
