-- The directory: feeds, services, where and when they are, what they cost, their search, and public offers.

create schema directory;
comment on schema directory is 'Functions of the directory: search, distance and the upkeep of the search rows.';

create table feed (
  id uuid primary key,
  key text not null constraint feed_key_key unique,
  name text not null,
  source text not null,
  licence text,
  attribution text,
  created_at timestamptz not null
);
comment on table feed is 'A source of directory entries, imported again and again.';
comment on column feed.id is 'Identifier.';
comment on column feed.key is 'What makes it the same feed the next time: the address, or the name of the file without its page number.';
comment on column feed.name is 'Name to show as the source.';
comment on column feed.source is 'Where it was last read from.';
comment on column feed.licence is 'Licence that its publisher states; null when none is stated, and then it is not republished.';
comment on column feed.attribution is 'Words that the licence asks to be shown.';
comment on column feed.created_at is 'When it was first read.';

alter table organisation add constraint organisation_feed_fk foreign key (feed_id) references feed (id);

create table import_run (
  id uuid primary key,
  feed_id uuid not null constraint import_run_feed_fk references feed (id),
  started_at timestamptz not null,
  ended_at timestamptz,
  read_count integer not null default 0,
  created_count integer not null default 0,
  changed_count integer not null default 0,
  unchanged_count integer not null default 0,
  quarantined_count integer not null default 0,
  constraint import_run_count_check
    check (read_count = created_count + changed_count + unchanged_count + quarantined_count)
);
create index import_run_feed_index on import_run (feed_id, started_at);
comment on table import_run is 'One reading of a feed and its account: every row read was accepted or quarantined.';
comment on column import_run.id is 'Identifier.';
comment on column import_run.feed_id is 'Feed that was read.';
comment on column import_run.started_at is 'When it began.';
comment on column import_run.ended_at is 'When the last row was placed; null while it runs or when it broke off.';
comment on column import_run.read_count is 'Rows read.';
comment on column import_run.created_count is 'Rows that were new.';
comment on column import_run.changed_count is 'Rows that differed from what was known.';
comment on column import_run.unchanged_count is 'Rows that said what was known already.';
comment on column import_run.quarantined_count is 'Rows kept aside with a reason.';

create table quarantined_row (
  id uuid primary key,
  feed_id uuid not null constraint quarantined_row_feed_fk references feed (id),
  row_hash bytea not null,
  external_id text,
  reason_code text not null,
  reason text not null,
  raw text not null,
  first_run_id uuid not null constraint quarantined_row_first_run_fk references import_run (id),
  last_run_id uuid not null constraint quarantined_row_last_run_fk references import_run (id),
  constraint quarantined_row_key unique (feed_id, row_hash)
);
comment on table quarantined_row is 'A row that could not be accepted, kept as it came, with the reason.';
comment on column quarantined_row.id is 'Identifier.';
comment on column quarantined_row.feed_id is 'Feed it came in.';
comment on column quarantined_row.row_hash is 'SHA-256 of the raw text, so that the same row is kept once.';
comment on column quarantined_row.external_id is 'Identifier that the row gave itself; null when it gave none.';
comment on column quarantined_row.reason_code is 'Why, for programs.';
comment on column quarantined_row.reason is 'Why, in a sentence.';
comment on column quarantined_row.raw is 'The row as it came.';
comment on column quarantined_row.first_run_id is 'Run that met it first.';
comment on column quarantined_row.last_run_id is 'Run that met it last.';

