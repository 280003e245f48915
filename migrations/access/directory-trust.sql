-- Registrations are public; imports keep those of their feeds, and an editor of the directory records others and changes none.
alter table registration enable row level security;
alter table registration force row level security;
grant select, insert on registration to kith_app;
grant select, insert, update, delete on registration to kith_system;
create policy everybody_reads on registration for select to kith_app using (true);
create policy editor_records on registration for insert to kith_app
  with check (feed_id is null and recorded_by = any ((select access.ids('kith.person'))::uuid[])
    and cardinality((select access.ids('kith.desks'))::uuid[]) > 0);
create policy system_keeps on registration for all to kith_system using (true) with check (true);

-- The last check of an entry is kept with the entry, whoever may write it down.
create or replace function access.note_assurances() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update service s set assured_on = latest.assured_on, assured_by = latest.origin, assured_by_id = latest.acting_id
  from (
    select distinct on (a.service_id) a.service_id, a.assured_on, a.origin, a.acting_id from added a
    where a.result = 'STILL_CORRECT' and a.origin <> 'PUBLISHER' order by a.service_id, a.assured_on desc, a.id desc
  ) latest
  where s.id = latest.service_id and (s.assured_on is null or s.assured_on <= latest.assured_on);
  return null;
end $$;
comment on function access.note_assurances() is 'Keeps on the service when and how its entry was last found correct; what a publisher says is written by the import itself.';
alter function access.note_assurances owner to kith_access;
revoke execute on function access.note_assurances from public;
drop trigger if exists assurance_added on assurance;
create trigger assurance_added after insert on assurance referencing new table as added
  for each statement execute function access.note_assurances();
grant select, update (assured_on, assured_by, assured_by_id) on service to kith_access;
create policy assurance_marks on service for all to kith_access using (true) with check (true);

-- What was said of an entry: editors of the directory see all of it; who runs the entry sees all but the editors' calls.
alter table assurance enable row level security;
alter table assurance force row level security;
create policy editor_reads on assurance for select to kith_app
  using (cardinality((select access.ids('kith.desks'))::uuid[]) > 0);
create policy organisation_reads on assurance for select to kith_app
  using (organisation_id = any ((select access.ids('kith.organisations'))::uuid[]) and origin <> 'CALL');
create policy contact_reads on assurance for select to kith_app
  using (letter_id = any ((select access.ids('kith.letters'))::uuid[]));
create policy organisation_assures on assurance for insert to kith_app
  with check (origin = 'ORGANISATION' and person_id = any ((select access.ids('kith.person'))::uuid[])
    and acting_id = organisation_id and organisation_id = any ((select access.acts_in('MANAGER', 'MEMBER'))::uuid[]));
create policy editor_assures on assurance for insert to kith_app
  with check (origin in ('EDITOR', 'CALL') and person_id = any ((select access.ids('kith.person'))::uuid[])
    and acting_id = any ((select access.ids('kith.desks'))::uuid[]));
create policy contact_assures on assurance for insert to kith_app
  with check (origin = 'CONTACT' and letter_id = any ((select access.ids('kith.letters'))::uuid[]));
create policy system_keeps on assurance for all to kith_system using (true) with check (true);
grant select, insert on assurance to kith_app;
grant select, insert, update, delete on assurance to kith_system;

-- An authority's policy is public; its own editors set it.
alter table freshness_policy enable row level security;
alter table freshness_policy force row level security;
create policy everybody_reads on freshness_policy for select to kith_app using (true);
create policy editor_sets on freshness_policy for insert to kith_app
  with check (authority_id = any ((select access.ids('kith.desks'))::uuid[])
    and set_by = any ((select access.ids('kith.person'))::uuid[]));
create policy editor_sets_again on freshness_policy for update to kith_app
  using (authority_id = any ((select access.ids('kith.desks'))::uuid[]))
  with check (set_by = any ((select access.ids('kith.person'))::uuid[]));
create policy system_reads on freshness_policy for select to kith_system using (true);
grant select, insert, update (fresh_months, stale_months, hidden_months, set_by, set_at) on freshness_policy to kith_app;
grant select on freshness_policy to kith_system;

-- Letters are the editors' and the worker's; whoever holds a letter's link sees that letter and answers it once.
alter table letter enable row level security;
alter table letter force row level security;
create policy editor_reads on letter for select to kith_app
  using (cardinality((select access.ids('kith.desks'))::uuid[]) > 0);
create policy holder_reads on letter for select to kith_app using (id = any ((select access.ids('kith.letters'))::uuid[]));
create policy holder_answers on letter for update to kith_app
  using (id = any ((select access.ids('kith.letters'))::uuid[])) with check (answered_at is not null);
create policy editor_asks on letter for insert to kith_app
  with check (kind = 'ASKED' and state = 'WAITING' and answered_at is null
    and cardinality((select access.ids('kith.desks'))::uuid[]) > 0);
create policy system_keeps on letter for all to kith_system using (true) with check (true);
grant select, insert, update (answered_at) on letter to kith_app;
grant select, insert, update, delete on letter to kith_system;
grant select on letter to kith_access;
create policy letter_opens on letter for select to kith_access using (true);

create or replace function access.open_letter(opened_id uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('kith.letters', coalesce((
    select array_agg(sibling.id) from letter opened
    join letter sibling on sibling.service_id = opened.service_id and sibling.period_on = opened.period_on
    where opened.id = opened_id), '{}')::text, true);
end $$;
comment on function access.open_letter(uuid) is 'Lets this transaction see a letter whose link was followed, and the others of its period. The link''s signature is checked before this is called.';
alter function access.open_letter owner to kith_access;
revoke execute on function access.open_letter from public;
grant execute on function access.open_letter to kith_app;
