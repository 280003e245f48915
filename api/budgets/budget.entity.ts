import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'budget' })
export class Budget {
  @PrimaryColumn({ name: 'authority_id', type: 'uuid' })
  authorityId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'individual_id', type: 'uuid' })
  individualId: string;

  @Column({ name: 'starts_on', type: 'date' })
  startsOn: string;

  @Column({ name: 'ends_on', type: 'date' })
  endsOn: string;

  @Column({ name: 'total_pence', type: 'bigint' })
  totalPence: number;

  @Column({ name: 'spent_pence', type: 'bigint', default: 0 })
  spentPence: number;

  @Column({ name: 'promised_pence', type: 'bigint', default: 0 })
  promisedPence: number;

  @Column({ name: 'kept_back_pence', type: 'bigint', default: 0 })
  keptBackPence: number;
}
