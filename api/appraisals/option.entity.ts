import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OptionKind } from './option.rules.ts';

@Entity({ name: 'option' })
export class Option {
  @PrimaryColumn({ name: 'authority_id', type: 'uuid' })
  authorityId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'individual_id', type: 'uuid' })
  individualId: string;

  @Column({ name: 'appraisal_id', type: 'uuid' })
  appraisalId: string;

  @Column({ type: 'text' })
  kind: OptionKind;

  @Column({ name: 'service_id', type: 'uuid', nullable: true })
  serviceId: string | null;

  @Column({ name: 'offer_id', type: 'uuid', nullable: true })
  offerId: string | null;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', nullable: true })
  summary: string | null;

  @Column({ name: 'weekly_cost_pence', type: 'bigint', nullable: true })
  weeklyCostPence: number | null;

  @Column({ name: 'cost_grounds', type: 'text', nullable: true })
  costGrounds: string | null;

  @Column({ name: 'happens_when', type: 'text', nullable: true })
  happensWhen: string | null;

  @Column({ name: 'getting_there', type: 'text', nullable: true })
  gettingThere: string | null;

  @Column({ name: 'distance_miles', type: 'double precision', nullable: true })
  distanceMiles: number | null;

  @Column({ name: 'could_start', type: 'text', nullable: true })
  couldStart: string | null;

  @Column({ name: 'things_to_think_about', type: 'text', nullable: true })
  thingsToThinkAbout: string | null;

  @Column({ name: 'if_it_falls_through', type: 'text', nullable: true })
  ifItFallsThrough: string | null;

  @Column({ name: 'added_by', type: 'uuid' })
  addedById: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
