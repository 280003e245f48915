-- Rows of a feed land as they came before anything is made of them, so that a run that breaks off leaves an honest account.
-- And what an editor decides about rows that were kept aside, and about entries that may be one and the same.

alter table import_run
  add column staged_count integer not null default 0,
  add column left_count integer not null default 0,
  add column relisted_count integer not null default 0,
  add column proposed_count integer not null default 0,
  add column problem text,
  add column worked_at timestamptz;
update import_run set staged_count = read_count, worked_at = started_at;
alter table import_run alter column worked_at set not null;
alter table import_run add constraint import_run_staged_check
  check (read_count + left_count <= staged_count and (ended_at is null or read_count + left_count = staged_count));
comment on column import_run.staged_count is 'Rows that landed; when the run has ended each of them was placed or left.';
comment on column import_run.left_count is 'Rows of a part that could not be read to its end: they landed, and nothing was made of them.';
comment on column import_run.relisted_count is 'Services that were found to be listed again.';
comment on column import_run.proposed_count is 'Links between entries that may be the same, proposed in this run.';
comment on column import_run.problem is 'What could not be read, in a sentence; null when all could.';
comment on column import_run.worked_at is 'When it last did something: a run that has not ended and is long silent has broken off.';

alter table import_run add constraint import_run_feed_key unique (id, feed_id);

create table staged_row (
  feed_id uuid not null,
  run_id uuid not null,
  position integer not null constraint staged_row_position_check check (position >= 1),
  part integer not null constraint staged_row_part_check check (part >= 1),
  kind text not null constraint staged_row_kind_check check (kind in ('TERM', 'ORGANISATION', 'SERVICE', 'PLACE')),
  form integer not null constraint staged_row_form_check check (form >= 0),
  external_id text,
  raw text not null,
  fate text constraint staged_row_fate_check check (fate in ('CREATED', 'CHANGED', 'UNCHANGED', 'QUARANTINED')),
  constraint staged_row_pk primary key (run_id, position),
  constraint staged_row_run_fk foreign key (run_id, feed_id) references import_run (id, feed_id) on delete cascade
);
create index staged_row_feed_index on staged_row (feed_id);
-- Written once and read once: to press it would cost more than the room is worth.
alter table staged_row alter column raw set storage external;
comment on table staged_row is 'A row of a feed as it came, before it is placed. Kept of the last whole run of each feed and of what came after.';
comment on column staged_row.feed_id is 'Feed it came in.';
comment on column staged_row.run_id is 'Run that read it.';
comment on column staged_row.position is 'Its place in the run, from 1.';
comment on column staged_row.part is 'Which file or address of the feed it stood in, from 1.';
comment on column staged_row.kind is 'What it tells of; PLACE is a service at one location, until all locations of the service are gathered.';
comment on column staged_row.form is 'Which of the forms met in this run it is written in, from 0.';
comment on column staged_row.external_id is 'Identifier that the row gives itself; null when it gives none.';
comment on column staged_row.raw is 'The row as it came, as JSON.';
comment on column staged_row.fate is 'What became of it; null while nothing has.';

alter table quarantined_row
  add column state text not null default 'WAITING'
    constraint quarantined_row_state_check check (state in ('WAITING', 'LOOKED_AT', 'PUT_ASIDE')),
  add column gone_on date,
  add column decided_at timestamptz,
  add column decided_by uuid constraint quarantined_row_decided_by_fk references person (id),
  add constraint quarantined_row_decided_check check ((decided_at is null) = (decided_by is null));
create index quarantined_row_run_index on quarantined_row (last_run_id);
create index quarantined_row_waiting_index on quarantined_row (id) where state = 'WAITING' and gone_on is null;
comment on column quarantined_row.state is 'LOOKED_AT until a later run meets it again; PUT_ASIDE for good.';
comment on column quarantined_row.gone_on is 'Day on which a whole run was first without it: put right, or gone; null while it is met.';
comment on column quarantined_row.decided_at is 'When somebody last said so; null while nobody has.';
comment on column quarantined_row.decided_by is 'Who said so; null while nobody has.';

alter table service
  add column preferred_service_id uuid constraint service_preferred_fk references service (id),
  add constraint service_preferred_check check (preferred_service_id <> id);
create index service_preferred_index on service (preferred_service_id) where preferred_service_id is not null;
comment on column service.preferred_service_id is
  'Entry that is shown in its place, since a person has confirmed that the two are the same; null when it stands for itself.';
