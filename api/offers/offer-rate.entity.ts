import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RateBand } from './rate.rules.ts';

@Entity({ name: 'offer_rate' })
export class OfferRate {
  @PrimaryColumn({ name: 'offer_id', type: 'uuid' })
  offerId: string;

  @PrimaryColumn({ type: 'text' })
  band: RateBand;

  @PrimaryColumn({ name: 'starts_on', type: 'date' })
  startsOn: string;

  @Column({ name: 'rate_pence', type: 'bigint' })
  ratePence: number;

  @Column({ name: 'provider_id', type: 'uuid' })
  providerId: string;

  @Column({ name: 'service_id', type: 'uuid' })
  serviceId: string;

  @Column({ name: 'is_public', type: 'boolean' })
  isPublic: boolean;
}
