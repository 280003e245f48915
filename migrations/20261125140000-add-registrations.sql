-- What regulators say of organisations and services: dated, sourced, and kept when something newer is said.

create table registration (
  id uuid primary key,
  organisation_id uuid not null constraint registration_organisation_fk references organisation (id),
  service_id uuid constraint registration_service_fk references service (id) on delete cascade,
  regulator text not null constraint registration_regulator_check check (regulator in (
    'CQC', 'CIW', 'CIS', 'RQIA', 'OFSTED', 'CHARITY_COMMISSION', 'OSCR', 'CCNI', 'COMPANIES_HOUSE')),
  identifier text not null constraint registration_identifier_check check (length(identifier) between 1 and 100),
  status text not null constraint registration_status_check
    check (status in ('ACTIVE', 'DORMANT', 'SUSPENDED', 'DEREGISTERED', 'UNKNOWN')),
  activities text[] not null default '{}' constraint registration_activities_check
    check (activities <@ array['PERSONAL_CARE', 'ACCOMMODATION_WITH_CARE', 'NURSING_CARE', 'OTHER']),
  rating text constraint registration_rating_check check (length(rating) between 1 and 100),
  rated_on date,
  starts_on date,
  ends_on date,
  source text not null constraint registration_source_check check (length(source) between 1 and 300),
  feed_id uuid constraint registration_feed_fk references feed (id),
  recorded_by uuid constraint registration_recorded_by_fk references person (id),
  as_of date not null,
  constraint registration_days_check check (ends_on >= starts_on),
  constraint registration_rated_check check (rated_on is null or rating is not null),
  constraint registration_origin_check check ((feed_id is null) = (recorded_by is not null))
);
create unique index registration_feed_key
  on registration (organisation_id, service_id, regulator, identifier, feed_id, as_of) nulls not distinct
  where feed_id is not null;
create index registration_service_index on registration (service_id) where service_id is not null;
create index registration_identifier_index on registration (regulator, identifier);
create index registration_feed_index on registration (feed_id) where feed_id is not null;
comment on table registration is 'What a regulator''s register says of an organisation or a service, as one source told it on one day. A newer row does not replace an older one: the newest holds.';
comment on column registration.id is 'Identifier.';
comment on column registration.organisation_id is 'Organisation that is registered, or that runs the registered service.';
comment on column registration.service_id is 'Service that is registered by itself; null when the organisation is.';
comment on column registration.regulator is 'Who keeps the register.';
comment on column registration.identifier is 'What the regulator calls it, such as "1-466088203".';
comment on column registration.status is 'How it stands in the register; UNKNOWN when the source gives an identifier and no more.';
comment on column registration.activities is 'Regulated activities it may carry on; empty when the source does not say.';
comment on column registration.rating is 'Rating in the regulator''s own words; null when none is known.';
comment on column registration.rated_on is 'Day of the rating; null when not known.';
comment on column registration.starts_on is 'First day of the registration; null when not known.';
comment on column registration.ends_on is 'Last day of the registration; null while none is known.';
comment on column registration.source is 'Where this was read, to show.';
comment on column registration.feed_id is 'Feed it was read from; null when an editor recorded it.';
comment on column registration.recorded_by is 'Editor who recorded it; null when it came in a feed.';
comment on column registration.as_of is 'Last day on which the source said so.';
