-- Offers in whole: what the public is told of a price, rates by band and from what day, who pays, where, and what is free.

alter table service add column regulated_activity text constraint service_regulated_activity_check
  check (regulated_activity in ('PERSONAL_CARE', 'ACCOMMODATION_WITH_CARE', 'NURSING_CARE'));
comment on column service.regulated_activity is
  'Care that only a registered provider may give (rule R20); null when it is none, or nobody has said.';

alter table offer drop constraint offer_days_check;
alter table offer alter column rate_pence drop not null;
alter table offer
  add column shows_price text not null default 'EXACT'
    constraint offer_shows_price_check check (shows_price in ('EXACT', 'RANGE', 'NONE')),
  add column shows_rates boolean not null generated always as (shows_price = 'EXACT') stored,
  add column range_from_pence bigint constraint offer_range_from_check check (range_from_pence >= 0),
  add column range_to_pence bigint constraint offer_range_to_check check (range_to_pence >= range_from_pence),
  add column travel_pence bigint constraint offer_travel_check check (travel_pence >= 0),
  add column workers smallint not null default 1 constraint offer_workers_check check (workers between 1 and 4),
  add column vat text constraint offer_vat_check check (vat in ('EXEMPT', 'ZERO', 'REDUCED', 'STANDARD')),
  add column areas text[] not null default '{}' constraint offer_areas_check check (cardinality(areas) <= 50),
  add column funding text[] not null default '{}' constraint offer_funding_check
    check (funding <@ array['COUNCIL_MANAGED', 'DIRECT_PAYMENT', 'INDIVIDUAL_SERVICE_FUND', 'PERSONAL_HEALTH_BUDGET', 'SELF_FUNDED']),
  add column notice_days integer constraint offer_notice_check check (notice_days between 0 and 365),
  add column capacity_free integer constraint offer_capacity_free_check check (capacity_free >= 0),
  add column capacity_unit text constraint offer_capacity_unit_check
    check (capacity_unit in ('HOURS_A_WEEK', 'VISITS_A_WEEK', 'PLACES')),
  add column capacity_stated_at timestamptz,
  add column replaces_id uuid constraint offer_replaces_fk references offer (id) on delete set null,
  add column made_at timestamptz,
  add constraint offer_capacity_check check (num_nulls(capacity_free, capacity_unit, capacity_stated_at) in (0, 3)),
  add constraint offer_price_check check ((shows_price = 'EXACT') = (rate_pence is not null)),
  add constraint offer_range_check check (num_nonnulls(range_from_pence, range_to_pence) = case shows_price when 'RANGE' then 2 else 0 end),
  add constraint offer_feed_check check (source = 'PROVIDER' or shows_price = 'EXACT'),
  add constraint offer_made_check check ((source = 'PROVIDER') = (made_at is not null)),
  add constraint offer_days_check check (valid_to >= valid_from - 1),
  add constraint offer_whose_key unique (id, provider_id, service_id, shows_rates);
create unique index offer_replaces_key on offer (replaces_id);
comment on column offer.rate_pence is
  'Rate in pence a unit that everybody is told: on a weekday, on the first day; null unless the exact price is shown.';
comment on column offer.valid_to is 'Last day it holds; the day before the first when it never held; null while no end is known.';
comment on column offer.shows_price is 'What everybody is told of the price: EXACT, a RANGE, or NONE.';
comment on column offer.shows_rates is 'Whether everybody may read its rates.';
comment on column offer.range_from_pence is 'Lowest rate of the range that everybody is told, in pence; null unless a range is shown.';
comment on column offer.range_to_pence is 'Highest rate of the range that everybody is told, in pence; null unless a range is shown.';
comment on column offer.travel_pence is 'Charge for travel to each visit, in pence, told to everybody; null when none is said.';
comment on column offer.workers is 'Workers who come together: 2 is a double-up.';
comment on column offer.vat is 'VAT on it; the rates include it. Null when not said.';
comment on column offer.areas is 'Outward codes or names of the areas it is for; empty when it is wherever the service is.';
comment on column offer.funding is 'Kinds of money that it takes; empty when not said.';
comment on column offer.notice_days is 'Days of notice that it asks for; null when not said.';
comment on column offer.capacity_free is 'How much is free, less what acceptances have reserved since it was stated (rule R51); null when not said.';
comment on column offer.capacity_unit is 'What is counted as free; null when not said.';
comment on column offer.capacity_stated_at is 'When the provider said how much is free; 14 days later it is unconfirmed. Null when not said.';
comment on column offer.replaces_id is 'Earlier offer that it took the place of; null when it is the first.';
comment on column offer.made_at is 'When the provider made it; null when a feed did.';

-- A rate holds from its first day until the next of the same band begins, so that no two can ever hold at once.
create table offer_rate (
  offer_id uuid not null,
  band text not null constraint offer_rate_band_check
    check (band in ('WEEKDAY', 'EVENING', 'NIGHT', 'SATURDAY', 'SUNDAY', 'BANK_HOLIDAY')),
  starts_on date not null,
  rate_pence bigint not null constraint offer_rate_rate_check check (rate_pence between 0 and 1000000),
  provider_id uuid not null,
  service_id uuid not null,
  is_public boolean not null,
  constraint offer_rate_pk primary key (offer_id, band, starts_on),
  constraint offer_rate_offer_fk foreign key (offer_id, provider_id, service_id, is_public)
    references offer (id, provider_id, service_id, shows_rates) on delete cascade
);
comment on table offer_rate is 'What one unit of an offer costs in one band of the week, from one day on (rule R3).';
comment on column offer_rate.offer_id is 'Offer it belongs to.';
comment on column offer_rate.band is 'When in the week it holds; where a band has no rate, that of the weekday does.';
comment on column offer_rate.starts_on is 'First day; it holds until the next of its band begins.';
comment on column offer_rate.rate_pence is 'Rate in pence a unit, VAT included.';
comment on column offer_rate.provider_id is 'Provider of the offer, who always reads it.';
comment on column offer_rate.service_id is 'Service of the offer: whoever has it among their options reads it.';
comment on column offer_rate.is_public is 'Whether everybody reads it: the offer shows its exact price.';

create index option_individual_index on option (individual_id);
