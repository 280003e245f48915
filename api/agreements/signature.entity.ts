import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DecidedAs } from '../representatives/decision.rules.ts';
import type { PartyRole, SignatureMethod } from './agreement.rules.ts';

@Entity({ name: 'signature' })
export class Signature {
  @PrimaryColumn({ name: 'authority_id', type: 'uuid' })
  authorityId: string;

  @PrimaryColumn({ name: 'agreement_id', type: 'uuid' })
  agreementId: string;

  @Column({ name: 'individual_id', type: 'uuid' })
  individualId: string;

  @Column({ name: 'provider_id', type: 'uuid' })
  providerId: string;

  @Column({ name: 'terms_id', type: 'uuid' })
  termsId: string;

  @PrimaryColumn({ type: 'text' })
  party: PartyRole;

  @Column({ name: 'signed_by', type: 'uuid' })
  signedBy: string;

  @Column({ name: 'signed_name', type: 'text' })
  signedName: string;

  @Column({ type: 'text' })
  method: SignatureMethod;

  @Column({ type: 'text' })
  statement: string;

  @Column({ name: 'terms_hash', type: 'text' })
  termsHash: string;

  @Column({ name: 'signed_at', type: 'timestamptz' })
  signedAt: Date;

  @Column({ name: 'decided_as', type: 'text', nullable: true })
  decidedAs: DecidedAs['by'] | null;

  @Column({ name: 'representation_id', type: 'uuid', nullable: true })
  representationId: string | null;
}
