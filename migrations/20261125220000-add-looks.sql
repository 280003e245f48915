-- Who looked at what is held about an individual, when, for whom and what for.

create table look (
  authority_id uuid not null,
  id uuid not null constraint look_id_key unique,
  individual_id uuid not null,
  viewer_id uuid not null constraint look_viewer_fk references person (id),
  viewer_name text not null,
  part text not null constraint look_part_check check (part in ('IDENTITY', 'CIRCLE', 'ABOUT_ME', 'COMMUNICATION', 'DOCUMENTS',
    'OUTCOMES', 'CHOICES', 'BUDGET', 'AGREEMENTS', 'CORRECTIONS', 'HISTORY', 'LOOKS')),
  acted_as text not null constraint look_acted_as_check check (acted_as in ('CIRCLE', 'AUTHORITY', 'PROVIDER', 'NOT_KNOWN')),
  role text,
  organisation_id uuid constraint look_organisation_fk references organisation (id),
  purpose text not null default '' constraint look_purpose_check check (length(purpose) <= 300),
  period timestamptz not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  times integer not null constraint look_times_check check (times >= 1),
  constraint look_pk primary key (authority_id, id),
  constraint look_individual_fk foreign key (authority_id, individual_id) references individual (authority_id, id),
  constraint look_once_key unique (individual_id, viewer_id, part, purpose, period),
  constraint look_other_check check (viewer_id <> individual_id),
  constraint look_time_check check (first_at <= last_at),
  constraint look_organisation_check check ((organisation_id is null) = (acted_as in ('CIRCLE', 'NOT_KNOWN')))
);
create index look_individual_index on look (individual_id, last_at desc, id desc);
comment on table look is 'That somebody other than the individual was shown a part of what is held about them; looks within a quarter of an hour are one. Never removed by anybody.';
comment on column look.authority_id is 'Authority of the individual.';
comment on column look.id is 'Identifier.';
comment on column look.individual_id is 'Individual whose affairs were looked at.';
comment on column look.viewer_id is 'Person who looked.';
comment on column look.viewer_name is 'Their name at the time, so that the individual knows it even when they are nobody the individual knows.';
comment on column look.part is 'Part that was shown.';
comment on column look.acted_as is 'Whether they looked as somebody of the circle, for the authority, for a provider, or it could not be told.';
comment on column look.role is 'What they are in that organisation, or to the individual; null when it could not be told.';
comment on column look.organisation_id is 'Organisation for which they looked; null when for none.';
comment on column look.purpose is 'What they said it was for; empty when they were not asked, and then the role says it.';
comment on column look.period is 'Quarter of an hour it belongs to.';
comment on column look.first_at is 'First look in it.';
comment on column look.last_at is 'Last look in it.';
comment on column look.times is 'How often in it.';
