-- What people say about themselves, in their own words, and how they communicate.

create table statement (
  authority_id uuid not null,
  id uuid not null constraint statement_id_key unique,
  individual_id uuid not null,
  section text not null constraint statement_section_check
    check (section in ('WHO_I_AM', 'WHO_MATTERS', 'WHAT_MATTERS', 'STRENGTHS', 'ROUTINES', 'WHAT_WORKS', 'WHAT_TO_AVOID')),
  words text not null constraint statement_words_check check (length(words) between 1 and 2000),
  spoken_by uuid not null constraint statement_spoken_by_fk references person (id),
  spoken_as text not null constraint statement_spoken_as_check check (spoken_as in ('INDIVIDUAL', 'CIRCLE', 'PROFESSIONAL')),
  recorded_by uuid not null constraint statement_recorded_by_fk references person (id),
  helped_by text constraint statement_helped_by_check check (length(helped_by) between 1 and 200),
  said_on date not null,
  recorded_at timestamptz not null,
  replaces_id uuid,
  taken_back_at timestamptz,
  constraint statement_pk primary key (authority_id, id),
  constraint statement_individual_fk foreign key (authority_id, individual_id) references individual (authority_id, id),
  constraint statement_replaces_fk foreign key (authority_id, replaces_id) references statement (authority_id, id),
  constraint statement_own_check check ((spoken_as = 'INDIVIDUAL') = (spoken_by = individual_id))
);
create unique index statement_replaces_key on statement (replaces_id);
create index statement_individual_index on statement (individual_id, section, recorded_at);
comment on table statement is 'What somebody said about an individual, in their own words; never changed, only said anew or taken back (rule R36).';
comment on column statement.authority_id is 'Authority of the individual.';
comment on column statement.id is 'Identifier.';
comment on column statement.individual_id is 'Individual whom it is about.';
comment on column statement.section is 'What it is about.';
comment on column statement.words is 'Words as they were said.';
comment on column statement.spoken_by is 'Person who said it.';
comment on column statement.spoken_as is 'Whether the individual, somebody of the circle or a professional spoke; what a professional says stands apart.';
comment on column statement.recorded_by is 'Person who wrote it down.';
comment on column statement.helped_by is 'Who helped to find or write the words; null when nobody did.';
comment on column statement.said_on is 'Day on which it was said.';
comment on column statement.recorded_at is 'When it was written down.';
comment on column statement.replaces_id is 'Earlier statement of the same speaker that it says anew; null when it is the first.';
comment on column statement.taken_back_at is 'When its speaker took it back; null while it stands.';

create table communication (
  authority_id uuid not null,
  individual_id uuid not null constraint communication_individual_key unique,
  version integer not null constraint communication_version_check check (version >= 1),
  pronouns text constraint communication_pronouns_check check (length(pronouns) between 1 and 60),
  noun text constraint communication_noun_check check (length(noun) between 1 and 60),
  spoken_language text constraint communication_spoken_language_check check (length(spoken_language) between 1 and 60),
  letters_language text not null constraint communication_letters_language_check check (letters_language in ('ENGLISH', 'WELSH')),
  interpreter text constraint communication_interpreter_check check (interpreter in
    ('SPOKEN', 'BSL', 'SSE', 'TACTILE_BSL', 'DEAFBLIND_MANUAL', 'LIPSPEAKER', 'SPEECH_TO_TEXT')),
  interpreter_note text constraint communication_interpreter_note_check check (length(interpreter_note) between 1 and 300),
  formats text[] not null constraint communication_formats_check check (formats <@
    array['EASY_READ', 'LARGE_PRINT', 'BRAILLE', 'AUDIO', 'SYMBOLS', 'PLAIN_TEXT', 'BSL_VIDEO']),
  contact_by text[] not null constraint communication_contact_by_check check (contact_by <@
    array['PHONE', 'TEXT', 'EMAIL', 'LETTER', 'VIDEO', 'IN_PERSON', 'THROUGH_SOMEBODY']),
  never_by text[] not null constraint communication_never_by_check check (never_by <@
    array['PHONE', 'TEXT', 'EMAIL', 'LETTER', 'VIDEO', 'IN_PERSON', 'THROUGH_SOMEBODY']),
  best_times text constraint communication_best_times_check check (length(best_times) between 1 and 300),
  says_yes text constraint communication_says_yes_check check (length(says_yes) between 1 and 300),
  says_no text constraint communication_says_no_check check (length(says_no) between 1 and 300),
  needs_time text constraint communication_needs_time_check check (length(needs_time) between 1 and 300),
  uses text constraint communication_uses_check check (length(uses) between 1 and 300),
  spoken_by uuid not null constraint communication_spoken_by_fk references person (id),
  recorded_by uuid not null constraint communication_recorded_by_fk references person (id),
  reviewed_on date not null,
  constraint communication_pk primary key (authority_id, individual_id),
  constraint communication_individual_fk foreign key (authority_id, individual_id) references individual (authority_id, id),
  constraint communication_contact_check check (not contact_by && never_by)
);
comment on table communication is 'How an individual communicates: identified, recorded, shown wherever the record opens, and reviewed.';
comment on column communication.authority_id is 'Authority of the individual.';
comment on column communication.individual_id is 'Individual whose profile it is.';
comment on column communication.version is 'Number of the last change, from 1, so that nobody overwrites what they have not seen.';
comment on column communication.pronouns is 'Pronouns to use, in their own words; null when not said.';
comment on column communication.noun is 'What they want to be called as somebody who draws on support, such as "tenant"; null when not said.';
comment on column communication.spoken_language is 'Language they speak, by its English name; null when not said.';
comment on column communication.letters_language is 'Language of letters and pages: ENGLISH or WELSH.';
comment on column communication.interpreter is 'Interpreter they need; null when none.';
comment on column communication.interpreter_note is 'Dialect, gender or anything else about the interpreter; null when nothing.';
comment on column communication.formats is 'Formats in which they want information; empty when ordinary print is right.';
comment on column communication.contact_by is 'Ways to reach them that they like; empty when not said.';
comment on column communication.never_by is 'Ways never to be used.';
comment on column communication.best_times is 'When to reach them; null when not said.';
comment on column communication.says_yes is 'How they say yes; null when not said.';
comment on column communication.says_no is 'How they say no; null when not said.';
comment on column communication.needs_time is 'How much time they need, and what helps; null when not said.';
comment on column communication.uses is 'Devices, symbols, objects or a passport they use; null when not said.';
comment on column communication.spoken_by is 'Person who said how it is.';
comment on column communication.recorded_by is 'Person who wrote it down.';
comment on column communication.reviewed_on is 'Day on which it was last looked through; due again after a year.';
