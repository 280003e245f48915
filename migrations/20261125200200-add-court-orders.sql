-- That a court has said somebody is not to know of a child's or an adult's affairs: sharing stops when it is written down.

create table court_order (
  authority_id uuid not null,
  id uuid not null constraint court_order_id_key unique,
  individual_id uuid not null,
  person_id uuid not null constraint court_order_person_fk references person (id),
  evidence text not null constraint court_order_evidence_check check (length(evidence) between 1 and 500),
  ordered_on date not null,
  recorded_by uuid not null constraint court_order_recorded_by_fk references person (id),
  recorded_at timestamptz not null,
  lifted_at timestamptz,
  lifted_by uuid constraint court_order_lifted_by_fk references person (id),
  lifted_reason text constraint court_order_lifted_reason_check check (length(lifted_reason) between 1 and 500),
  constraint court_order_pk primary key (authority_id, id),
  constraint court_order_individual_fk foreign key (authority_id, individual_id) references individual (authority_id, id),
  constraint court_order_self_check check (person_id <> individual_id),
  constraint court_order_lifted_check check (
    (lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_reason is null))
);
create unique index court_order_once_key on court_order (individual_id, person_id) where lifted_at is null;
comment on table court_order is 'That a court order stops sharing an individual''s affairs with somebody; known to the authority alone (rule R63).';
comment on column court_order.authority_id is 'Authority of the individual.';
comment on column court_order.id is 'Identifier.';
comment on column court_order.individual_id is 'Individual whose affairs are not to be shared.';
comment on column court_order.person_id is 'Person who is to know nothing of them.';
comment on column court_order.evidence is 'What was seen: court, reference, day.';
comment on column court_order.ordered_on is 'Day of the order.';
comment on column court_order.recorded_by is 'Member of the authority who wrote it down.';
comment on column court_order.recorded_at is 'When it was written down; sharing stopped then.';
comment on column court_order.lifted_at is 'When it was lifted; null while it holds.';
comment on column court_order.lifted_by is 'Member of the authority who lifted it.';
comment on column court_order.lifted_reason is 'Why it was lifted, with what was seen.';

-- As with every change of what somebody may see: open pages and sockets hear of it when it commits.
create function tell_represented() returns trigger language plpgsql as $$
begin
  perform pg_notify('kith_access', 'rights ' || new.person_id);
  return null;
end $$;
comment on function tell_represented() is 'Tells every process whose rights have changed.';
create trigger court_order_changed after insert or update on court_order for each row execute function tell_represented();
create trigger representation_changed after insert or update on representation for each row execute function tell_represented();
