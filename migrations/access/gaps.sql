-- Gaps are read by members of an authority, and only those that five people or more have told of (rule R62). Whoever tells
-- writes through one function, which keeps no name.

do $$
declare
  name text;
begin
  foreach name in array array['gap', 'gap_voice', 'gap_teller', 'gap_secret'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy gap_tell on %I for all to kith_access using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kith_access', name);
  end loop;
end $$;

create policy gap_read on gap for select to kith_app
  using (people_at_least >= 5 and (cardinality((select access.ids('kith.authorities'))::uuid[]) > 0
    or cardinality((select access.ids('kith.desks'))::uuid[]) > 0));
grant select on gap to kith_app;

create or replace function access.tell_of_gap(
  new_id uuid, need text, domain text, area text, caller text, today date, most_a_day integer
) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_variable
declare
  person uuid := (access.ids('kith.person'))[1];
  secret bytea := (select s.secret from gap_secret s);
  who text := coalesce('person ' || person, 'caller ' || caller, 'nobody');
  gap_id uuid;
begin
  delete from gap_teller t where t.told_on < today;
  insert into gap_teller as t (told_on, teller, times)
    values (today, sha256(secret || convert_to(today || ' ' || who, 'UTF8')), 1)
    on conflict on constraint gap_teller_pk do update set times = t.times + 1 where t.times < most_a_day;
  if not found then
    return false;
  end if;

  insert into gap (id, need, domain, area) values (new_id, need, domain, area) on conflict on constraint gap_key do nothing;
  select g.id into strict gap_id from gap g
    where g.need = need and g.domain is not distinct from domain and g.area = area for update;
  insert into gap_voice (gap_id, voice) values (gap_id, sha256(secret || convert_to(gap_id || ' ' || who, 'UTF8')))
    on conflict on constraint gap_voice_pk do nothing;
  if found then
    update gap g set people_at_least = (select count(*) from gap_voice v where v.gap_id = gap_id) / 5 * 5 where g.id = gap_id;
  end if;
  return true;
end $$;
comment on function access.tell_of_gap(uuid, text, text, text, text, date, integer) is
  'Counts the viewer, or whoever calls with that mark, as one who needs this there; false when they told too often today.';

alter function access.tell_of_gap owner to kith_access;
revoke execute on function access.tell_of_gap from public;
grant execute on function access.tell_of_gap to kith_app;
