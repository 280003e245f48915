import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Service } from '../directory/service.entity.ts';
import { Organisation } from '../organisations/organisation.entity.ts';
import type { CapacityUnit } from './capacity.rules.ts';
import type { FundingKind, OfferUnit, ShownPrice, VatTreatment } from './offer.rules.ts';

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

  @Column({ name: 'shows_price', type: 'text' })
  showsPrice: ShownPrice;

  @Column({ name: 'rate_pence', type: 'bigint', nullable: true })
  ratePence: number | null;

  @Column({ name: 'range_from_pence', type: 'bigint', nullable: true })
  rangeFromPence: number | null;

  @Column({ name: 'range_to_pence', type: 'bigint', nullable: true })
  rangeToPence: number | null;

  @Column({ name: 'travel_pence', type: 'bigint', nullable: true })
  travelPence: number | null;

  @Column({ type: 'smallint' })
  workers: number;

  @Column({ type: 'text', nullable: true })
  vat: VatTreatment | null;

  @Column({ type: 'text', array: true })
  areas: string[];

  @Column({ type: 'text', array: true })
  funding: FundingKind[];

  @Column({ name: 'notice_days', type: 'integer', nullable: true })
  noticeDays: number | null;

  @Column({ name: 'minimum_minutes', type: 'integer', nullable: true })
  minimumMinutes: number | null;

  @Column({ name: 'could_start_on', type: 'date', nullable: true })
  couldStartOn: string | null;

  @Column({ name: 'capacity_free', type: 'integer', nullable: true })
  capacityFree: number | null;

  @Column({ name: 'capacity_unit', type: 'text', nullable: true })
  capacityUnit: CapacityUnit | null;

  @Column({ name: 'capacity_stated_at', type: 'timestamptz', nullable: true })
  capacityStatedAt: Date | null;

  @Column({ name: 'valid_from', type: 'date', nullable: true })
  validFrom: string | null;

  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo: string | null;

  @Column({ type: 'text' })
  source: 'FEED' | 'PROVIDER';

  @Column({ name: 'replaces_id', type: 'uuid', nullable: true })
  replacesId: string | null;

  @Column({ name: 'made_at', type: 'timestamptz', nullable: true })
  madeAt: Date | null;
}
