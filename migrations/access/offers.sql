-- Offers are public, but not always their price: what everybody is told of it stands on the offer, the rates themselves stand
-- apart. Imports write offers of feeds, and members of a provider their own.

alter table offer enable row level security;
alter table offer force row level security;
grant select on offer to kith_app;
grant select, insert, update, delete on offer to kith_system;
create policy everybody_reads on offer for select to kith_app using (true);
create policy system_reads on offer for select to kith_system using (true);
create policy system_keeps on offer for all to kith_system using (source = 'FEED') with check (source = 'FEED');
create policy provider_makes on offer for insert to kith_app
  with check (source = 'PROVIDER' and provider_id = any ((select access.acts_in('MANAGER', 'MEMBER'))::uuid[])
    and exists (select from service s where s.id = service_id and s.organisation_id = provider_id));
create policy provider_keeps on offer for update to kith_app
  using (provider_id = any ((select access.acts_in('MANAGER', 'MEMBER'))::uuid[]))
  with check (provider_id = any ((select access.acts_in('MANAGER', 'MEMBER'))::uuid[]));
revoke insert, update on offer from kith_app;
grant insert, update (valid_to, could_start_on, capacity_free, capacity_unit, capacity_stated_at) on offer to kith_app;

-- A rate that is not shown to everybody is read by the provider's own members, by whoever commissions, and by individuals
-- (and those who share their plan) who have its service among their options; never by another provider (rule R43).
alter table offer_rate enable row level security;
alter table offer_rate force row level security;
create policy rate_read on offer_rate for select to kith_app
  using (is_public
    or provider_id = any ((select access.ids('kith.organisations'))::uuid[])
    or cardinality((select access.ids('kith.authorities'))::uuid[]) > 0
    or cardinality((select access.ids('kith.plans'))::uuid[]) > 0 and service_id = any ((select array(
      select o.service_id from option o
      where o.individual_id = any (access.ids('kith.plans')) and o.service_id is not null))::uuid[]));
create policy rate_state on offer_rate for insert to kith_app
  with check (provider_id = any ((select access.acts_in('MANAGER', 'MEMBER'))::uuid[]));
create policy rate_enter on offer_rate for select to kith_access using (true);
create policy offer_enter on offer for select to kith_access using (true);
grant select, insert on offer_rate to kith_app;
grant select on offer_rate, offer to kith_access;

-- Whoever puts an option forward learns its price at that moment, before the option stands and the policy above finds it.
create or replace function access.rates_asked(service uuid, individual uuid)
returns table (offer_id uuid, band text, rate_pence bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct on (r.offer_id, r.band) r.offer_id, r.band, r.rate_pence
  from offer_rate r
  where r.service_id = service and r.starts_on <= current_date
    and exists (select from individual i where i.id = rates_asked.individual)
    and (individual = any (access.suggests()) or cardinality(access.ids('kith.authorities')) > 0)
  order by r.offer_id, r.band, r.starts_on desc
$$;
comment on function access.rates_asked(uuid, uuid) is
  'Rates of a service today, by offer and band, for whoever may put options forward for that individual; none for anybody else.';
alter function access.rates_asked owner to kith_access;
revoke execute on function access.rates_asked from public;
grant execute on function access.rates_asked to kith_app;

-- The offers that are revisions of one another and have not ended: one and the same to whoever takes a place.
create or replace function access.offer_line(offer uuid) returns setof uuid
language sql stable set search_path = public, pg_temp as $$
  with recursive line as (
    select o.id, o.replaces_id from offer o where o.id = offer_line.offer
    union
    select o.id, o.replaces_id from offer o join line on o.replaces_id = line.id or o.id = line.replaces_id)
  select o.id from line join offer o on o.id = line.id where coalesce(o.valid_to >= current_date, true)
$$;
comment on function access.offer_line(uuid) is 'The offers, that one among them, that are revisions of each other and have not ended.';
revoke execute on function access.offer_line from public;
grant execute on function access.offer_line to kith_app, kith_access;

-- Who can use a service is for everybody to read; its own organisation and the editors of the directory state it.
alter table access_criterion enable row level security;
alter table access_criterion force row level security;
create policy everybody_reads on access_criterion for select to kith_app using (true);
create policy criterion_state on access_criterion for insert to kith_app
  with check (case source
    when 'EDITOR' then cardinality((select access.ids('kith.desks'))::uuid[]) > 0
    else exists (select from service s where s.id = service_id
      and s.organisation_id = any ((select access.acts_in('MANAGER', 'MEMBER'))::uuid[])) end);
create policy criterion_withdraw on access_criterion for delete to kith_app
  using (cardinality((select access.ids('kith.desks'))::uuid[]) > 0
    or exists (select from service s where s.id = service_id
      and s.organisation_id = any ((select access.acts_in('MANAGER', 'MEMBER'))::uuid[])));
grant select, insert, delete on access_criterion to kith_app;

-- Whether a service is regulated care is said by whoever may edit its entry.
grant update (regulated_activity) on service to kith_app;
