-- People: who the viewer is, whose affairs the viewer may see, and the policies on people's own rows.

-- What kinds cover is written in the representatives' rules; here is only which of them bind at all, and for whom.
create or replace function access.held(holder_id uuid) returns table (individual_id uuid, is_care boolean, is_money boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.individual_id,
    bool_or(case r.kind
      when 'PARENTAL_RESPONSIBILITY' then i.born_on > current_date - interval '18 years'
      when 'LPA_HEALTH' then lacks.any_decision when 'DEPUTY_HEALTH' then lacks.any_decision else false end),
    bool_or(r.kind in ('LPA_FINANCE', 'DEPUTY_FINANCE') and (r.kind <> 'LPA_FINANCE' or r.has_permission or lacks.any_decision))
  from representation r
  join individual i on i.authority_id = r.authority_id and i.id = r.individual_id
  cross join lateral (select exists (select from capacity_record k
    where k.individual_id = r.individual_id and k.finding = 'LACKS_CAPACITY') as any_decision) lacks
  where r.person_id = holder_id and r.evidence_seen_on is not null and r.ended_at is null
    and current_date between r.starts_on and coalesce(r.ends_on, 'infinity')
  group by r.individual_id
$$;
comment on function access.held(uuid) is 'Individuals for whom that person may decide about care, or sign for money, by an authority in force whose evidence was seen.';

-- Below 16 a child decides alone, or lets others, only what they were found able to decide (rule R63).
create or replace function access.decides_alone(i individual) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select i.born_on is null or i.born_on <= current_date - interval '16 years'
    or exists (select from capacity_record k where k.individual_id = i.id and k.finding = 'COMPETENT_UNDER_16')
$$;
comment on function access.decides_alone(individual) is 'Whether this individual may decide without a parent: from 16, or found able to decide something before.';

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
          'maySee', jsonb_build_array('APPOINTMENTS', 'PLAN', 'BUDGET', 'AGREEMENTS'),
          'mayDo', case when access.decides_alone(i) then 'COMMIT' else 'SUGGEST' end) as circle
        from individual i where i.id = p.id
        union all
        select 1, c.individual_id, jsonb_build_object('individualId', c.individual_id, 'relation', c.relation,
          'maySee', to_jsonb(c.may_see),
          'mayDo', case when held.is_care then 'COMMIT' when c.may_do = 'COMMIT' and not access.decides_alone(i) then 'SUGGEST' else c.may_do end,
          'bindsMoney', coalesce(held.is_money, false))
        from circle_member c join individual i on i.authority_id = c.authority_id and i.id = c.individual_id
          left join access.held(p.id) held on held.individual_id = c.individual_id
        where c.person_id = p.id and current_date between c.starts_on and coalesce(c.ends_on, 'infinity') and c.ended_at is null
          and not exists (select from court_order o
            where o.individual_id = c.individual_id and o.person_id = c.person_id and o.lifted_at is null)) c), '[]'))
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

-- What a court order keeps from somebody, they neither bind nor suggest for, whatever else they are.
create or replace function access.close_to(levels text[]) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select c.individual_id from circle_member c
  where c.person_id = any (access.ids('kith.person')) and c.may_do = any (levels)
    and current_date between c.starts_on and coalesce(c.ends_on, 'infinity') and c.ended_at is null
    and not exists (select from court_order o
      where o.individual_id = c.individual_id and o.person_id = c.person_id and o.lifted_at is null)
$$;
comment on function access.close_to(text[]) is 'Individuals in whose circle the viewer stands today, with one of these levels.';

create or replace function access.binds() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array(
    select i.id from individual i
    where access.decides_alone(i) and i.id in (select unnest(access.ids('kith.person')) union all select access.close_to(array['COMMIT']))
    union select held.individual_id from unnest(access.ids('kith.person')) me cross join access.held(me) held
      where held.is_care and held.individual_id in (select access.close_to(array['VIEW', 'SUGGEST', 'COMMIT'])))
$$;
comment on function access.binds() is 'Individuals whom the viewer may bind: themselves, whoever gave them that, and whom an authority in force lets them decide for. Worked out when a write asks, so that reads do not pay.';

create or replace function access.contracts() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array(
    select unnest(access.binds())
    union select held.individual_id from unnest(access.ids('kith.person')) me cross join access.held(me) held
      where held.is_money and held.individual_id in (select access.close_to(array['VIEW', 'SUGGEST', 'COMMIT'])))
$$;
comment on function access.contracts() is 'Individuals for whom the viewer may accept and sign: those they bind, and those whose money they may promise.';

create or replace function access.suggests() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array(
    select unnest(access.ids('kith.person'))
    union select unnest(access.binds())
    union select access.close_to(array['SUGGEST', 'COMMIT']))
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
alter function access.held owner to kith_access;
alter function access.decides_alone owner to kith_access;
alter function access.close_to owner to kith_access;
alter function access.contracts owner to kith_access;
alter function access.binds owner to kith_access;
alter function access.suggests owner to kith_access;
alter function access.acts_in owner to kith_access;
alter function access.enter owner to kith_access;
alter function access.shared owner to kith_access;
alter function access.people owner to kith_access;
revoke execute on function access.viewer, access.enter, access.shared, access.people,
  access.binds, access.suggests, access.acts_in, access.held, access.decides_alone, access.close_to, access.contracts from public;
grant execute on function access.enter to kith_app, kith_system;
grant execute on function access.binds, access.contracts, access.suggests, access.acts_in to kith_app;

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
