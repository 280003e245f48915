-- What an import notices over time: entries that a feed lists no longer, and entries that may be one and the same.

alter table service add column unlisted_on date;
comment on column service.unlisted_on is 'Day on which its feed was first found without it; null while it is listed or was entered here.';

alter table import_run add column unlisted_count integer not null default 0;
alter table import_run add column is_whole boolean not null default false;
comment on column import_run.unlisted_count is 'Services that were found to be listed no longer.';
comment on column import_run.is_whole is 'Whether all of the feed was read; only then can anything be missing from it.';

create index location_postcode_index on location (postcode) where postcode like '% %';

create table service_link (
  id uuid primary key,
  kind text not null constraint service_link_kind_check check (kind in ('DUPLICATE', 'REREGISTRATION')),
  service_id uuid not null constraint service_link_service_fk references service (id) on delete cascade,
  other_service_id uuid not null constraint service_link_other_service_fk references service (id) on delete cascade,
  grounds text[] not null,
  state text not null default 'PROPOSED' constraint service_link_state_check
    check (state in ('PROPOSED', 'CONFIRMED', 'REJECTED')),
  run_id uuid not null constraint service_link_run_fk references import_run (id),
  proposed_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid constraint service_link_decided_by_fk references person (id),
  constraint service_link_pair_check check (service_id <> other_service_id),
  constraint service_link_decided_check check ((state = 'PROPOSED') = (decided_at is null))
);
create unique index service_link_pair_key
  on service_link (least(service_id, other_service_id), greatest(service_id, other_service_id), kind);
create index service_link_other_service_index on service_link (other_service_id);
comment on table service_link is 'Two entries that may be one and the same. An import proposes; a person decides; nothing is merged by itself.';
comment on column service_link.id is 'Identifier.';
comment on column service_link.kind is 'DUPLICATE when both are listed; REREGISTRATION when one took the place of the other in the same feed.';
comment on column service_link.service_id is 'The later entry.';
comment on column service_link.other_service_id is 'The earlier entry.';
comment on column service_link.grounds is 'What the two have in common, as codes.';
comment on column service_link.state is 'Whether somebody has decided; what was rejected is not proposed again.';
comment on column service_link.run_id is 'Run that noticed it.';
comment on column service_link.proposed_at is 'When it was noticed.';
comment on column service_link.decided_at is 'When somebody decided; null while nobody has.';
comment on column service_link.decided_by is 'Who decided; null while nobody has.';
