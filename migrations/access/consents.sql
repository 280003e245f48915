-- Consents: seen by the individual, whoever may bind them, and the authority. What they open is worked out here, for everybody.

create or replace function access.known_after_end() returns interval language sql immutable as $$ select interval '12 months' $$;
comment on function access.known_after_end() is
  'How long a provider still knows whom it supported: as long as a complaint may be made (SI 2009/309, regulation 12).';

create or replace function access.agreed_until(agreement_id uuid) returns date
language sql stable security definer set search_path = public, pg_temp as $$
  select case when a.state in ('AGREED', 'SIGNED') then coalesce(a.ends_on, 'infinity') when a.state in ('DECLINED', 'WITHDRAWN') then '-infinity' end
  from agreement a where a.id = agreed_until.agreement_id
$$;
comment on function access.agreed_until(uuid) is 'Last day of what is agreed; infinity when it runs on, -infinity when it came to nothing, null while it is not agreed.';

do $$ begin
  if to_regtype('access.allowances') is null then
    create type access.allowances as (identities uuid[], homes uuid[], voices uuid[], words uuid[], plans uuid[], budgets uuid[], agreements uuid[]);
  end if;
end $$;
comment on type access.allowances is 'Individuals who let somebody know each kind of thing.';

create or replace function access.openings(viewer_id uuid, organisations uuid[]) returns table (individual_id uuid, classes text[])
language sql stable security definer set search_path = public, pg_temp as $$
  select c.individual_id, c.classes from consent c left join agreement a on a.authority_id = c.authority_id and a.id = c.agreement_id
  where (c.recipient_person_id = viewer_id or c.recipient_organisation_id = any (organisations)) and c.withdrawn_at is null
    and current_date between c.starts_on and coalesce(c.ends_on, 'infinity')
    and (c.agreement_id is null or a.state in ('AGREED', 'SIGNED')
      and current_date <= coalesce(a.ends_on + access.known_after_end(), 'infinity'))
  union all
  select c.individual_id, c.classes from agreement a join consent c on c.individual_id = a.individual_id and c.recipient_kind = 'PROVIDERS_ASKED'
  where a.provider_id = any (organisations) and a.state in ('PROPOSED', 'COUNTERED', 'AGREED', 'SIGNED')
    and current_date <= coalesce(a.ends_on, 'infinity')
    and c.withdrawn_at is null and current_date between c.starts_on and coalesce(c.ends_on, 'infinity')
$$;
comment on function access.openings(uuid, uuid[]) is 'What that person may know of individuals beside their circles, today: by consent.';

create or replace function access.allowed(viewer_id uuid, viewer jsonb) returns access.allowances language sql stable as $$
  select row(
    coalesce(array_agg(distinct o.individual_id) filter (where 'IDENTITY' = any (o.classes)), '{}'),
    coalesce(array_agg(distinct o.individual_id) filter (where 'CONTACT' = any (o.classes)), '{}'),
    coalesce(array_agg(distinct o.individual_id) filter (where 'COMMUNICATION' = any (o.classes)), '{}'),
    coalesce(array_agg(distinct o.individual_id) filter (where 'ABOUT_ME' = any (o.classes)), '{}'),
    coalesce(array_agg(distinct o.individual_id) filter (where 'PLAN' = any (o.classes)), '{}'),
    coalesce(array_agg(distinct o.individual_id) filter (where 'MONEY' = any (o.classes)), '{}'),
    coalesce(array_agg(distinct o.individual_id) filter (where 'AGREEMENTS' = any (o.classes)), '{}'))::access.allowances
  from access.openings(viewer_id, array(
    select distinct (m ->> 'organisationId')::uuid from jsonb_array_elements(viewer -> 'memberships') m where m ->> 'role' <> 'EDITOR')) o
$$;
comment on function access.allowed(uuid, jsonb) is 'The same by kind of data. Who only keeps the directory right is told nothing of people.';

create or replace function access.tell_of_consent() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_notify('kith_access', 'rights ' || known.person_id)
  from (
    select new.recipient_person_id as person_id where new.recipient_person_id is not null
    union select m.person_id from membership m where m.organisation_id = new.recipient_organisation_id
    union select m.person_id from membership m join agreement a on a.provider_id = m.organisation_id
      where new.recipient_kind = 'PROVIDERS_ASKED' and a.individual_id = new.individual_id) known;
  return null;
end $$;
comment on function access.tell_of_consent() is 'Rings the bell for all who may know more or less by a consent, so that open pages and sockets hear of it when it commits.';
drop trigger if exists consent_changed on consent;
-- What accepting terms allows takes nothing away, and the step of the agreement is told to all whom it concerns.
create trigger consent_changed after insert or update on consent for each row
  when (new.how <> 'BY_ACCEPTING' or new.withdrawn_at is not null) execute function access.tell_of_consent();

drop function if exists access.disclosed(uuid[]);
alter function access.agreed_until owner to kith_access;
alter function access.openings owner to kith_access;
alter function access.allowed owner to kith_access;
alter function access.tell_of_consent owner to kith_access;
revoke execute on function access.known_after_end, access.agreed_until, access.openings, access.allowed, access.tell_of_consent from public;
grant execute on function access.known_after_end to kith_app, kith_access;
grant execute on function access.agreed_until to kith_app;

alter table consent enable row level security;
alter table consent force row level security;
create policy consent_read on consent for select to kith_app
  using (individual_id = any ((select access.ids('kith.person'))::uuid[])
    or individual_id = any ((select access.binds())::uuid[])
    or authority_id = any ((select access.ids('kith.authorities'))::uuid[]));
create policy consent_give on consent for insert to kith_app
  with check (recorded_by = any ((select access.ids('kith.person'))::uuid[]) and withdrawn_at is null
    and (individual_id = any ((select access.binds())::uuid[])
      or how not in ('HERE', 'BY_ACCEPTING') and authority_id = any ((select access.acts_in('BROKER'))::uuid[])));
create policy consent_withdraw on consent for update to kith_app
  using (individual_id = any ((select access.binds())::uuid[]) or authority_id = any ((select access.acts_in('BROKER'))::uuid[]))
  with check (withdrawn_at is not null and withdrawn_by = any ((select access.ids('kith.person'))::uuid[]));
create policy consent_enter on consent for select to kith_access using (true);
revoke insert, update on consent from kith_app;
grant select, insert, update (withdrawn_at, withdrawn_by) on consent to kith_app;
grant select on consent to kith_access;
