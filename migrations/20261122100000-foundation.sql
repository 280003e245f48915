-- Organisations, people, who is close to whom, and the record of everything that happens.

create schema access;
comment on schema access is 'What decides who may read: functions that set the viewer''s lists, owned by a role that nobody logs in as.';
grant usage on schema access to kith_app, kith_system, kith_access;
grant create on schema access to kith_access;
grant usage on schema public to kith_app, kith_system, kith_access;

create table organisation (
  id uuid primary key,
  kind text not null constraint organisation_kind_check
    check (kind in ('AUTHORITY', 'PROVIDER', 'COMMUNITY_GROUP', 'ADVICE', 'UNSORTED')),
  name text not null constraint organisation_name_check check (length(name) between 1 and 300),
  description text,
  website text,
  email text,
  phone text,
  is_listed boolean not null default true,
  feed_id uuid,
  external_id text,
  content_hash bytea,
  constraint organisation_feed_key unique (feed_id, external_id)
);
comment on table organisation is 'An authority, provider, community group or advice service: whoever a person can meet in the marketplace.';
comment on column organisation.id is 'Identifier.';
comment on column organisation.kind is 'What it is in the marketplace; UNSORTED until somebody has said.';
comment on column organisation.name is 'Name as it calls itself.';
comment on column organisation.description is 'What it does, in its own words.';
comment on column organisation.website is 'Public web address with its scheme.';
comment on column organisation.email is 'Public e-mail address.';
comment on column organisation.phone is 'Public telephone number.';
comment on column organisation.is_listed is 'Whether the directory shows it to everybody.';
comment on column organisation.feed_id is 'Directory feed it came from; null when it was entered here.';
comment on column organisation.external_id is 'Its identifier in that feed.';
comment on column organisation.content_hash is 'Fingerprint of the normalised feed record, to tell a change from a repeat.';

create table person (
  id uuid primary key,
  name text not null constraint person_name_check check (length(name) between 1 and 200),
  preferred_name text not null,
  email text,
  subject text constraint person_subject_key unique,
  authority_id uuid constraint person_authority_fk references organisation (id),
  demo_note text
);
comment on table person is 'A human being who may sign in or whom others support.';
comment on column person.id is 'Identifier; random, since a time-ordered one would tell when somebody came to need support.';
comment on column person.name is 'Full name.';
comment on column person.preferred_name is 'What the person wants to be called.';
comment on column person.email is 'E-mail address; private.';
comment on column person.subject is 'Who they are at the identity provider; null when they cannot sign in.';
comment on column person.authority_id is 'Authority that holds the record; null for people of other organisations.';
comment on column person.demo_note is 'Line shown on the development sign-in page; null outside the demonstration.';

create table membership (
  id uuid primary key,
  organisation_id uuid not null constraint membership_organisation_fk references organisation (id),
  person_id uuid not null constraint membership_person_fk references person (id),
  role text not null constraint membership_role_check
    check (role in ('BROKER', 'APPROVER', 'BUDGET_HOLDER', 'EDITOR', 'MANAGER', 'MEMBER')),
  starts_on date not null,
  ends_on date,
  constraint membership_days_check check (ends_on is null or ends_on >= starts_on)
);
create unique index membership_current_key on membership (organisation_id, person_id, role) where ends_on is null;
create index membership_person_index on membership (person_id);
comment on table membership is 'That a person acts for an organisation, in one role, between two days.';
comment on column membership.id is 'Identifier.';
comment on column membership.organisation_id is 'Organisation they act for.';
comment on column membership.person_id is 'Person who acts.';
comment on column membership.role is 'What they may do there.';
comment on column membership.starts_on is 'First day.';
comment on column membership.ends_on is 'Last day; null while it lasts.';

create table individual (
  authority_id uuid not null constraint individual_authority_fk references organisation (id),
  id uuid not null constraint individual_id_key unique constraint individual_person_fk references person (id),
  alias text not null,
  postcode text,
  latitude double precision,
  longitude double precision,
  situation text,
  constraint individual_pk primary key (authority_id, id)
);
comment on table individual is 'An adult, child or young person who draws on care and support.';
comment on column individual.authority_id is 'Authority that commissions with them.';
comment on column individual.id is 'Identifier, the same as the person''s.';
comment on column individual.alias is 'Name that providers see until the identity may be known (rule R44).';
comment on column individual.postcode is 'Home postcode; the outward part is all that a provider sees at first.';
comment on column individual.latitude is 'Home, degrees north; null when not known.';
comment on column individual.longitude is 'Home, degrees east; null when not known.';
comment on column individual.situation is 'Where things stand, in plain words.';

