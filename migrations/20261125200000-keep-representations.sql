-- Who may decide with or for an individual: of what kind, on what evidence, and what the law makes of their age.

alter table individual add column born_on date
  constraint individual_born_on_check check (born_on between date '1890-01-01' and date '2200-01-01');
comment on column individual.born_on is 'Day of birth; null when not known. Private: for those who share the plan, and the authority.';

create table representation (
  authority_id uuid not null,
  id uuid not null constraint representation_id_key unique,
  individual_id uuid not null,
  person_id uuid not null constraint representation_person_fk references person (id),
  kind text not null constraint representation_kind_check check (kind in (
    'NEXT_OF_KIN', 'LPA_HEALTH', 'LPA_FINANCE', 'DEPUTY_HEALTH', 'DEPUTY_FINANCE', 'APPOINTEE', 'CARE_ACT_ADVOCATE', 'IMCA',
    'IMHA', 'CHILDRENS_ADVOCATE', 'PARENTAL_RESPONSIBILITY', 'INFORMAL')),
  scope text constraint representation_scope_check check (length(scope) between 1 and 500),
  acts_alone boolean not null,
  has_permission boolean not null,
  provider_id uuid constraint representation_provider_fk references organisation (id),
  evidence text constraint representation_evidence_check check (length(evidence) between 1 and 500),
  evidence_seen_by uuid constraint representation_evidence_seen_by_fk references person (id),
  evidence_seen_on date,
  starts_on date not null,
  ends_on date,
  recorded_by uuid not null constraint representation_recorded_by_fk references person (id),
  recorded_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid constraint representation_ended_by_fk references person (id),
  ended_reason text constraint representation_ended_reason_check check (length(ended_reason) between 1 and 500),
  constraint representation_pk primary key (authority_id, id),
  constraint representation_individual_fk foreign key (authority_id, individual_id) references individual (authority_id, id),
  constraint representation_self_check check (person_id <> individual_id),
  constraint representation_days_check check (ends_on is null or ends_on >= starts_on),
  constraint representation_seen_check check (
    (evidence is null) = (evidence_seen_by is null) and (evidence is null) = (evidence_seen_on is null)),
  constraint representation_ended_check check (
    (ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_reason is null)),
  constraint representation_once_key exclude using gist
    (individual_id with =, person_id with =, kind with =, daterange(starts_on, ends_on, '[]') with &&) where (ended_at is null)
);
create index representation_person_index on representation (person_id);
comment on table representation is 'That somebody may decide for an individual, support their decision, or is next of kin, by a kind of authority (rule R23).';
comment on column representation.authority_id is 'Authority of the individual.';
comment on column representation.id is 'Identifier.';
comment on column representation.individual_id is 'Individual who is represented.';
comment on column representation.person_id is 'Person who represents them.';
comment on column representation.kind is 'By what authority; what it covers is in the rules.';
comment on column representation.scope is 'What it is for and what it leaves out, in words; null when nothing is said beyond the kind.';
comment on column representation.acts_alone is 'Whether it makes them the only one of this kind.';
comment on column representation.has_permission is 'Whether the individual lets them use it while able to decide alone; only of a power of attorney for money.';
comment on column representation.provider_id is 'Provider that the decision is about in which an advocate helps; null when none is.';
comment on column representation.evidence is 'What was seen, such as the sealed paper; null while nothing was.';
comment on column representation.evidence_seen_by is 'Member of the authority who saw it.';
comment on column representation.evidence_seen_on is 'Day on which they saw it.';
comment on column representation.starts_on is 'First day.';
comment on column representation.ends_on is 'Last day; null while no end is set.';
comment on column representation.recorded_by is 'Member of the authority who wrote it down.';
comment on column representation.recorded_at is 'When it was written down.';
comment on column representation.ended_at is 'When it was ended; null while it was not.';
comment on column representation.ended_by is 'Person who ended it.';
comment on column representation.ended_reason is 'Why it was ended.';
