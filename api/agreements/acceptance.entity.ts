import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DecidedAs } from '../representatives/decision.rules.ts';
import type { Side } from './agreement.rules.ts';

@Entity({ name: 'acceptance' })
export class Acceptance {
  @PrimaryColumn({ name: 'authority_id', type: 'uuid' })
  authorityId: string;

  @PrimaryColumn({ name: 'agreement_id', type: 'uuid' })
  agreementId: string;

  @Column({ name: 'individual_id', type: 'uuid' })
  individualId: string;

  @Column({ name: 'provider_id', type: 'uuid' })
  providerId: string;

  @PrimaryColumn({ name: 'terms_id', type: 'uuid' })
  termsId: string;

  @PrimaryColumn({ type: 'text' })
  party: Side;

  @Column({ name: 'accepted_by', type: 'uuid' })
  acceptedBy: string;

  @Column({ name: 'accepted_at', type: 'timestamptz' })
  acceptedAt: Date;

  @Column({ name: 'decided_as', type: 'text', nullable: true })
  decidedAs: DecidedAs['by'] | null;

  @Column({ name: 'representation_id', type: 'uuid', nullable: true })
  representationId: string | null;
}
