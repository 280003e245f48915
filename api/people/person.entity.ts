import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'person' })
export class Person {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ name: 'preferred_name', type: 'text' })
  preferredName: string;

  @Column({ type: 'text', nullable: true })
  email: string | null;

  @Column({ type: 'text', nullable: true })
  subject: string | null;

  @Column({ name: 'authority_id', type: 'uuid', nullable: true })
  authorityId: string | null;

  @Column({ name: 'demo_note', type: 'text', nullable: true })
  demoNote: string | null;
}
