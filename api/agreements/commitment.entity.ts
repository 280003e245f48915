import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'commitment' })
export class Commitment {
  @PrimaryColumn({ name: 'authority_id', type: 'uuid' })
  authorityId: string;

  @PrimaryColumn({ name: 'agreement_id', type: 'uuid' })
  agreementId: string;

  @Column({ name: 'individual_id', type: 'uuid' })
  individualId: string;

  @Column({ name: 'budget_id', type: 'uuid' })
  budgetId: string;

  @Column({ name: 'terms_id', type: 'uuid' })
  termsId: string;

  @Column({ name: 'amount_pence', type: 'bigint' })
  amountPence: number;
}
