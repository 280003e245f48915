-- Who is signed in. Nobody but the functions of schema access reads or writes this table.

create table session (
  id_hash bytea not null constraint session_id_hash_check check (length(id_hash) = 32),
  person_id uuid not null constraint session_person_fk references person (id),
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  authenticated_at timestamptz not null,
  assurance text,
  methods text[] not null default '{}',
  constraint session_pk primary key (id_hash),
  constraint session_life_check check (expires_at > created_at)
);
create index session_person_index on session (person_id);
comment on table session is 'That a person is signed in from one browser; gone when they sign out.';
comment on column session.id_hash is 'SHA-256 of the random identifier that only the browser''s cookie holds.';
comment on column session.person_id is 'Person who is signed in.';
comment on column session.created_at is 'When it began.';
comment on column session.seen_at is 'When it was last used, to the minute; it ends after thirty minutes without use.';
comment on column session.expires_at is 'When it ends whatever happens: twelve hours after it began.';
comment on column session.authenticated_at is 'When the identity provider last saw the person prove who they are.';
comment on column session.assurance is 'How sure the identity provider is (acr or vot); null when it does not say.';
comment on column session.methods is 'How the person proved it (amr).';

alter table session enable row level security;
alter table session force row level security;
grant select, insert, update, delete on session to kith_access;
