-- Who looked is read by the individual, and by whoever shares everything with them and may bind them; by nobody else, the
-- lookers included. It is written by one function alone, and changed or removed by nobody.

create or replace function access.record_readers() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array(
    select unnest(access.ids('kith.person'))
    union
    select c.individual_id from circle_member c
    where c.person_id = any (access.ids('kith.person')) and c.may_do = 'COMMIT'
      and c.may_see @> array['APPOINTMENTS', 'PLAN', 'BUDGET', 'AGREEMENTS']
      and current_date between c.starts_on and coalesce(c.ends_on, 'infinity') and c.ended_at is null)
$$;
comment on function access.record_readers() is
  'Individuals whose whole record the viewer may read as they do: themselves, and whoever shares all with them and lets them bind.';

create or replace function access.record_looks(looks jsonb) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  insert into look as l (authority_id, id, individual_id, viewer_id, viewer_name, part, acted_as, role, organisation_id,
                         purpose, period, first_at, last_at, times)
  select i.authority_id, gen_random_uuid(), i.id, p.id, p.name, n.part,
         case when c.relation is not null then 'CIRCLE' when a.role is not null then 'AUTHORITY'
              when o.organisation_id is not null then 'PROVIDER' else 'NOT_KNOWN' end,
         coalesce(c.relation, a.role, o.role),
         case when c.relation is null then coalesce(a.organisation_id, o.organisation_id) end,
         n.purpose, n.period, n.first_at, n.last_at, n.times
  from (select each.viewer_id, each.individual_id, each.part, each.purpose,
               date_bin('15 minutes', each.first_at, 'epoch') as period,
               min(each.first_at) as first_at, max(each.last_at) as last_at, sum(each.times)::integer as times
        from jsonb_to_recordset(looks) as each (viewer_id uuid, individual_id uuid, part text, purpose text,
                                                first_at timestamptz, last_at timestamptz, times integer)
        group by 1, 2, 3, 4, 5) n
    join individual i on i.id = n.individual_id
    join person p on p.id = n.viewer_id
    left join lateral (select m.relation from circle_member m where m.individual_id = i.id and m.person_id = p.id
      and m.starts_on <= current_date order by m.ended_at desc nulls first, m.starts_on desc limit 1) c on true
    left join lateral (select m.role, m.organisation_id from membership m
      where m.person_id = p.id and m.organisation_id = i.authority_id order by m.starts_on desc, m.role limit 1) a on true
    left join lateral (select m.role, m.organisation_id from membership m
      where m.person_id = p.id
      order by exists (select from agreement g where g.individual_id = i.id and g.provider_id = m.organisation_id) desc,
        m.starts_on desc, m.role limit 1) o on true
  -- One order for everybody, so that two processes never wait for each other.
  order by i.id, p.id, n.part, n.purpose, n.period
  on conflict on constraint look_once_key do update
    set times = l.times + excluded.times, last_at = greatest(l.last_at, excluded.last_at),
        first_at = least(l.first_at, excluded.first_at)
$$;
comment on function access.record_looks(jsonb) is 'Writes down who looked, with whom they did it for as it stands now.';

alter function access.record_readers owner to kith_access;
alter function access.record_looks owner to kith_access;
revoke execute on function access.record_readers, access.record_looks from public;
grant execute on function access.record_readers, access.record_looks to kith_app;

alter table look enable row level security;
alter table look force row level security;
grant select on look to kith_app;
grant select, insert, update (times, first_at, last_at) on look to kith_access;
create policy look_read on look for select to kith_app
  using (individual_id = any ((select access.record_readers())::uuid[]));
create policy look_write on look for all to kith_access using (true) with check (true);

-- A correction is asked for by who reads the record as the individual does, and answered by the authority, once.
alter table correction enable row level security;
alter table correction force row level security;
revoke insert, update on correction from kith_app;
grant select, insert on correction to kith_app;
grant update (state, answer, answered_by, answered_at, disagreement, disagreed_by, disagreed_at) on correction to kith_app;
create policy correction_read on correction for select to kith_app
  using (individual_id = any ((select access.record_readers())::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
create policy correction_ask on correction for insert to kith_app
  with check (state = 'OPEN' and individual_id = any ((select access.record_readers())::uuid[])
    and asked_by = any ((select access.ids('kith.person'))::uuid[]));
create policy correction_answer on correction for update to kith_app
  using (state = 'OPEN' and authority_id = any ((select access.acts_in('BROKER', 'MANAGER'))::uuid[]))
  with check (state <> 'OPEN' and disagreement is null and answered_by = any ((select access.ids('kith.person'))::uuid[]));
create policy correction_disagree on correction for update to kith_app
  using (state = 'NOT_CORRECTED' and disagreement is null and individual_id = any ((select access.record_readers())::uuid[]))
  with check (state = 'NOT_CORRECTED' and disagreed_by = any ((select access.ids('kith.person'))::uuid[]));
