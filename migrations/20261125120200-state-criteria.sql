-- Who can use a service, as its provider or the directory's editor states it: structured, so that it can be held against a person.

create table access_criterion (
  id uuid primary key,
  service_id uuid not null constraint access_criterion_service_fk references service (id) on delete cascade,
  position integer not null constraint access_criterion_position_check check (position between 1 and 50),
  attribute text not null constraint access_criterion_attribute_check check (attribute in (
    'AGE', 'AREA', 'NEED', 'ELIGIBILITY', 'DIAGNOSIS', 'REFERRAL', 'FUNDING', 'LANGUAGE', 'GENDER', 'MOBILITY', 'MEDICATION',
    'HOURS', 'MINIMUM_HOURS', 'WAITING', 'MEMBERSHIP', 'COST', 'DOCUMENTS')),
  operator text not null constraint access_criterion_operator_check check (operator in ('ANY_OF', 'AT_LEAST', 'AT_MOST', 'ASK')),
  accepted text[] not null default '{}' constraint access_criterion_accepted_check check (cardinality(accepted) <= 50),
  unit text constraint access_criterion_unit_check check (length(unit) <= 30),
  is_hard boolean not null,
  rule_text text not null constraint access_criterion_rule_text_check check (length(rule_text) between 1 and 300),
  question text not null constraint access_criterion_question_check check (length(question) between 1 and 300),
  source text not null constraint access_criterion_source_check check (source in ('PROVIDER', 'EDITOR')),
  stated_at timestamptz not null,
  constraint access_criterion_position_key unique (service_id, position),
  constraint access_criterion_values_check check ((operator = 'ASK') = (cardinality(accepted) = 0))
);
comment on table access_criterion is 'One rule about who can use a service, in its own words, with the question to ask when it cannot be told (rule R19).';
comment on column access_criterion.id is 'Identifier.';
comment on column access_criterion.service_id is 'Service it is about.';
comment on column access_criterion.position is 'Its place in the list, from 1.';
comment on column access_criterion.attribute is 'What about a person or their support it asks.';
comment on column access_criterion.operator is 'How it compares: ANY_OF the values, AT_LEAST or AT_MOST the one number, or ASK when only people can tell.';
comment on column access_criterion.accepted is 'Values it compares with; empty when it is to be asked.';
comment on column access_criterion.unit is 'What a number counts, such as "years"; null when nothing is counted.';
comment on column access_criterion.is_hard is 'Whether whoever does not meet it cannot use the service; otherwise it may bend.';
comment on column access_criterion.rule_text is 'The rule in its own words.';
comment on column access_criterion.question is 'What to ask when it cannot be told.';
comment on column access_criterion.source is 'Who stated it.';
comment on column access_criterion.stated_at is 'When.';