create table service (
  id uuid primary key,
  organisation_id uuid not null constraint service_organisation_fk references organisation (id),
  feed_id uuid constraint service_feed_fk references feed (id),
  external_id text,
  content_hash bytea,
  name text not null constraint service_name_check check (length(name) between 1 and 300),
  description text,
  status text not null constraint service_status_check
    check (status in ('ACTIVE', 'INACTIVE', 'DEFUNCT', 'TEMPORARILY_CLOSED')),
  website text,
  email text,
  phone text,
  minimum_age integer constraint service_minimum_age_check check (minimum_age between 0 and 120),
  maximum_age integer constraint service_maximum_age_check check (maximum_age between 0 and 120),
  fees_description text,
  could_start text,
  assured_on date,
  last_modified_at timestamptz,
  languages text[] not null default '{}',
  areas text[] not null default '{}',
  repairs text[] not null default '{}',
  imported_at timestamptz,
  constraint service_feed_key unique (feed_id, external_id),
  constraint service_ages_check check (minimum_age <= maximum_age)
);
create index service_organisation_index on service (organisation_id, name, id);
comment on table service is 'Something an organisation offers that a person can go to or have come to them.';
comment on column service.id is 'Identifier.';
comment on column service.organisation_id is 'Organisation that runs it.';
comment on column service.feed_id is 'Directory feed it came from; null when it was entered here.';
comment on column service.external_id is 'Its identifier in that feed.';
comment on column service.content_hash is 'Fingerprint of the normalised feed record, to tell a change from a repeat.';
comment on column service.name is 'Name.';
comment on column service.description is 'What it is, as plain text.';
comment on column service.status is 'Whether it runs.';
comment on column service.website is 'Public web address with its scheme.';
comment on column service.email is 'Public e-mail address.';
comment on column service.phone is 'Public telephone number.';
comment on column service.minimum_age is 'Youngest age in years; null when there is no limit or none is known.';
comment on column service.maximum_age is 'Oldest age in years; null when there is no limit or none is known.';
comment on column service.fees_description is 'What is said about cost in words.';
comment on column service.could_start is 'What is said about waiting, such as "Within a week".';
comment on column service.assured_on is 'Day on which somebody last checked the entry.';
comment on column service.last_modified_at is 'When the publisher last changed it.';
comment on column service.languages is 'Languages in which it is offered, by their English names.';
comment on column service.areas is 'Names of the areas it serves.';
comment on column service.repairs is 'What had to be repaired on import, as codes.';
comment on column service.imported_at is 'When an import last changed it; null when it was entered here.';

create table location (
  id uuid primary key,
  feed_id uuid constraint location_feed_fk references feed (id),
  external_id text,
  type text not null constraint location_type_check check (type in ('PHYSICAL', 'POSTAL', 'VIRTUAL')),
  name text,
  description text,
  latitude double precision constraint location_latitude_check check (latitude between -90 and 90),
  longitude double precision constraint location_longitude_check check (longitude between -180 and 180),
  address_lines text[] not null default '{}',
  city text,
  county text,
  postcode text,
  country text,
  constraint location_feed_key unique (feed_id, external_id),
  constraint location_place_check check ((latitude is null) = (longitude is null))
);
comment on table location is 'A place where services are, or from which they come.';
comment on column location.id is 'Identifier.';
comment on column location.feed_id is 'Directory feed it came from; null when it was entered here.';
comment on column location.external_id is 'Its identifier in that feed.';
comment on column location.type is 'Whether it is a place, a postal address or on line.';
comment on column location.name is 'Name of the building or venue.';
comment on column location.description is 'What helps to find it.';
comment on column location.latitude is 'Degrees north; null when not known.';
comment on column location.longitude is 'Degrees east; null when not known.';
comment on column location.address_lines is 'Street address, line by line.';
comment on column location.city is 'Town or city.';
comment on column location.county is 'County or region.';
comment on column location.postcode is 'Postcode, or its outward half when that is all that is known.';
comment on column location.country is 'Country, ISO 3166 two letters.';

create table service_at_location (
  id uuid primary key,
  service_id uuid not null constraint service_at_location_service_fk references service (id) on delete cascade,
  location_id uuid not null constraint service_at_location_location_fk references location (id),
  constraint service_at_location_key unique (service_id, location_id)
);
create index service_at_location_location_index on service_at_location (location_id);
comment on table service_at_location is 'That a service is given at a location.';
comment on column service_at_location.id is 'Identifier.';
comment on column service_at_location.service_id is 'Service that is given.';
comment on column service_at_location.location_id is 'Location where it is given.';

