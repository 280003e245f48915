-- Suggestions come from anybody and are seen by editors of the directory and by those whom they are about, who cannot take
-- them away; who made one is for editors alone. A claim is seen by the claimant and by editors.

create or replace function access.suggestions_lately(caller_mark text, since timestamptz) returns bigint
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  people uuid[] := access.ids('kith.person');
begin
  -- One at a time for each, so that many at once are counted too.
  perform pg_advisory_xact_lock(hashtextextended('suggestion ' || coalesce(people[1]::text, caller_mark, ''), 0));
  return (select count(*) from suggestion_source s
          where s.made_at > since and (s.person_id = any (people) or (people = '{}' and s.caller = caller_mark)));
end $$;
comment on function access.suggestions_lately(text, timestamptz) is
  'How many suggestions the viewer has made since then; for a visitor, how many came from the same address.';

create or replace function access.is_kept(asked uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from membership m where m.organisation_id = asked and m.role in ('MANAGER', 'MEMBER')
    and current_date between m.starts_on and coalesce(m.ends_on, 'infinity') and m.ended_at is null)
$$;
comment on function access.is_kept(uuid) is 'Whether somebody keeps the entries of an organisation; tells nobody who.';

alter function access.suggestions_lately owner to kith_access;
alter function access.is_kept owner to kith_access;
revoke execute on function access.suggestions_lately, access.is_kept from public;
grant execute on function access.suggestions_lately, access.is_kept to kith_app;

alter table suggestion enable row level security;
alter table suggestion force row level security;
grant select, insert on suggestion to kith_app;
grant update (state, accepted_fields, reason, decided_by, decided_at, organisation_id, service_id) on suggestion to kith_app;
create policy suggestion_read on suggestion for select to kith_app
  using (organisation_id = any ((select access.ids('kith.organisations'))::uuid[])
    or cardinality((select access.ids('kith.desks'))::uuid[]) > 0);
create policy suggestion_make on suggestion for insert to kith_app with check (state = 'OPEN');
create policy suggestion_decide on suggestion for update to kith_app
  using (cardinality((select access.ids('kith.desks'))::uuid[]) > 0)
  with check (cardinality((select access.ids('kith.desks'))::uuid[]) > 0);

alter table suggestion_source enable row level security;
alter table suggestion_source force row level security;
grant select, insert, update (caller) on suggestion_source to kith_app;
grant select on suggestion_source to kith_access;
create policy suggestion_source_read on suggestion_source for select to kith_app
  using (cardinality((select access.ids('kith.desks'))::uuid[]) > 0);
create policy suggestion_source_make on suggestion_source for insert to kith_app
  with check (person_id is null or person_id = any ((select access.ids('kith.person'))::uuid[]));
create policy suggestion_source_forget on suggestion_source for update to kith_app
  using (cardinality((select access.ids('kith.desks'))::uuid[]) > 0) with check (caller is null);
create policy suggestion_source_count on suggestion_source for select to kith_access using (true);

alter table claim enable row level security;
alter table claim force row level security;
grant select, insert on claim to kith_app;
grant update (state, reason, decided_by, decided_at) on claim to kith_app;
create policy claim_read on claim for select to kith_app
  using (person_id = any ((select access.ids('kith.person'))::uuid[])
    or cardinality((select access.ids('kith.desks'))::uuid[]) > 0);
create policy claim_make on claim for insert to kith_app
  with check (state = 'OPEN' and person_id = any ((select access.ids('kith.person'))::uuid[]));
create policy claim_decide on claim for update to kith_app
  using (cardinality((select access.ids('kith.desks'))::uuid[]) > 0)
  with check (cardinality((select access.ids('kith.desks'))::uuid[]) > 0
    and decided_by = any ((select access.ids('kith.person'))::uuid[]));

-- An editor makes a manager of whoever's claim was verified, and of nobody else.
grant insert on membership to kith_app;
create policy membership_claimed on membership for insert to kith_app
  with check (role = 'MANAGER' and cardinality((select access.ids('kith.desks'))::uuid[]) > 0
    and (organisation_id, person_id) in (select c.organisation_id, c.person_id from claim c where c.state = 'VERIFIED'));

-- An editor lists an organisation that nobody has listed, never an authority.
grant insert on organisation to kith_app;
create policy organisation_list on organisation for insert to kith_app
  with check (kind <> 'AUTHORITY' and feed_id is null and external_id is null
    and cardinality((select access.ids('kith.desks'))::uuid[]) > 0);
