-- Interpreters, asked for and booked, so that what is recorded as needed is also there on the day.

create table interpreter_booking (
  authority_id uuid not null,
  id uuid not null constraint interpreter_booking_id_key unique,
  individual_id uuid not null,
  interpreter text not null constraint interpreter_booking_interpreter_check check (interpreter in
    ('SPOKEN', 'BSL', 'SSE', 'TACTILE_BSL', 'DEAFBLIND_MANUAL', 'LIPSPEAKER', 'SPEECH_TO_TEXT')),
  language text constraint interpreter_booking_language_check check (length(language) between 1 and 60),
  wanted_on date not null,
  starts_at time not null,
  minutes integer not null constraint interpreter_booking_minutes_check check (minutes between 15 and 720),
  place text not null constraint interpreter_booking_place_check check (length(place) between 1 and 300),
  purpose text not null constraint interpreter_booking_purpose_check check (length(purpose) between 1 and 300),
  state text not null constraint interpreter_booking_state_check check (state in ('ASKED', 'BOOKED', 'CANCELLED')),
  booked_with text constraint interpreter_booking_booked_with_check check (length(booked_with) between 1 and 300),
  version integer not null constraint interpreter_booking_version_check check (version >= 1),
  asked_by uuid not null constraint interpreter_booking_asked_by_fk references person (id),
  asked_at timestamptz not null,
  settled_by uuid constraint interpreter_booking_settled_by_fk references person (id),
  settled_at timestamptz,
  constraint interpreter_booking_pk primary key (authority_id, id),
  constraint interpreter_booking_individual_fk foreign key (authority_id, individual_id) references individual (authority_id, id),
  constraint interpreter_booking_booked_check check (state <> 'BOOKED' or booked_with is not null),
  constraint interpreter_booking_settled_check check ((state = 'ASKED') = (settled_at is null) and (settled_at is null) = (settled_by is null)),
  constraint interpreter_booking_language_needed_check check (interpreter <> 'SPOKEN' or language is not null)
);
create index interpreter_booking_individual_index on interpreter_booking (individual_id, wanted_on desc, id);
comment on table interpreter_booking is 'That an interpreter is wanted for an individual on a day, and whether one is booked.';
comment on column interpreter_booking.authority_id is 'Authority of the individual.';
comment on column interpreter_booking.id is 'Identifier.';
comment on column interpreter_booking.individual_id is 'Individual for whom it is.';
comment on column interpreter_booking.interpreter is 'Kind of interpreter.';
comment on column interpreter_booking.language is 'Language, by its English name; null where the kind says it.';
comment on column interpreter_booking.wanted_on is 'Day of the appointment.';
comment on column interpreter_booking.starts_at is 'When the interpreter is wanted, by the clock of the place.';
comment on column interpreter_booking.minutes is 'For how long.';
comment on column interpreter_booking.place is 'Where, or by which call.';
comment on column interpreter_booking.purpose is 'What for.';
comment on column interpreter_booking.state is 'ASKED, BOOKED with somebody, or CANCELLED.';
comment on column interpreter_booking.booked_with is 'Interpreter or service that comes; null until booked.';
comment on column interpreter_booking.version is 'Number of the last change, from 1, so that nobody overwrites what they have not seen.';
comment on column interpreter_booking.asked_by is 'Person who asked.';
comment on column interpreter_booking.asked_at is 'When it was asked.';
comment on column interpreter_booking.settled_by is 'Person who booked or cancelled it last; null while asked.';
comment on column interpreter_booking.settled_at is 'When; null while asked.';
