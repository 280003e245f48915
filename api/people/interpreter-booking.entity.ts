import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InterpreterKind } from './communication.rules.ts';
import type { BookingState } from './interpreter-booking.rules.ts';

@Entity({ name: 'interpreter_booking' })
export class InterpreterBooking {
  @PrimaryColumn({ name: 'authority_id', type: 'uuid' })
  authorityId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'individual_id', type: 'uuid' })
  individualId: string;

  @Column({ type: 'text' })
  interpreter: InterpreterKind;

  @Column({ type: 'text', nullable: true })
  language: string | null;

  @Column({ name: 'wanted_on', type: 'date' })
  wantedOn: string;

  @Column({ name: 'starts_at', type: 'time' })
  startsAt: string;

  @Column({ type: 'integer' })
  minutes: number;

  @Column({ type: 'text' })
  place: string;

  @Column({ type: 'text' })
  purpose: string;

  @Column({ type: 'text' })
  state: BookingState;

  @Column({ name: 'booked_with', type: 'text', nullable: true })
  bookedWith: string | null;

  @Column({ type: 'integer' })
  version: number;

  @Column({ name: 'asked_by', type: 'uuid' })
  askedById: string;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt: Date;

  @Column({ name: 'settled_by', type: 'uuid', nullable: true })
  settledById: string | null;

  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true })
  settledAt: Date | null;
}
