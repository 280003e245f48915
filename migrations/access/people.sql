-- People: who the viewer is, whose affairs the viewer may see, and the policies on people's own rows.

create or replace function access.viewer(viewer_id uuid) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'personId', p.id,
    'name', p.name,
    'memberships', coalesce((
      select jsonb_agg(jsonb_build_object('organisationId', o.id, 'organisationName', o.name, 'kind', o.kind, 'role', m.role)
                       order by o.name, m.role)
      from membership m join organisation o on o.id = m.organisation_id
      where m.person_id = p.id and current_date between m.starts_on and coalesce(m.ends_on, 'infinity') and m.ended_at is null), '[]'),
    'circles', coalesce((
      select jsonb_agg(c.circle order by c.rank, c.individual_id)
      from (
        select 0 as rank, i.id as individual_id, jsonb_build_object('individualId', i.id, 'relation', 'SELF',
          'maySee', jsonb_build_array('APPOINTMENTS', 'PLAN', 'BUDGET', 'AGREEMENTS'), 'mayDo', 'COMMIT') as circle
        from individual i where i.id = p.id
        union all
        select 1, c.individual_id, jsonb_build_object('individualId', c.individual_id, 'relation', c.relation,
          'maySee', to_jsonb(c.may_see), 'mayDo', c.may_do)
        from circle_member c
        where c.person_id = p.id and current_date between c.starts_on and coalesce(c.ends_on, 'infinity') and c.ended_at is null) c), '[]'))
  from person p where p.id = viewer_id
$$;
comment on function access.viewer(uuid) is 'Who that person is today: memberships and circles. Null when there is no such person.';

create or replace function access.enter(viewer_id uuid) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  viewer jsonb := access.viewer(viewer_id);
  organisations uuid[];
  authorities uuid[];
  allowed access.allowances;
  desks uuid[];
begin
  if viewer is null then
    perform set_config(name, '', true)
      from unnest(array['kith.person', 'kith.people', 'kith.plans', 'kith.budgets', 'kith.agreements', 'kith.homes', 'kith.words',
                        'kith.voices', 'kith.disclosed', 'kith.authorities', 'kith.organisations', 'kith.desks']) as name;
    return null;
  end if;

  -- Who only keeps the directory right has no business in people's affairs: that is no role of those who commission.
  select coalesce(array_agg(distinct (m ->> 'organisationId')::uuid), '{}'),
         coalesce(array_agg(distinct (m ->> 'organisationId')::uuid)
           filter (where m ->> 'kind' = 'AUTHORITY' and m ->> 'role' <> 'EDITOR'), '{}'),
         coalesce(array_agg(distinct (m ->> 'organisationId')::uuid)
           filter (where m ->> 'kind' = 'AUTHORITY' and m ->> 'role' = 'EDITOR'), '{}')
    into organisations, authorities, desks
    from jsonb_array_elements(viewer -> 'memberships') m;

  allowed := access.allowed(viewer_id, viewer);
  perform
    set_config('kith.person', array[viewer_id]::text, true),
    set_config('kith.plans', (access.shared(viewer, 'PLAN') || allowed.plans)::text, true),
    set_config('kith.budgets', (access.shared(viewer, 'BUDGET') || allowed.budgets)::text, true),
    set_config('kith.agreements', (access.shared(viewer, 'AGREEMENTS') || allowed.agreements)::text, true),
    set_config('kith.homes', (access.shared(viewer, 'PLAN') || allowed.homes)::text, true),
    set_config('kith.words', allowed.words::text, true),
    set_config('kith.voices', allowed.voices::text, true),
    set_config('kith.authorities', authorities::text, true),
    set_config('kith.organisations', organisations::text, true),
    set_config('kith.desks', desks::text, true),
    set_config('kith.disclosed', allowed.identities::text, true),
    set_config('kith.people', access.people(viewer_id, viewer)::text, true);
  return viewer;
end $$;
comment on function access.enter(uuid) is 'Opens a transaction as that person: sets the lists that the policies read, and answers who they are. Null for nobody.';

create or replace function access.shared(viewer jsonb, part text) returns uuid[] language sql immutable as $$
  select coalesce(array_agg((c ->> 'individualId')::uuid), '{}')
  from jsonb_array_elements(viewer -> 'circles') c where c -> 'maySee' ? part
$$;
comment on function access.shared(jsonb, text) is 'Individuals who share that part of their affairs with the viewer.';

create or replace function access.people(viewer_id uuid, viewer jsonb) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  with individuals as (select (c ->> 'individualId')::uuid as id from jsonb_array_elements(viewer -> 'circles') c)
  select coalesce(array_agg(distinct known.id), '{}') from (
    select viewer_id as id
    union all select id from individuals
    union all select c.person_id from circle_member c join individuals i on i.id = c.individual_id
      where current_date between c.starts_on and coalesce(c.ends_on, 'infinity') and c.ended_at is null
    union all select m.person_id from membership m join individual i on i.authority_id = m.organisation_id
      join individuals v on v.id = i.id
      where current_date between m.starts_on and coalesce(m.ends_on, 'infinity') and m.ended_at is null
    union all select m.person_id from membership m
      where m.organisation_id in (select (v ->> 'organisationId')::uuid from jsonb_array_elements(viewer -> 'memberships') v)
  ) known
