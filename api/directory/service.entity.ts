import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Organisation } from '../organisations/organisation.entity.ts';
import type { AssuranceOrigin } from './assurance.rules.ts';
import type { ServiceStatus } from './entry.rules.ts';
import type { RegulatedActivity } from './registration.rules.ts';

@Entity({ name: 'service' })
export class Service {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  @ManyToOne(() => Organisation)
  @JoinColumn({ name: 'organisation_id' })
  organisation: Organisation;

  @Column({ name: 'feed_id', type: 'uuid', nullable: true })
  feedId: string | null;

  @Column({ name: 'external_id', type: 'text', nullable: true })
  externalId: string | null;

  @Column({ name: 'content_hash', type: 'bytea', nullable: true })
  contentHash: Buffer | null;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', nullable: true })
  description: string | null;

  @Column({ type: 'text' })
  status: ServiceStatus;

  @Column({ name: 'regulated_activity', type: 'text', nullable: true })
  regulatedActivity: Exclude<RegulatedActivity, 'OTHER'> | null;

  @Column({ type: 'text', nullable: true })
  website: string | null;

  @Column({ type: 'text', nullable: true })
  email: string | null;

  @Column({ type: 'text', nullable: true })
  phone: string | null;

  @Column({ name: 'minimum_age', type: 'integer', nullable: true })
  minimumAge: number | null;

  @Column({ name: 'maximum_age', type: 'integer', nullable: true })
  maximumAge: number | null;

  @Column({ name: 'fees_description', type: 'text', nullable: true })
  feesDescription: string | null;

  @Column({ name: 'could_start', type: 'text', nullable: true })
  couldStart: string | null;

  @Column({ name: 'assured_on', type: 'date', nullable: true })
  assuredOn: string | null;

  @Column({ name: 'assured_by', type: 'text', nullable: true })
  assuredBy: AssuranceOrigin | null;

  @Column({ name: 'assured_by_id', type: 'uuid', nullable: true })
  assuredById: string | null;

  @Column({ name: 'unlisted_on', type: 'date', nullable: true })
  unlistedOn: string | null;

  @Column({ name: 'last_modified_at', type: 'timestamptz', nullable: true })
  lastModifiedAt: Date | null;

  @Column({ type: 'text', array: true })
  languages: string[];

  @Column({ type: 'text', array: true })
  areas: string[];

  @Column({ type: 'text', array: true })
  repairs: string[];

  @Column({ name: 'preferred_service_id', type: 'uuid', nullable: true })
  preferredServiceId: string | null;

  @Column({ name: 'imported_at', type: 'timestamptz', nullable: true })
  importedAt: Date | null;
}
