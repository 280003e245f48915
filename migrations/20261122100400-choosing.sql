-- Outcomes in the person's words, the options for them, the decision, and the personal budget behind it.

create table outcome (
  authority_id uuid not null,
  id uuid not null constraint outcome_id_key unique,
  individual_id uuid not null,
  statement text not null constraint outcome_statement_check check (length(statement) between 1 and 2000),
  domain text not null constraint outcome_domain_check check (domain in (
    'NUTRITION', 'PERSONAL_HYGIENE', 'TOILET_NEEDS', 'CLOTHING', 'HOME_SAFETY', 'HABITABLE_HOME',
    'RELATIONSHIPS', 'WORK_AND_LEARNING', 'COMMUNITY', 'CARING_FOR_A_CHILD', 'OTHER')),
  baseline smallint constraint outcome_baseline_check check (baseline between 0 and 10),
  target smallint constraint outcome_target_check check (target between 0 and 10),
  by_when date,
  priority smallint not null default 1 constraint outcome_priority_check check (priority between 1 and 9),
  state text not null constraint outcome_state_check check (state in ('DRAFT', 'AGREED', 'WITHDRAWN')),
  spoken_by uuid not null constraint outcome_speaker_fk references person (id),
  recorded_by uuid not null constraint outcome_recorder_fk references person (id),
  agreed_on date,
  agreed_by uuid constraint outcome_agreed_by_fk references person (id),
  withdrawn_reason text constraint outcome_withdrawn_reason_check check (length(withdrawn_reason) between 1 and 2000),
  created_at timestamptz not null,
  constraint outcome_pk primary key (authority_id, id),
  constraint outcome_individual_fk foreign key (authority_id, individual_id) references individual (authority_id, id),
  constraint outcome_agreed_check check ((state = 'AGREED') = (agreed_on is not null) or state = 'WITHDRAWN')
);
create index outcome_individual_index on outcome (individual_id, priority, id);
comment on table outcome is 'What a person wants to happen, in their own words (criterion 001-P5).';
comment on column outcome.authority_id is 'Authority of the individual.';
comment on column outcome.id is 'Identifier.';
comment on column outcome.individual_id is 'Individual whose outcome it is.';
comment on column outcome.statement is 'The person''s own words; nobody else edits them (rule R36).';
comment on column outcome.domain is 'Part of life it belongs to: the Care Act outcomes, or OTHER.';
comment on column outcome.baseline is 'How it is now, 0 to 10; null when not said.';
comment on column outcome.target is 'How it should be, 0 to 10; null when not said.';
comment on column outcome.by_when is 'Day by which; null when not said.';
comment on column outcome.priority is 'The person''s own order, 1 first.';
comment on column outcome.state is 'DRAFT, AGREED or WITHDRAWN.';
comment on column outcome.spoken_by is 'Who said it.';
comment on column outcome.recorded_by is 'Who wrote it down.';
comment on column outcome.agreed_on is 'Day it was agreed; null until then.';
comment on column outcome.agreed_by is 'Who agreed it: the individual or a representative.';
comment on column outcome.withdrawn_reason is 'Why it was withdrawn; null when it was not, or nobody said.';
comment on column outcome.created_at is 'When it was written down.';

create table appraisal (
  authority_id uuid not null,
  id uuid not null constraint appraisal_id_key unique,
  individual_id uuid not null,
  outcome_id uuid not null,
  state text not null constraint appraisal_state_check check (state in ('OPEN', 'DECIDED')),
  version integer not null default 1 constraint appraisal_version_check check (version >= 1),
  created_at timestamptz not null,
  constraint appraisal_pk primary key (authority_id, id),
  constraint appraisal_outcome_fk foreign key (authority_id, outcome_id) references outcome (authority_id, id),
  constraint appraisal_individual_fk foreign key (authority_id, individual_id) references individual (authority_id, id)
);
create unique index appraisal_open_key on appraisal (outcome_id) where state = 'OPEN';
create index appraisal_outcome_index on appraisal (outcome_id, created_at desc);
comment on table appraisal is 'The options for one outcome, side by side, until one is chosen (criteria 001-P6 and P7).';
comment on column appraisal.authority_id is 'Authority of the individual.';
comment on column appraisal.id is 'Identifier.';
comment on column appraisal.individual_id is 'Individual who chooses.';
comment on column appraisal.outcome_id is 'Outcome it is about.';
comment on column appraisal.state is 'OPEN, or DECIDED.';
comment on column appraisal.version is 'Goes up with every change of the options.';
comment on column appraisal.created_at is 'When it was opened.';

