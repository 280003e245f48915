import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Service } from '../directory/service.entity.ts';
import { Organisation } from '../organisations/organisation.entity.ts';
import type { OfferUnit } from './offer.rules.ts';

@Entity({ name: 'offer' })
export class Offer {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'service_id', type: 'uuid' })
  serviceId: string;

  @ManyToOne(() => Service)
  @JoinColumn({ name: 'service_id' })
  service: Service;

  @Column({ name: 'provider_id', type: 'uuid' })
  providerId: string;

  @ManyToOne(() => Organisation)
  @JoinColumn({ name: 'provider_id' })
  provider: Organisation;

  @Column({ type: 'text' })
  unit: OfferUnit;

  @Column({ name: 'rate_pence', type: 'bigint' })
  ratePence: number;

  @Column({ name: 'minimum_minutes', type: 'integer', nullable: true })
  minimumMinutes: number | null;

  @Column({ name: 'could_start_on', type: 'date', nullable: true })
  couldStartOn: string | null;

  @Column({ name: 'valid_from', type: 'date', nullable: true })
  validFrom: string | null;

  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo: string | null;

  @Column({ type: 'text' })
  source: 'FEED' | 'PROVIDER';
}
