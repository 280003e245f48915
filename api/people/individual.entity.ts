import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'individual' })
export class Individual {
  @PrimaryColumn({ name: 'authority_id', type: 'uuid' })
  authorityId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  alias: string;

  @Column({ type: 'text', nullable: true })
  postcode: string | null;

  @Column({ type: 'double precision', nullable: true })
  latitude: number | null;

  @Column({ type: 'double precision', nullable: true })
  longitude: number | null;

  @Column({ type: 'text', nullable: true })
  situation: string | null;

  @Column({ name: 'born_on', type: 'date', nullable: true })
  bornOn: string | null;
}
