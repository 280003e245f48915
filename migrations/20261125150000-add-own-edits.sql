-- What an organisation or an editor wrote into an entry by hand, kept so that no import writes over it, and what a feed says
-- against it, until an editor has weighed the two.

alter table service add column edited_at timestamptz;
alter table service add column edited_as text;
alter table service add constraint service_edited_check
  check ((edited_at is null) = (edited_as is null) and edited_as in ('PROVIDER', 'EDITOR'));
comment on column service.edited_at is 'When somebody last changed it here; null when nobody has.';
comment on column service.edited_as is 'Whether that was its own organisation or an editor of the directory; null when nobody has.';

alter table organisation add column edited_at timestamptz;
alter table organisation add column edited_as text;
alter table organisation add constraint organisation_edited_check
  check ((edited_at is null) = (edited_as is null) and edited_as in ('PROVIDER', 'EDITOR'));
comment on column organisation.edited_at is 'When somebody last changed its details here; null when nobody has.';
comment on column organisation.edited_as is 'Whether that was the organisation itself or an editor of the directory; null when nobody has.';

create table own_edit (
  id uuid primary key,
  organisation_id uuid not null constraint own_edit_organisation_fk references organisation (id),
  service_id uuid constraint own_edit_service_fk references service (id) on delete cascade,
  field text not null constraint own_edit_field_check check (
    field in ('NAME', 'DESCRIPTION', 'WEBSITE', 'EMAIL', 'PHONE')
    or (service_id is not null
      and field in ('STATUS', 'AGES', 'FEES', 'COULD_START', 'LANGUAGES', 'AREAS', 'SCHEDULES'))),
  value jsonb not null,
  feed_value jsonb,
  weighed_value jsonb,
  edited_by uuid not null constraint own_edit_edited_by_fk references person (id),
  edited_as text not null constraint own_edit_edited_as_check check (edited_as in ('PROVIDER', 'EDITOR')),
  edited_at timestamptz not null,
  ended_at timestamptz,
  constraint own_edit_ended_check check (ended_at >= edited_at),
  constraint own_edit_weighed_check check ((feed_value is null) = (weighed_value is null))
);
create unique index own_edit_current_key on own_edit (coalesce(service_id, organisation_id), field) where ended_at is null;
create index own_edit_organisation_index on own_edit (organisation_id);
create index own_edit_edited_by_index on own_edit (edited_by);
comment on table own_edit is 'One field of an entry as somebody wrote it here. While it holds, no import writes that field.';
comment on column own_edit.id is 'Identifier.';
comment on column own_edit.organisation_id is 'Organisation that the entry belongs to.';
comment on column own_edit.service_id is 'Service that was edited; null when it was the organisation''s own details.';
comment on column own_edit.field is 'Which field.';
comment on column own_edit.value is 'What it says since; JSON null for nothing.';
comment on column own_edit.feed_value is 'What the feed said then; null for an entry of no feed.';
comment on column own_edit.weighed_value is
  'What the feed said when somebody last weighed it against this; only something else again is a conflict.';
comment on column own_edit.edited_by is 'Person who wrote it.';
comment on column own_edit.edited_as is 'Whether they acted for the organisation or for the directory.';
comment on column own_edit.edited_at is 'When.';
comment on column own_edit.ended_at is 'When it was written anew or given up for what the feed says; null while it holds.';

create table edit_conflict (
  id uuid primary key,
  edit_id uuid not null constraint edit_conflict_edit_fk references own_edit (id) on delete cascade,
  organisation_id uuid not null constraint edit_conflict_organisation_fk references organisation (id),
  service_id uuid constraint edit_conflict_service_fk references service (id) on delete cascade,
  field text not null,
  feed_value jsonb not null,
  feed_said_at timestamptz not null,
  state text not null default 'OPEN' constraint edit_conflict_state_check
    check (state in ('OPEN', 'KEPT', 'TAKEN', 'SETTLED')),
  decided_by uuid constraint edit_conflict_decided_by_fk references person (id),
  decided_at timestamptz,
  constraint edit_conflict_decided_check check ((state = 'OPEN') = (decided_at is null)),
  constraint edit_conflict_decided_by_check check ((state in ('KEPT', 'TAKEN')) = (decided_by is not null))
);
create unique index edit_conflict_open_key on edit_conflict (edit_id) where state = 'OPEN';
create index edit_conflict_open_index on edit_conflict (feed_said_at, id) where state = 'OPEN';
create index edit_conflict_service_index on edit_conflict (service_id);
create index edit_conflict_organisation_index on edit_conflict (organisation_id);
comment on table edit_conflict is 'That a feed says something new where somebody has written something else here.';
comment on column edit_conflict.id is 'Identifier.';
comment on column edit_conflict.edit_id is 'What was written here.';
comment on column edit_conflict.organisation_id is 'Organisation that the entry belongs to.';
comment on column edit_conflict.service_id is 'Service it is about; null when it is the organisation''s own details.';
comment on column edit_conflict.field is 'Which field.';
comment on column edit_conflict.feed_value is 'What the feed says; JSON null for nothing.';
comment on column edit_conflict.feed_said_at is 'When an import read that.';
comment on column edit_conflict.state is
  'OPEN until an editor keeps what stands here (KEPT) or takes what the feed says (TAKEN); SETTLED when the two agree again.';
comment on column edit_conflict.decided_by is 'Editor who decided; null while nobody has, or when it settled by itself.';
comment on column edit_conflict.decided_at is 'When it was decided or settled; null while it is open.';

create function directory.service_values(asked uuid) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'NAME', s.name, 'DESCRIPTION', s.description, 'STATUS', s.status, 'WEBSITE', s.website, 'EMAIL', s.email,
    'PHONE', s.phone, 'FEES', s.fees_description, 'COULD_START', s.could_start,
    'LANGUAGES', to_jsonb(s.languages), 'AREAS', to_jsonb(s.areas),
    'AGES', case when num_nonnulls(s.minimum_age, s.maximum_age) > 0
      then jsonb_build_object('minimum', s.minimum_age, 'maximum', s.maximum_age) end,
    'SCHEDULES', coalesce((
      select jsonb_agg(jsonb_build_object(
        'days', to_jsonb(o.days), 'opensAt', left(o.opens_at::text, 5), 'closesAt', left(o.closes_at::text, 5),
        'frequency', o.frequency, 'every', o.every, 'byDay', o.by_day, 'byMonthDay', o.by_month_day,
        'validFrom', o.valid_from, 'validTo', o.valid_to, 'description', o.description, 'locationId', o.location_id)
        order by o.position)
      from schedule o where o.service_id = s.id), '[]'))
  from service s where s.id = asked
$$;
comment on function directory.service_values(uuid) is 'What the entry of a service says, field by field.';

create function directory.organisation_values(asked uuid) returns jsonb language sql stable as $$
  select jsonb_build_object('NAME', o.name, 'DESCRIPTION', o.description, 'WEBSITE', o.website, 'EMAIL', o.email,
    'PHONE', o.phone)
  from organisation o where o.id = asked
$$;
comment on function directory.organisation_values(uuid) is 'What an organisation''s own details say, field by field.';