create table option (
  authority_id uuid not null,
  id uuid not null constraint option_id_key unique,
  individual_id uuid not null,
  appraisal_id uuid not null,
  kind text not null constraint option_kind_check
    check (kind in ('CARRY_ON_AS_NOW', 'COMMUNITY_GROUP', 'PROVIDER', 'UNIVERSAL_SERVICE', 'OWN_IDEA')),
  service_id uuid constraint option_service_fk references service (id),
  offer_id uuid,
  name text not null constraint option_name_check check (length(name) between 1 and 300),
  summary text,
  weekly_cost_pence bigint constraint option_weekly_cost_check check (weekly_cost_pence >= 0),
  cost_grounds text,
  happens_when text,
  getting_there text,
  distance_miles double precision constraint option_distance_check check (distance_miles >= 0),
  could_start text,
  things_to_think_about text,
  if_it_falls_through text,
  added_by uuid not null constraint option_added_by_fk references person (id),
  created_at timestamptz not null,
  constraint option_pk primary key (authority_id, id),
  constraint option_appraisal_key unique (authority_id, appraisal_id, id),
  constraint option_appraisal_fk foreign key (authority_id, appraisal_id) references appraisal (authority_id, id),
  constraint option_listed_check check ((service_id is null) = (kind in ('CARRY_ON_AS_NOW', 'OWN_IDEA')))
);
create unique index option_service_key on option (appraisal_id, service_id) where service_id is not null;
create unique index option_no_change_key on option (appraisal_id) where kind = 'CARRY_ON_AS_NOW';
create index option_appraisal_index on option (appraisal_id);
comment on table option is 'One way to reach an outcome, with the same facts for every option.';
comment on column option.authority_id is 'Authority of the individual.';
comment on column option.id is 'Identifier.';
comment on column option.individual_id is 'Individual who chooses.';
comment on column option.appraisal_id is 'Appraisal it belongs to.';
comment on column option.kind is 'What kind of thing it is.';
comment on column option.service_id is 'Service of the directory; null when written by hand.';
comment on column option.offer_id is 'Offer whose price is shown; null when there is none.';
comment on column option.name is 'Name on the comparison.';
comment on column option.summary is 'What it is, in a line.';
comment on column option.weekly_cost_pence is 'Cost of a week in pence; null when not known.';
comment on column option.cost_grounds is 'From what the weekly cost follows, or would if more were known; null when nothing is said of cost.';
comment on column option.happens_when is 'When it happens; null when not known.';
comment on column option.getting_there is 'How one gets there; null when not known.';
comment on column option.distance_miles is 'Miles from home; null when not known.';
comment on column option.could_start is 'When it could start; null when not known.';
comment on column option.things_to_think_about is 'What to weigh up.';
comment on column option.if_it_falls_through is 'What happens when it does not take place.';
comment on column option.added_by is 'Who put it forward.';
comment on column option.created_at is 'When it was put forward.';

create table decision (
  authority_id uuid not null,
  appraisal_id uuid not null,
  individual_id uuid not null,
  option_id uuid not null,
  reasons text not null constraint decision_reasons_check check (length(reasons) between 1 and 2000),
  is_first_preference boolean not null,
  support_given text,
  decided_by uuid not null constraint decision_decided_by_fk references person (id),
  decided_at timestamptz not null,
  constraint decision_pk primary key (authority_id, appraisal_id),
  constraint decision_option_fk foreign key (authority_id, appraisal_id, option_id)
    references option (authority_id, appraisal_id, id)
);
comment on table decision is 'Which option was chosen, by whom, why and with what support (rule R23).';
comment on column decision.authority_id is 'Authority of the individual.';
comment on column decision.appraisal_id is 'Appraisal that it ends.';
comment on column decision.individual_id is 'Individual it is about.';
comment on column decision.option_id is 'Option that was chosen.';
comment on column decision.reasons is 'Why, in the decider''s words.';
comment on column decision.is_first_preference is 'Whether it is what the person wanted most.';
comment on column decision.support_given is 'What help the person had to decide; null when none was needed.';
comment on column decision.decided_by is 'Who decided: the individual or a representative.';
comment on column decision.decided_at is 'When.';

create table budget (
  authority_id uuid not null,
  id uuid not null constraint budget_id_key unique,
  individual_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  total_pence bigint not null constraint budget_total_check check (total_pence >= 0),
  spent_pence bigint not null default 0 constraint budget_spent_check check (spent_pence >= 0),
  promised_pence bigint not null default 0 constraint budget_promised_check check (promised_pence >= 0),
  kept_back_pence bigint not null default 0 constraint budget_kept_back_check check (kept_back_pence >= 0),
  constraint budget_pk primary key (authority_id, id),
  constraint budget_individual_fk foreign key (authority_id, individual_id) references individual (authority_id, id),
  constraint budget_days_check check (ends_on >= starts_on),
  constraint budget_within_total_check check (spent_pence + promised_pence + kept_back_pence <= total_pence)
);
create index budget_individual_index on budget (individual_id, starts_on);
comment on table budget is 'An individual''s agreed personal budget for one period.';
comment on column budget.authority_id is 'Authority that holds it.';
comment on column budget.id is 'Identifier.';
comment on column budget.individual_id is 'Individual whose budget it is.';
comment on column budget.starts_on is 'First day.';
comment on column budget.ends_on is 'Last day.';
comment on column budget.total_pence is 'Whole amount agreed for the period, in pence.';
comment on column budget.spent_pence is 'Paid so far, in pence.';
comment on column budget.promised_pence is 'Promised in agreements and not yet paid, in pence: the sum of the commitments (rule R8).';
comment on column budget.kept_back_pence is 'Kept back for emergencies, in pence (rule R11).';
