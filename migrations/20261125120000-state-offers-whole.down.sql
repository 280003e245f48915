drop index option_individual_index;
drop table offer_rate;
delete from offer where rate_pence is null or valid_to < valid_from;
drop index offer_replaces_key;
alter table offer
  drop constraint offer_whose_key,
  drop constraint offer_days_check,
  drop constraint offer_made_check,
  drop constraint offer_feed_check,
  drop constraint offer_range_check,
  drop constraint offer_price_check,
  drop constraint offer_capacity_check,
  drop column made_at,
  drop column replaces_id,
  drop column capacity_stated_at,
  drop column capacity_unit,
  drop column capacity_free,
  drop column notice_days,
  drop column funding,
  drop column areas,
  drop column vat,
  drop column workers,
  drop column travel_pence,
  drop column range_to_pence,
  drop column range_from_pence,
  drop column shows_rates,
  drop column shows_price,
  add constraint offer_days_check check (valid_to >= valid_from);
alter table offer alter column rate_pence set not null;
alter table service drop column regulated_activity;
