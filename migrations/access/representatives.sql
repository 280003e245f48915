-- Who represents whom is read by the individual, those who share the plan, the representative and the authority. Capacity
-- records are read by the individual, whoever decides for them, and the authority; court orders by the authority alone.

alter table representation enable row level security;
alter table representation force row level security;
create policy representation_read on representation for select to kith_app
  using (individual_id = any ((select access.ids('kith.plans'))::uuid[])
    or person_id = any ((select access.ids('kith.person'))::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
create policy representation_record on representation for insert to kith_app
  with check (authority_id = any ((select access.acts_in('BROKER', 'APPROVER'))::uuid[]) and ended_at is null
    and recorded_by = any ((select access.ids('kith.person'))::uuid[])
    and (evidence_seen_by is null or evidence_seen_by = recorded_by)
    and person_id <> recorded_by);
create policy representation_end on representation for update to kith_app
  using (authority_id = any ((select access.acts_in('BROKER', 'APPROVER'))::uuid[])
    or kind = 'INFORMAL' and individual_id = any ((select access.ids('kith.person'))::uuid[]))
  with check (ended_by = any ((select access.ids('kith.person'))::uuid[]));
create policy representation_enter on representation for select to kith_access using (true);
revoke insert, update on representation from kith_app;
grant select, insert, update (ended_at, ended_by, ended_reason) on representation to kith_app;
grant select on representation to kith_access;

alter table capacity_record enable row level security;
alter table capacity_record force row level security;
create policy capacity_record_read on capacity_record for select to kith_app
  using (individual_id = any ((select access.binds())::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
create policy capacity_record_write on capacity_record for insert to kith_app
  with check (authority_id = any ((select access.acts_in('BROKER', 'APPROVER'))::uuid[])
    and recorded_by = any ((select access.ids('kith.person'))::uuid[]));
create policy capacity_record_enter on capacity_record for select to kith_access using (true);
grant select, insert on capacity_record to kith_app;
grant select on capacity_record to kith_access;

alter table best_interests_record enable row level security;
alter table best_interests_record force row level security;
create policy best_interests_record_read on best_interests_record for select to kith_app
  using (individual_id = any ((select access.binds())::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
create policy best_interests_record_write on best_interests_record for insert to kith_app
  with check (authority_id = any ((select access.acts_in('BROKER', 'APPROVER'))::uuid[])
    and recorded_by = any ((select access.ids('kith.person'))::uuid[]));
grant select, insert on best_interests_record to kith_app;

alter table court_order enable row level security;
alter table court_order force row level security;
-- Staff to whom an order is addressed do not read of it either.
create policy court_order_read on court_order for select to kith_app
  using (authority_id = any ((select access.ids('kith.authorities'))::uuid[])
    and person_id <> all ((select access.ids('kith.person'))::uuid[]));
create policy court_order_record on court_order for insert to kith_app
  with check (authority_id = any ((select access.acts_in('BROKER', 'APPROVER'))::uuid[])
    and recorded_by = any ((select access.ids('kith.person'))::uuid[]) and lifted_at is null);
create policy court_order_lift on court_order for update to kith_app
  using (authority_id = any ((select access.acts_in('BROKER', 'APPROVER'))::uuid[]))
  with check (lifted_by = any ((select access.ids('kith.person'))::uuid[]));
create policy court_order_enter on court_order for select to kith_access using (true);
revoke insert, update on court_order from kith_app;
grant select, insert, update (lifted_at, lifted_by, lifted_reason) on court_order to kith_app;
grant select on court_order to kith_access;

-- A broker writes down when somebody was born, and nothing else of them.
drop policy if exists individual_born on individual;
create policy individual_born on individual for update to kith_app
  using (authority_id = any ((select access.acts_in('BROKER', 'APPROVER'))::uuid[]))
  with check (authority_id = any ((select access.acts_in('BROKER', 'APPROVER'))::uuid[]));
grant update (born_on) on individual to kith_app;

-- What a decision of the viewer stands on: told to whoever may decide or was given to, about themselves alone, since they need
-- not see the records that it comes from.
create or replace function access.grounds(subject_id uuid, outcome_id uuid, decision_kind text) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'bornOn', i.born_on,
    'isSelf', i.id = any (access.ids('kith.person')),
    'hasMandate', i.id in (select access.close_to(array['COMMIT'])),
    'hasParent', exists (select from representation r
      where r.individual_id = i.id and r.kind = 'PARENTAL_RESPONSIBILITY' and r.evidence_seen_on is not null
        and r.ended_at is null and current_date between r.starts_on and coalesce(r.ends_on, 'infinity')
        and not exists (select from court_order o
          where o.individual_id = i.id and o.person_id = r.person_id and o.lifted_at is null)),
    'finding', (select k.finding from capacity_record k
      where k.individual_id = i.id and k.about_id = grounds.outcome_id and k.decision_kind = grounds.decision_kind
      order by k.assessed_on desc, k.recorded_at desc limit 1),
    'held', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'hasPermission', r.has_permission,
        'isEvidenceSeen', r.evidence_seen_on is not null) order by r.recorded_at)
      from representation r
      where r.individual_id = i.id and r.person_id = any (access.ids('kith.person')) and r.ended_at is null
        and current_date between r.starts_on and coalesce(r.ends_on, 'infinity')
        and i.id in (select access.close_to(array['VIEW', 'SUGGEST', 'COMMIT']))), '[]'))
  from individual i where i.id = grounds.subject_id
$$;
comment on function access.grounds(uuid, uuid, text) is 'On what the viewer could decide for an individual in one matter: mandate, authorities held, age, and what was last found about capacity.';

create or replace function access.employers(advocate_id uuid, subject_id uuid, named_id uuid) returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct o.name order by o.name), '{}')
  from membership m join organisation o on o.id = m.organisation_id
  where m.person_id = employers.advocate_id and m.ended_at is null
    and current_date between m.starts_on and coalesce(m.ends_on, 'infinity')
    and (m.organisation_id = employers.named_id or exists (select from agreement a
      where a.individual_id = employers.subject_id and a.provider_id = m.organisation_id
        and a.state not in ('DECLINED', 'WITHDRAWN')))
$$;
comment on function access.employers(uuid, uuid, uuid) is 'Providers that the individual buys from, or that are named, and for which the advocate works.';

alter function access.grounds owner to kith_access;
alter function access.employers owner to kith_access;
revoke execute on function access.grounds, access.employers from public;
grant execute on function access.grounds, access.employers to kith_app;
