-- Whether somebody could make one decision at one time, and how a decision was made for them when they could not (rule R24).

create table capacity_record (
  authority_id uuid not null,
  id uuid not null constraint capacity_record_id_key unique,
  individual_id uuid not null,
  decision_kind text not null constraint capacity_record_decision_kind_check check (decision_kind in
    ('RESIDENCE', 'CARE_AND_SUPPORT', 'HEALTH', 'MONEY', 'BENEFITS', 'CONTRACT', 'SHARING')),
  decision text not null constraint capacity_record_decision_check check (length(decision) between 1 and 500),
  about_id uuid,
  finding text not null constraint capacity_record_finding_check
    check (finding in ('HAS_CAPACITY', 'LACKS_CAPACITY', 'COMPETENT_UNDER_16')),
  understands boolean not null,
  retains boolean not null,
  weighs boolean not null,
  communicates boolean not null,
  support_given text not null constraint capacity_record_support_given_check check (length(support_given) between 1 and 2000),
  grounds text not null constraint capacity_record_grounds_check check (length(grounds) between 1 and 2000),
  impairment text constraint capacity_record_impairment_check check (length(impairment) between 1 and 500),
  assessor text not null constraint capacity_record_assessor_check check (length(assessor) between 1 and 200),
  assessed_on date not null,
  recorded_by uuid not null constraint capacity_record_recorded_by_fk references person (id),
  recorded_at timestamptz not null,
  constraint capacity_record_pk primary key (authority_id, id),
  constraint capacity_record_individual_fk foreign key (authority_id, individual_id) references individual (authority_id, id),
  constraint capacity_record_test_check check
    ((finding = 'LACKS_CAPACITY') = not (understands and retains and weighs and communicates)),
  constraint capacity_record_lacks_check check ((finding = 'LACKS_CAPACITY') = (impairment is not null))
);
create index capacity_record_individual_index on capacity_record (individual_id, assessed_on, recorded_at);
comment on table capacity_record is 'Whether an individual could make one decision at one time; without one, they can. Never changed, only recorded anew.';
comment on column capacity_record.authority_id is 'Authority of the individual.';
comment on column capacity_record.id is 'Identifier.';
comment on column capacity_record.individual_id is 'Individual whose decision it is.';
comment on column capacity_record.decision_kind is 'Kind of the decision.';
comment on column capacity_record.decision is 'Decision, in words.';
comment on column capacity_record.about_id is 'Outcome that the decision is about; null when it is about none, and then it speaks for nothing done here.';
comment on column capacity_record.finding is 'What was found.';
comment on column capacity_record.understands is 'Whether they could understand what the decision takes.';
comment on column capacity_record.retains is 'Whether they could keep it in mind for long enough.';
comment on column capacity_record.weighs is 'Whether they could weigh it.';
comment on column capacity_record.communicates is 'Whether they could tell what they decide, by any means.';
comment on column capacity_record.support_given is 'Support that was given first, so that they could decide themselves.';
comment on column capacity_record.grounds is 'What was asked, said and seen.';
comment on column capacity_record.impairment is 'What in mind or brain keeps them from deciding this; null unless capacity is lacking.';
comment on column capacity_record.assessor is 'Who assessed it, with their role.';
comment on column capacity_record.assessed_on is 'Day on which it was assessed.';
comment on column capacity_record.recorded_by is 'Member of the authority who wrote it down.';
comment on column capacity_record.recorded_at is 'When it was written down.';

create table best_interests_record (
  authority_id uuid not null,
  id uuid not null constraint best_interests_record_id_key unique,
  individual_id uuid not null,
  capacity_record_id uuid not null,
  wishes text not null constraint best_interests_record_wishes_check check (length(wishes) between 1 and 2000),
  options jsonb not null constraint best_interests_record_options_check
    check (jsonb_typeof(options) = 'array' and jsonb_array_length(options) between 2 and 10),
  consulted jsonb not null constraint best_interests_record_consulted_check
    check (jsonb_typeof(consulted) = 'array' and jsonb_array_length(consulted) between 1 and 20),
  least_restrictive text not null constraint best_interests_record_least_restrictive_check
    check (length(least_restrictive) between 1 and 2000),
  chosen_option integer not null,
  reasons text not null constraint best_interests_record_reasons_check check (length(reasons) between 1 and 2000),
  decided_by text not null constraint best_interests_record_decided_by_check check (length(decided_by) between 1 and 200),
  decided_on date not null,
  recorded_by uuid not null constraint best_interests_record_recorded_by_fk references person (id),
  recorded_at timestamptz not null,
  constraint best_interests_record_pk primary key (authority_id, id),
  constraint best_interests_record_individual_fk foreign key (authority_id, individual_id) references individual (authority_id, id),
  constraint best_interests_record_capacity_fk
    foreign key (authority_id, capacity_record_id) references capacity_record (authority_id, id),
  constraint best_interests_record_chosen_check check (chosen_option between 0 and jsonb_array_length(options) - 1)
);
create index best_interests_record_individual_index on best_interests_record (individual_id, decided_on, recorded_at);
comment on table best_interests_record is 'How one decision was made for somebody who could not make it: every option, their wishes, who was asked. Never changed.';
comment on column best_interests_record.authority_id is 'Authority of the individual.';
comment on column best_interests_record.id is 'Identifier.';
comment on column best_interests_record.individual_id is 'Individual whose decision it is.';
comment on column best_interests_record.capacity_record_id is 'Record that says they could not make this decision.';
comment on column best_interests_record.wishes is 'What the individual wants, feels and believes, said or shown.';
comment on column best_interests_record.options is 'Options in order, each with words, benefits and disbenefits.';
comment on column best_interests_record.consulted is 'Who was asked, each with who they are and what they said.';
comment on column best_interests_record.least_restrictive is 'Why nothing less restrictive would do.';
comment on column best_interests_record.chosen_option is 'Place of the chosen option among the options, from 0.';
comment on column best_interests_record.reasons is 'Why it is in their best interests.';
comment on column best_interests_record.decided_by is 'Who decided, with their role.';
comment on column best_interests_record.decided_on is 'Day on which it was decided.';
comment on column best_interests_record.recorded_by is 'Member of the authority who wrote it down.';
comment on column best_interests_record.recorded_at is 'When it was written down.';

create trigger capacity_record_append_only before update or delete on capacity_record for each row execute function refuse_change();
create trigger best_interests_record_append_only before update or delete on best_interests_record
  for each row execute function refuse_change();
