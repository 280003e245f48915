-- What somebody says is wrong in the record of an individual, the answer, and the statement that stays beside it.

create table correction (
  authority_id uuid not null,
  id uuid not null constraint correction_id_key unique,
  individual_id uuid not null,
  part text not null constraint correction_part_check check (part in ('IDENTITY', 'CIRCLE', 'ABOUT_ME', 'COMMUNICATION',
    'DOCUMENTS', 'OUTCOMES', 'CHOICES', 'BUDGET', 'AGREEMENTS', 'CORRECTIONS', 'HISTORY', 'LOOKS')),
  wrong text not null constraint correction_wrong_check check (length(wrong) between 1 and 2000),
  should_say text not null constraint correction_should_say_check check (length(should_say) between 1 and 2000),
  asked_by uuid not null constraint correction_asked_by_fk references person (id),
  asked_at timestamptz not null,
  asked_on date not null,
  state text not null default 'OPEN' constraint correction_state_check check (state in ('OPEN', 'CORRECTED', 'NOT_CORRECTED')),
  answer text constraint correction_answer_check check (length(answer) between 1 and 2000),
  answered_by uuid constraint correction_answered_by_fk references person (id),
  answered_at timestamptz,
  disagreement text constraint correction_disagreement_check check (length(disagreement) between 1 and 2000),
  disagreed_by uuid constraint correction_disagreed_by_fk references person (id),
  disagreed_at timestamptz,
  constraint correction_pk primary key (authority_id, id),
  constraint correction_individual_fk foreign key (authority_id, individual_id) references individual (authority_id, id),
  constraint correction_answered_check check ((state = 'OPEN') = (answered_at is null) and (answered_at is null) = (answered_by is null)
    and (answer is not null or state <> 'NOT_CORRECTED') and (answer is null or state <> 'OPEN')),
  constraint correction_disagreed_check check ((disagreement is null) = (disagreed_at is null)
    and (disagreement is null) = (disagreed_by is null) and (disagreement is null or state = 'NOT_CORRECTED'))
);
create index correction_individual_index on correction (individual_id, asked_at desc, id desc);
comment on table correction is 'What somebody says is wrong in an individual''s record, and the answer, due a calendar month later. The record itself is never written over (rule R36).';
comment on column correction.authority_id is 'Authority of the individual; it answers.';
comment on column correction.id is 'Identifier.';
comment on column correction.individual_id is 'Individual whose record it is about.';
comment on column correction.part is 'Part of the record.';
comment on column correction.wrong is 'What is wrong, in words.';
comment on column correction.should_say is 'What it should say, in words.';
comment on column correction.asked_by is 'Person who asked.';
comment on column correction.asked_at is 'When they asked.';
comment on column correction.asked_on is 'Day on which they asked; the answer is due a month from it.';
comment on column correction.state is 'Whether it waits, was corrected, or was not.';
comment on column correction.answer is 'Answer in words; always there when it was not corrected.';
comment on column correction.answered_by is 'Person who answered for the authority; null while it waits.';
comment on column correction.answered_at is 'When they answered; null while it waits.';
comment on column correction.disagreement is 'Statement of disagreement with an answer that it is not corrected; stays for good. Null when there is none.';
comment on column correction.disagreed_by is 'Person who stated it.';
comment on column correction.disagreed_at is 'When they stated it.';
