import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsentAuthority, ConsentHow, ConsentPurpose, ConsentRecipientKind, DataClass } from './consent.rules.ts';

@Entity({ name: 'consent' })
export class Consent {
  @PrimaryColumn({ name: 'authority_id', type: 'uuid' })
  authorityId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'individual_id', type: 'uuid' })
  individualId: string;

  @Column({ type: 'text' })
  purpose: ConsentPurpose;

  @Column({ type: 'text', array: true })
  classes: DataClass[];

  @Column({ name: 'recipient_kind', type: 'text' })
  recipientKind: ConsentRecipientKind;

  @Column({ name: 'recipient_organisation_id', type: 'uuid', nullable: true })
  recipientOrganisationId: string | null;

  @Column({ name: 'recipient_person_id', type: 'uuid', nullable: true })
  recipientPersonId: string | null;

  @Column({ name: 'agreement_id', type: 'uuid', nullable: true })
  agreementId: string | null;

  @Column({ name: 'starts_on', type: 'date' })
  startsOn: string;

  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn: string | null;

  @Column({ name: 'given_by', type: 'uuid' })
  givenById: string;

  @Column({ name: 'given_as', type: 'text' })
  givenAs: ConsentAuthority;

  @Column({ type: 'text' })
  how: ConsentHow;

  @Column({ type: 'text', nullable: true })
  witness: string | null;

  @Column({ type: 'text', nullable: true })
  evidence: string | null;

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedById: string;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt: Date | null;

  @Column({ name: 'withdrawn_by', type: 'uuid', nullable: true })
  withdrawnById: string | null;
}