create table circle_member (
  authority_id uuid not null,
  id uuid not null constraint circle_member_id_key unique,
  individual_id uuid not null,
  person_id uuid not null constraint circle_member_person_fk references person (id),
  relation text not null,
  may_see text[] not null default '{}' constraint circle_member_may_see_check
    check (may_see <@ array['APPOINTMENTS', 'PLAN', 'BUDGET', 'AGREEMENTS']),
  may_do text not null default 'VIEW' constraint circle_member_may_do_check check (may_do in ('VIEW', 'SUGGEST', 'COMMIT')),
  starts_on date not null,
  ends_on date,
  constraint circle_member_pk primary key (authority_id, id),
  constraint circle_member_individual_fk foreign key (authority_id, individual_id) references individual (authority_id, id),
  constraint circle_member_self_check check (person_id <> individual_id)
);
create unique index circle_member_current_key on circle_member (individual_id, person_id) where ends_on is null;
create index circle_member_person_index on circle_member (person_id);
comment on table circle_member is 'That a person is close to an individual, and what the individual lets them see and do.';
comment on column circle_member.authority_id is 'Authority of the individual.';
comment on column circle_member.id is 'Identifier.';
comment on column circle_member.individual_id is 'Individual whose circle it is.';
comment on column circle_member.person_id is 'Person who is close to them.';
comment on column circle_member.relation is 'What they are to the individual: "niece", "advocate".';
comment on column circle_member.may_see is 'Parts of the individual''s affairs they may see.';
comment on column circle_member.may_do is 'Whether they look, suggest, or may bind the individual.';
comment on column circle_member.starts_on is 'First day.';
comment on column circle_member.ends_on is 'Last day; null while it lasts.';

create table event_stream (
  stream text primary key,
  sequence bigint not null,
  hash bytea not null
);
comment on table event_stream is 'The head of each stream of events; locked while the next event is added.';
comment on column event_stream.stream is 'What the stream is about, such as "agreement:<id>".';
comment on column event_stream.sequence is 'Number of events so far.';
comment on column event_stream.hash is 'Hash of the last event.';

create table event (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  stream text not null,
  sequence bigint not null,
  type text not null,
  actor_id uuid,
  actor_name text not null,
  acted_as text not null,
  authority_id uuid,
  individual_id uuid,
  provider_id uuid,
  agreement_id uuid,
  data jsonb not null,
  at timestamptz not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint event_stream_key unique (stream, sequence)
);
create index event_cursor_index on event (xid, id);
create index event_agreement_index on event (agreement_id, xid, id) where agreement_id is not null;
comment on table event is 'Everything that happened: audit trail, timeline and live feed in one. Never changed, never deleted.';
comment on column event.id is 'Identifier, in the order of insertion.';
comment on column event.xid is 'Transaction that wrote it; with the id it makes a cursor without gaps.';
comment on column event.stream is 'What it is about.';
comment on column event.sequence is 'Its number in the stream, from 1.';
comment on column event.type is 'What happened, as a fact.';
comment on column event.actor_id is 'Person who did it; null when the system did.';
comment on column event.actor_name is 'Name to show for the actor: a person''s, or the organisation they acted for.';
comment on column event.acted_as is 'In what capacity: INDIVIDUAL, CIRCLE, BROKER, PROVIDER, BUDGET_HOLDER, SYSTEM.';
comment on column event.authority_id is 'Authority whose members may see it.';
comment on column event.individual_id is 'Individual it concerns.';
comment on column event.provider_id is 'Provider whose members may see it; null when none may.';
comment on column event.agreement_id is 'Agreement it belongs to; null for others.';
comment on column event.data is 'Ids and short facts; no free text of people.';
comment on column event.at is 'When it happened.';
comment on column event.previous_hash is 'Hash of the event before it in the stream.';
comment on column event.hash is 'SHA-256 over the previous hash and this event.';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are never changed or deleted.', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger event_append_only before update or delete on event for each row execute function refuse_change();
create trigger event_no_truncate before truncate on event for each statement execute function refuse_change();

create table idempotency (
  actor_id uuid not null,
  key text not null constraint idempotency_key_check check (length(key) between 1 and 200),
  operation text not null,
  input_hash bytea not null,
  answer jsonb,
  at timestamptz not null default now(),
  constraint idempotency_pk primary key (actor_id, key)
);
comment on table idempotency is 'What a mutation answered for a key of the client, so that asking again does nothing twice.';
comment on column idempotency.actor_id is 'Person who asked; keys of one person mean nothing to another.';
comment on column idempotency.key is 'Key that the client chose.';
comment on column idempotency.operation is 'Mutation it was used for.';
comment on column idempotency.input_hash is 'SHA-256 of the input; other input with the same key is refused.';
comment on column idempotency.answer is 'What the command came to.';
comment on column idempotency.at is 'When it was first used; kept for seven days.';

create sequence reference_number;
comment on sequence reference_number is 'Numbers of the references that people quote, such as AG-2026-000123.';
grant usage on sequence reference_number to kith_app;
