import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContactWay, InformationFormat, InterpreterKind, LettersLanguage } from './communication.rules.ts';

@Entity({ name: 'communication' })
export class Communication {
  @PrimaryColumn({ name: 'authority_id', type: 'uuid' })
  authorityId: string;

  @PrimaryColumn({ name: 'individual_id', type: 'uuid' })
  individualId: string;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'text', nullable: true })
  pronouns: string | null;

  @Column({ type: 'text', nullable: true })
  noun: string | null;

  @Column({ name: 'spoken_language', type: 'text', nullable: true })
  spokenLanguage: string | null;

  @Column({ name: 'letters_language', type: 'text' })
  lettersLanguage: LettersLanguage;

  @Column({ type: 'text', nullable: true })
  interpreter: InterpreterKind | null;

  @Column({ name: 'interpreter_note', type: 'text', nullable: true })
  interpreterNote: string | null;

  @Column({ type: 'text', array: true })
  formats: InformationFormat[];

  @Column({ name: 'contact_by', type: 'text', array: true })
  contactBy: ContactWay[];

  @Column({ name: 'never_by', type: 'text', array: true })
  neverBy: ContactWay[];

  @Column({ name: 'best_times', type: 'text', nullable: true })
  bestTimes: string | null;

  @Column({ name: 'says_yes', type: 'text', nullable: true })
  saysYes: string | null;

  @Column({ name: 'says_no', type: 'text', nullable: true })
  saysNo: string | null;

  @Column({ name: 'needs_time', type: 'text', nullable: true })
  needsTime: string | null;

  @Column({ type: 'text', nullable: true })
  uses: string | null;

  @Column({ name: 'spoken_by', type: 'uuid' })
  spokenById: string;

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedById: string;

  @Column({ name: 'reviewed_on', type: 'date' })
  reviewedOn: string;
}
