-- Agreements and all that hangs on them are seen by their parties alone: the individual and those who share agreements,
-- the provider, and the authority. A provider never sees another provider's (rule R43). Each writes for its own party only.

alter function access.keep_promised owner to kith_access;
alter function access.release_commitment owner to kith_access;

do $$
declare
  name text;
begin
  foreach name in array array['agreement', 'terms', 'acceptance', 'signature'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I for select to kith_app
      using (individual_id = any ((select access.ids(''kith.agreements''))::uuid[])
        or provider_id = any ((select access.ids(''kith.organisations''))::uuid[])
        or authority_id = any ((select access.ids(''kith.authorities''))::uuid[]))', name || '_parties', name);
    execute format('revoke insert, update on %I from kith_app', name);
    execute format('grant select, insert on %I to kith_app', name);
  end loop;
end $$;

create policy agreement_propose on agreement for insert to kith_app
  with check (state = 'PROPOSED' and latest_author = 'INDIVIDUAL'
    and ((individual_id = any ((select access.ids('kith.agreements'))::uuid[]) and individual_id = any ((select access.suggests())::uuid[]))
      or authority_id = any ((select access.acts_in('BROKER'))::uuid[])));
-- Whoever sees it may lock it; only those who act for a party may take it a step on, and never to another party.
create policy agreement_move on agreement for update to kith_app
  using (individual_id = any ((select access.ids('kith.agreements'))::uuid[])
    or provider_id = any ((select access.ids('kith.organisations'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]))
  with check (individual_id = any ((select access.suggests())::uuid[])
    or individual_id = any ((select access.contracts())::uuid[])
    or provider_id = any ((select access.acts_in('MANAGER'))::uuid[])
    or authority_id = any ((select access.acts_in('BROKER', 'BUDGET_HOLDER'))::uuid[]));
grant update (budget_id, state, latest_number, latest_author, waiting_for, reply_by, starts_on, ends_on, moved_at, ended_reason)
  on agreement to kith_app;

create policy terms_put on terms for insert to kith_app
  with check (author_id = any ((select access.ids('kith.person'))::uuid[]) and case author
    when 'INDIVIDUAL' then ((individual_id = any ((select access.ids('kith.agreements'))::uuid[]) and individual_id = any ((select access.suggests())::uuid[]))
      or authority_id = any ((select access.acts_in('BROKER'))::uuid[]))
    when 'PROVIDER' then provider_id = any ((select access.acts_in('MANAGER'))::uuid[]) end);

create policy acceptance_give on acceptance for insert to kith_app
  with check (accepted_by = any ((select access.ids('kith.person'))::uuid[]) and case party
    when 'INDIVIDUAL' then individual_id = any ((select access.contracts())::uuid[])
    when 'PROVIDER' then provider_id = any ((select access.acts_in('MANAGER'))::uuid[]) end);

create policy signature_give on signature for insert to kith_app
  with check (signed_by = any ((select access.ids('kith.person'))::uuid[]) and case party
    when 'INDIVIDUAL' then individual_id = any ((select access.contracts())::uuid[])
    when 'PROVIDER' then provider_id = any ((select access.acts_in('MANAGER'))::uuid[])
    when 'BUDGET_HOLDER' then authority_id = any ((select access.acts_in('BUDGET_HOLDER'))::uuid[]) end);

create policy agreement_enter on agreement for select to kith_access using (true);
grant select on agreement to kith_access;

alter table commitment enable row level security;
alter table commitment force row level security;
create policy commitment_read on commitment for select to kith_app
  using (individual_id = any ((select access.ids('kith.budgets'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
create policy commitment_make on commitment for insert to kith_app
  with check (individual_id = any ((select access.contracts())::uuid[]));
create policy commitment_change on commitment for update to kith_app
  using (individual_id = any ((select access.contracts())::uuid[])) with check (individual_id = any ((select access.contracts())::uuid[]));
create policy commitment_release on commitment for all to kith_access using (true) with check (true);
revoke insert, update on commitment from kith_app;
grant select, insert, update on commitment to kith_app;
grant select, delete on commitment to kith_access;

-- Room in offers is kept by these functions alone: whoever accepts takes it, whatever else they may see (rule R51).
alter function access.give_back_capacity owner to kith_access;
alter function access.release_capacity owner to kith_access;
alter table capacity_reservation enable row level security;
alter table capacity_reservation force row level security;
create policy reservation_keep on capacity_reservation for all to kith_access using (true) with check (true);
grant select, insert, update, delete on capacity_reservation to kith_access;
create policy offer_reserve on offer for update to kith_access using (true) with check (true);
grant update (capacity_free) on offer to kith_access;
create policy option_enter on option for select to kith_access using (true);
grant select on option to kith_access;

-- One acceptance at a time: the offers' rows are locked until the transaction ends, and the CHECK refuses less than nothing.
create or replace function access.reserve_capacity(agreement_id uuid, hours integer, visits integer, until timestamptz, at timestamptz)
returns table (outcome text, free integer, unit text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  held agreement%rowtype;
  room offer%rowtype;
  needed integer;
begin
  select a.* into held from agreement a where a.id = reserve_capacity.agreement_id;
  if not (held.provider_id = any (access.acts_in('MANAGER')) or held.individual_id = any (access.contracts())) then
    raise exception 'Room is reserved by whoever accepts.' using errcode = 'insufficient_privilege';
  end if;

  perform from offer o where o.id in (select access.offer_behind(held.option_id)) order by o.id for update;
  delete from capacity_reservation r
    where r.offer_id in (select access.offer_behind(held.option_id)) and r.holds_until < reserve_capacity.at
      and r.agreement_id <> held.id;
  update capacity_reservation r set holds_until = reserve_capacity.until where r.agreement_id = held.id;
  if found then return query select 'RESERVED', null::integer, null::text; return; end if;

  select o.* into room from offer o
    where o.id in (select access.offer_behind(held.option_id)) and o.capacity_free is not null order by o.id limit 1;
  if room.id is null then return query select 'UNKNOWN', null::integer, null::text; return; end if;

  needed := case room.capacity_unit when 'PLACES' then 1 when 'VISITS_A_WEEK' then visits else hours * room.workers end;
  if room.capacity_free < needed then return query select 'NONE_LEFT', room.capacity_free, room.capacity_unit; return; end if;
  update offer o set capacity_free = o.capacity_free - needed
    where o.id in (select access.offer_behind(held.option_id)) and o.capacity_unit = room.capacity_unit;
  insert into capacity_reservation (authority_id, agreement_id, offer_id, unit, amount, holds_until)
    values (held.authority_id, held.id, room.id, room.capacity_unit, needed, reserve_capacity.until);
  return query select 'RESERVED', room.capacity_free - needed, room.capacity_unit;
end $$;
comment on function access.reserve_capacity is 'Takes room for an agreement in the offer behind its option: RESERVED, UNKNOWN when nobody said what is free, or NONE_LEFT.';

-- The offers behind an option that stand today. A provider's own word takes the place of a feed's, when there is one alone.
create or replace function access.offer_behind(option_id uuid) returns setof uuid
language sql stable set search_path = public, pg_temp as $$
  with behind as (select f.* from option o join offer f on f.id = o.offer_id where o.id = option_id),
       line as (select access.offer_line(behind.id) as id from behind),
       own as (select f.id from offer f join behind on f.service_id = behind.service_id and f.unit = behind.unit
               where f.source = 'PROVIDER' and behind.source = 'FEED'
                 and current_date between coalesce(f.valid_from, '-infinity') and coalesce(f.valid_to, 'infinity'))
  select id from line where (select count(*) from own) <> 1
  union select access.offer_line(own.id) from own where (select count(*) from own) = 1
$$;
comment on function access.offer_behind(uuid) is 'Offers whose room an agreement about that option takes; none when it has no price by the unit.';

create or replace function access.lapsed_capacity(offer uuid) returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(sum(r.amount), 0)::integer from capacity_reservation r join offer o on o.id = lapsed_capacity.offer
  where r.offer_id in (o.id, o.replaces_id) and r.unit = o.capacity_unit and r.holds_until < now()
$$;
comment on function access.lapsed_capacity(uuid) is 'Room that acceptances took and that is free again by now, because terms lapsed or an agreement ended.';

alter function access.reserve_capacity owner to kith_access;
alter function access.lapsed_capacity owner to kith_access;
revoke execute on function access.reserve_capacity, access.offer_behind, access.lapsed_capacity from public;
grant execute on function access.reserve_capacity, access.lapsed_capacity to kith_app;
grant execute on function access.offer_behind to kith_access;
