-- Of what kind somebody close is, and how much support they say they can give.

alter table circle_member add column kind text not null default 'OTHER' constraint circle_member_kind_check
  check (kind in ('FAMILY', 'FRIEND', 'CARER', 'ADVOCATE', 'INTERPRETER', 'PROFESSIONAL', 'OTHER'));
comment on column circle_member.kind is 'Family, a friend, an unpaid carer, an advocate, an interpreter, a professional, or somebody else.';

create table informal_support (
  authority_id uuid not null,
  id uuid not null constraint informal_support_id_key unique,
  individual_id uuid not null,
  circle_member_id uuid not null,
  answer text not null constraint informal_support_answer_check check (answer in ('NO', 'UP_TO')),
  hours_a_week integer constraint informal_support_hours_check check (hours_a_week between 1 and 168),
  words text constraint informal_support_words_check check (length(words) between 1 and 2000),
  spoken_by uuid not null constraint informal_support_spoken_by_fk references person (id),
  said_at timestamptz not null,
  constraint informal_support_pk primary key (authority_id, id),
  constraint informal_support_individual_fk foreign key (authority_id, individual_id) references individual (authority_id, id),
  constraint informal_support_member_fk foreign key (authority_id, circle_member_id) references circle_member (authority_id, id),
  constraint informal_support_answer_hours_check check ((answer = 'UP_TO') = (hours_a_week is not null))
);
create index informal_support_member_index on informal_support (circle_member_id, said_at desc, id desc);
comment on table informal_support is 'How much unpaid support somebody close says they can give; theirs alone to say, and to take back by saying it anew.';
comment on column informal_support.authority_id is 'Authority of the individual.';
comment on column informal_support.id is 'Identifier.';
comment on column informal_support.individual_id is 'Individual whom it would support.';
comment on column informal_support.circle_member_id is 'Place in the circle of who says it.';
comment on column informal_support.answer is 'NO, or UP_TO so many hours.';
comment on column informal_support.hours_a_week is 'Hours a week at most; null for no.';
comment on column informal_support.words is 'What they add, in their own words; null when nothing.';
comment on column informal_support.spoken_by is 'Person who said it, always the one who would give it.';
comment on column informal_support.said_at is 'When; the latest holds.';