$$;
comment on function access.people(uuid, jsonb) is 'People whose names the viewer may know: the circles they stand in, and colleagues. An authority''s own records are seen by authority.';

create or replace function access.binds() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array(
    select unnest(access.ids('kith.person'))
    union
    select c.individual_id from circle_member c
    where c.person_id = any (access.ids('kith.person')) and c.may_do = 'COMMIT'
      and current_date between c.starts_on and coalesce(c.ends_on, 'infinity') and c.ended_at is null)
$$;
comment on function access.binds() is 'Individuals whom the viewer may bind: themselves, and whoever gave them that. Worked out when a write asks, so that reads do not pay.';

create or replace function access.suggests() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array(
    select unnest(access.ids('kith.person'))
    union
    select c.individual_id from circle_member c
    where c.person_id = any (access.ids('kith.person')) and c.may_do in ('SUGGEST', 'COMMIT')
      and current_date between c.starts_on and coalesce(c.ends_on, 'infinity') and c.ended_at is null)
$$;
comment on function access.suggests() is 'Individuals for whom the viewer may put something forward, for writes as well.';

create or replace function access.acts_in(variadic roles text[]) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array(
    select m.organisation_id from membership m
    where m.person_id = any (access.ids('kith.person')) and m.role = any (roles)
      and current_date between m.starts_on and coalesce(m.ends_on, 'infinity') and m.ended_at is null)
$$;
comment on function access.acts_in(text[]) is 'Organisations in which the viewer has one of these roles today, for writes as well.';

alter function access.viewer owner to kith_access;
alter function access.binds owner to kith_access;
alter function access.suggests owner to kith_access;
alter function access.acts_in owner to kith_access;
alter function access.enter owner to kith_access;
alter function access.shared owner to kith_access;
alter function access.people owner to kith_access;
revoke execute on function access.viewer, access.enter, access.shared, access.people,
  access.binds, access.suggests, access.acts_in from public;
grant execute on function access.enter to kith_app, kith_system;
grant execute on function access.binds, access.suggests, access.acts_in to kith_app;

alter table person enable row level security;
alter table person force row level security;
drop policy if exists person_read on person;
create policy person_read on person for select to kith_app using (
  id = any ((select access.ids('kith.people'))::uuid[])
  or id = any ((select access.ids('kith.disclosed'))::uuid[])
  or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
drop policy if exists person_seed on person;
create policy person_seed on person for all to kith_system using (true) with check (true);
drop policy if exists person_enter on person;
create policy person_enter on person for select to kith_access using (true);
-- Nobody's request needs an e-mail address or who somebody is at the identity provider.
revoke select on person from kith_app;
grant select (id, name, preferred_name, authority_id) on person to kith_app;
grant select on person to kith_access;
grant select, insert, update on person to kith_system;

alter table individual enable row level security;
alter table individual force row level security;
drop policy if exists individual_read on individual;
create policy individual_read on individual for select to kith_app using (
  id = any ((select access.ids('kith.person'))::uuid[])
  or id = any ((select access.ids('kith.plans'))::uuid[])
  or id = any ((select access.ids('kith.budgets'))::uuid[])
  or id = any ((select access.ids('kith.agreements'))::uuid[])
  or id = any ((select access.ids('kith.disclosed'))::uuid[])
  or id = any ((select access.ids('kith.homes'))::uuid[])
  or id = any ((select access.ids('kith.words'))::uuid[])
  or id = any ((select access.ids('kith.voices'))::uuid[])
  or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
drop policy if exists individual_seed on individual;
create policy individual_seed on individual for all to kith_system using (true) with check (true);
drop policy if exists individual_enter on individual;
create policy individual_enter on individual for select to kith_access using (true);
grant select on individual to kith_app, kith_access;
grant select, insert, update on individual to kith_system;

alter table circle_member enable row level security;
alter table circle_member force row level security;
drop policy if exists circle_member_read on circle_member;
create policy circle_member_read on circle_member for select to kith_app using (
  individual_id = any ((select access.ids('kith.person'))::uuid[])
  or person_id = any ((select access.ids('kith.person'))::uuid[])
  or individual_id = any ((select access.ids('kith.plans'))::uuid[])
  or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
drop policy if exists circle_member_seed on circle_member;
create policy circle_member_seed on circle_member for all to kith_system using (true) with check (true);
drop policy if exists circle_member_enter on circle_member;
create policy circle_member_enter on circle_member for select to kith_access using (true);
-- The individual, and whoever may bind them, says what others may see and do; nobody widens their own. Anybody may leave.
create policy circle_member_set on circle_member for update to kith_app
  using (individual_id = any ((select access.binds())::uuid[])
    and person_id <> all ((select access.ids('kith.person'))::uuid[]))
  with check (individual_id = any ((select access.binds())::uuid[])
    and person_id <> all ((select access.ids('kith.person'))::uuid[]));
create policy circle_member_leave on circle_member for update to kith_app
  using (person_id = any ((select access.ids('kith.person'))::uuid[]))
  with check (person_id = any ((select access.ids('kith.person'))::uuid[]) and ended_at is not null);
grant update (kind, may_see, may_do, ends_on, ended_at, version, set_by_id) on circle_member to kith_app;
grant select on circle_member to kith_app, kith_access;
grant select, insert, update on circle_member to kith_system;
