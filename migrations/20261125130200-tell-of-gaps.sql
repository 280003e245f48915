-- Gaps: what people looked for and did not find, counted without keeping who they are.

create table gap (
  id uuid constraint gap_pk primary key,
  need text not null constraint gap_need_check check (need = lower(need) and length(need) between 1 and 200),
  domain text constraint gap_domain_check check (domain in ('NUTRITION', 'PERSONAL_HYGIENE', 'TOILET_NEEDS', 'CLOTHING',
    'HOME_SAFETY', 'HABITABLE_HOME', 'RELATIONSHIPS', 'WORK_AND_LEARNING', 'COMMUNITY', 'CARING_FOR_A_CHILD', 'OTHER')),
  area text not null constraint gap_area_check check (area ~ '^[A-Z]{1,2}[0-9][0-9A-Z]?$'),
  people_at_least integer not null default 0 constraint gap_people_check check (people_at_least >= 0 and people_at_least % 5 = 0),
  constraint gap_key unique nulls not distinct (need, domain, area)
);
create index gap_people_index on gap (people_at_least desc, need, id) where people_at_least > 0;
comment on table gap is 'Something that people need in an area and did not find. Read by those who commission, from five people up (rule R62).';
comment on column gap.id is 'Identifier.';
comment on column gap.need is 'Words of the need, sorted and without those such as "the", so that only words that several people chose alike are ever read.';
comment on column gap.domain is 'Part of life it belongs to; null when not said.';
comment on column gap.area is 'Outward code.';
comment on column gap.people_at_least is
  'How many people told of it, rounded down to fives: one more would tell that somebody has just told. The voices are the count.';

create table gap_voice (
  gap_id uuid not null constraint gap_voice_gap_fk references gap (id) on delete cascade,
  voice bytea not null,
  constraint gap_voice_pk primary key (gap_id, voice)
);
comment on table gap_voice is 'That somebody has told of a gap, so that a person counts once. It does not say who: nobody reads it.';
comment on column gap_voice.gap_id is 'Gap that was told of.';
comment on column gap_voice.voice is 'Hash of who told, of the gap and of a secret: the same person is another voice at another gap.';

create table gap_teller (
  told_on date not null,
  teller bytea not null,
  times integer not null constraint gap_teller_times_check check (times > 0),
  constraint gap_teller_pk primary key (told_on, teller)
);
comment on table gap_teller is 'How often somebody has told of gaps today, as a limit; earlier days are removed.';
comment on column gap_teller.told_on is 'Day.';
comment on column gap_teller.teller is 'Hash of who told, of the day and of a secret.';
comment on column gap_teller.times is 'How often.';

create table gap_secret (
  secret bytea constraint gap_secret_pk primary key,
  constraint gap_secret_check check (length(secret) = 32)
);
comment on table gap_secret is 'What makes the hashes of voices, so that nobody can try names against them; one row.';
comment on column gap_secret.secret is 'Thirty-two random bytes.';
insert into gap_secret select decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');
