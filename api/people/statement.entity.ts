import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AboutMeSection, SpokenAs } from './statement.rules.ts';

@Entity({ name: 'statement' })
export class Statement {
  @PrimaryColumn({ name: 'authority_id', type: 'uuid' })
  authorityId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'individual_id', type: 'uuid' })
  individualId: string;

  @Column({ type: 'text' })
  section: AboutMeSection;

  @Column({ type: 'text' })
  words: string;

  @Column({ name: 'spoken_by', type: 'uuid' })
  spokenById: string;

  @Column({ name: 'spoken_as', type: 'text' })
  spokenAs: SpokenAs;

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedById: string;

  @Column({ name: 'helped_by', type: 'text', nullable: true })
  helpedBy: string | null;

  @Column({ name: 'said_on', type: 'date' })
  saidOn: string;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;

  @Column({ name: 'replaces_id', type: 'uuid', nullable: true })
  replacesId: string | null;

  @Column({ name: 'taken_back_at', type: 'timestamptz', nullable: true })
  takenBackAt: Date | null;
}