create table schedule (
  id uuid primary key,
  service_id uuid not null constraint schedule_service_fk references service (id) on delete cascade,
  location_id uuid constraint schedule_location_fk references location (id),
  position integer not null,
  days text[] not null default '{}' constraint schedule_days_check
    check (days <@ array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']),
  opens_at time,
  closes_at time,
  frequency text constraint schedule_frequency_check check (frequency in ('WEEKLY', 'MONTHLY')),
  every integer constraint schedule_every_check check (every between 1 and 52),
  by_day text,
  by_month_day text,
  valid_from date,
  valid_to date,
  description text
);
create index schedule_service_index on schedule (service_id, position);
comment on table schedule is 'When a service is open, as days and times or as a sentence.';
comment on column schedule.id is 'Identifier.';
comment on column schedule.service_id is 'Service it belongs to.';
comment on column schedule.location_id is 'Location it is for; null when for all.';
comment on column schedule.position is 'Its place in the list, from 1.';
comment on column schedule.days is 'Days of the week.';
comment on column schedule.opens_at is 'Local time at which it opens.';
comment on column schedule.closes_at is 'Local time at which it closes; earlier than opening means the day after.';
comment on column schedule.frequency is 'Whether it repeats by week or by month.';
comment on column schedule.every is 'Every how many weeks or months.';
comment on column schedule.by_day is 'Days as the feed said them, such as "2MO" for every second Monday.';
comment on column schedule.by_month_day is 'Days of the month as the feed said them.';
comment on column schedule.valid_from is 'First day it holds.';
comment on column schedule.valid_to is 'Last day it is known to hold.';
comment on column schedule.description is 'What is said about it in words.';

create table cost_option (
  id uuid primary key,
  service_id uuid not null constraint cost_option_service_fk references service (id) on delete cascade,
  position integer not null,
  option text,
  amount_pence bigint constraint cost_option_amount_check check (amount_pence >= 0),
  description text,
  valid_from date,
  valid_to date
);
create index cost_option_service_index on cost_option (service_id, position);
comment on table cost_option is 'One way in which a service is paid for.';
comment on column cost_option.id is 'Identifier.';
comment on column cost_option.service_id is 'Service it belongs to.';
comment on column cost_option.position is 'Its place in the list, from 1.';
comment on column cost_option.option is 'What the amount is for, such as "per hour" or "a visit".';
comment on column cost_option.amount_pence is 'Amount in pence; null when not said.';
comment on column cost_option.description is 'What is said about it in words.';
comment on column cost_option.valid_from is 'First day it holds.';
comment on column cost_option.valid_to is 'Last day it holds.';

create table contact (
  id uuid primary key,
  service_id uuid not null constraint contact_service_fk references service (id) on delete cascade,
  position integer not null,
  name text,
  title text,
  email text,
  phone text,
  phone_extension text,
  phone_description text,
  is_public boolean not null
);
create index contact_service_index on contact (service_id, position);
comment on table contact is 'Whom to ask about a service.';
comment on column contact.id is 'Identifier.';
comment on column contact.service_id is 'Service it belongs to.';
comment on column contact.position is 'Its place in the list, from 1.';
comment on column contact.name is 'Name of the person; never shown without their wish.';
comment on column contact.title is 'What the person does there.';
comment on column contact.email is 'E-mail address.';
comment on column contact.phone is 'Telephone number.';
comment on column contact.phone_extension is 'Extension to ask for.';
comment on column contact.phone_description is 'What the number is for.';
comment on column contact.is_public is 'Whether it may be shown: false for the own mobile or mailbox of a named person.';

create table accessibility (
  id uuid primary key,
  location_id uuid not null constraint accessibility_location_fk references location (id) on delete cascade,
  position integer not null,
  description text not null,
  details text,
  website text
);
create index accessibility_location_index on accessibility (location_id, position);
comment on table accessibility is 'One fact about getting into and around a location.';
comment on column accessibility.id is 'Identifier.';
comment on column accessibility.location_id is 'Location it is true of.';
comment on column accessibility.position is 'Its place in the list, from 1.';
comment on column accessibility.description is 'The fact.';
comment on column accessibility.details is 'More about it.';
comment on column accessibility.website is 'Where more is said, with its scheme.';

create table taxonomy_term (
  id uuid primary key,
  feed_id uuid constraint taxonomy_term_feed_fk references feed (id),
  external_id text,
  name text not null,
  taxonomy text,
  parent_external_id text,
  constraint taxonomy_term_feed_key unique (feed_id, external_id)
);
comment on table taxonomy_term is 'A word by which services are sorted, out of a list that its publisher keeps.';
comment on column taxonomy_term.id is 'Identifier.';
comment on column taxonomy_term.feed_id is 'Directory feed it came from; null when it was entered here.';
comment on column taxonomy_term.external_id is 'Its identifier in that feed.';
comment on column taxonomy_term.name is 'The word.';
comment on column taxonomy_term.taxonomy is 'Name of the list it stands in.';
comment on column taxonomy_term.parent_external_id is 'Identifier, in the feed, of the wider word above it.';

create table service_term (
  service_id uuid not null constraint service_term_service_fk references service (id) on delete cascade,
  term_id uuid not null constraint service_term_term_fk references taxonomy_term (id),
  constraint service_term_pk primary key (service_id, term_id)
);
create index service_term_term_index on service_term (term_id);
comment on table service_term is 'That a service is sorted under a word.';
comment on column service_term.service_id is 'Service that is sorted.';
comment on column service_term.term_id is 'Word it is sorted under.';

create table postcode (
  code text primary key,
  outward text not null,
  latitude double precision not null,
  longitude double precision not null,
  source text not null constraint postcode_source_check check (source in ('LIST', 'LOCATIONS'))
);
create index postcode_outward_index on postcode (outward);
comment on table postcode is 'Where a postcode, or an outward code, lies.';
comment on column postcode.code is 'Postcode with its space, or an outward code.';
comment on column postcode.outward is 'Its outward half.';
comment on column postcode.latitude is 'Degrees north.';
comment on column postcode.longitude is 'Degrees east.';
comment on column postcode.source is 'LIST when a list of postcodes said so; LOCATIONS when it is the average of known locations.';

create table offer (
  id uuid primary key,
  service_id uuid not null constraint offer_service_fk references service (id) on delete cascade,
  provider_id uuid not null constraint offer_provider_fk references organisation (id),
  unit text not null constraint offer_unit_check check (unit in ('HOUR', 'VISIT', 'SESSION', 'DAY', 'WEEK')),
  rate_pence bigint not null constraint offer_rate_check check (rate_pence >= 0),
  minimum_minutes integer constraint offer_minimum_check check (minimum_minutes > 0),
  could_start_on date,
  valid_from date,
  valid_to date,
  source text not null constraint offer_source_check check (source in ('FEED', 'PROVIDER')),
  constraint offer_days_check check (valid_to >= valid_from)
);
create unique index offer_feed_key on offer (service_id, unit) where source = 'FEED';
create index offer_service_index on offer (service_id);
create index offer_provider_index on offer (provider_id);
comment on table offer is 'A provider''s public price for a service, by a unit.';
comment on column offer.id is 'Identifier.';
comment on column offer.service_id is 'Service it is for.';
comment on column offer.provider_id is 'Provider who offers it.';
comment on column offer.unit is 'What the rate is for.';
comment on column offer.rate_pence is 'Rate in pence a unit.';
comment on column offer.minimum_minutes is 'Shortest visit in minutes; null when none is said.';
comment on column offer.could_start_on is 'First day on which it could start; null when not said.';
comment on column offer.valid_from is 'First day it holds; null when it holds already.';
comment on column offer.valid_to is 'Last day it holds; null while no end is known.';
comment on column offer.source is 'FEED when it was read from a cost in a directory feed; PROVIDER when the provider entered it.';
