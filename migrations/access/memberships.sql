-- A manager says who belongs to the organisation and as what, nobody gives themselves a say over money, and anybody may leave.
create policy membership_give on membership for insert to kith_app
  with check (organisation_id = any ((select access.acts_in('MANAGER'))::uuid[])
    and set_by_id = any ((select access.ids('kith.person'))::uuid[])
    and (role not in ('APPROVER', 'BUDGET_HOLDER') or person_id <> all ((select access.ids('kith.person'))::uuid[])));
create policy membership_set on membership for update to kith_app
  using (organisation_id = any ((select access.acts_in('MANAGER'))::uuid[])
    and (role <> 'APPROVER' or person_id <> all ((select access.ids('kith.person'))::uuid[])))
  with check (organisation_id = any ((select access.acts_in('MANAGER'))::uuid[]));
create policy membership_leave on membership for update to kith_app
  using (person_id = any ((select access.ids('kith.person'))::uuid[]))
  with check (person_id = any ((select access.ids('kith.person'))::uuid[]) and ended_at is not null);
grant insert on membership to kith_app;
grant update (ends_on, approval_limit_pence, ended_at, version, set_by_id) on membership to kith_app;

-- An invitation is seen by whoever may invite there, and through its link by whoever holds it.
create or replace function access.open_invitation(opened_id uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('kith.invitations', coalesce((
    select array_agg(i.id) from invitation i where i.link_id = opened_id), '{}')::text, true);
end $$;
comment on function access.open_invitation(uuid) is 'Lets this transaction see the invitation whose link was followed. The link''s signature is checked before this is called.';

create or replace function access.welcome_newcomer(opened_id uuid, newcomer text, newcomer_id uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into person (id, name, preferred_name, subject, authority_id)
    select newcomer_id, i.invitee_name, split_part(i.invitee_name, ' ', 1), newcomer,
      coalesce(i.authority_id, (select o.id from organisation o where o.id = i.organisation_id and o.kind = 'AUTHORITY'))
    from invitation i where i.link_id = opened_id and i.state = 'OPEN' and i.expires_at > now()
    on conflict (subject) do nothing;
  return found;
end $$;
comment on function access.welcome_newcomer(uuid, text, uuid) is 'Takes somebody in who proved who they are and holds the link of an open invitation, under the name they were invited by; false when it is not open.';

alter function access.open_invitation owner to kith_access;
alter function access.welcome_newcomer owner to kith_access;
revoke execute on function access.open_invitation, access.welcome_newcomer from public;
grant execute on function access.open_invitation, access.welcome_newcomer to kith_app;
create policy person_invited on person for insert to kith_access with check (authority_id is null or subject is not null);
grant insert (id, name, preferred_name, subject, authority_id) on person to kith_access;

alter table invitation enable row level security;
alter table invitation force row level security;
create policy invitation_read on invitation for select to kith_app using (
  organisation_id = any ((select access.acts_in('MANAGER'))::uuid[])
  or individual_id = any ((select access.binds())::uuid[])
  or invited_by_id = any ((select access.ids('kith.person'))::uuid[])
  or id = any ((select access.ids('kith.invitations'))::uuid[]));
create policy invitation_make on invitation for insert to kith_app with check (
  state = 'OPEN' and invited_by_id = any ((select access.ids('kith.person'))::uuid[])
  and (organisation_id = any ((select access.acts_in('MANAGER'))::uuid[])
    or individual_id = any ((select access.binds())::uuid[])));
create policy invitation_keep on invitation for update to kith_app
  using (state = 'OPEN' and (organisation_id = any ((select access.acts_in('MANAGER'))::uuid[])
    or individual_id = any ((select access.binds())::uuid[])))
  with check (state in ('OPEN', 'WITHDRAWN'));
create policy invitation_answer on invitation for update to kith_app
  using (state = 'OPEN' and id = any ((select access.ids('kith.invitations'))::uuid[]))
  with check (state = 'DECLINED' or (state = 'ACCEPTED' and accepted_by_id = any ((select access.ids('kith.person'))::uuid[])));
create policy invitation_enter on invitation for select to kith_access using (true);
create policy invitation_send on invitation for all to kith_system using (true) with check (true);
grant select, insert on invitation to kith_app;
grant update (link_id, invited_at, expires_at, state, decided_at, accepted_by_id, place_id, letter_state, letter_tries) on invitation to kith_app;
grant select on invitation to kith_access;
grant select, update on invitation to kith_system;

-- Whoever accepts an invitation gets the place that it names, and no other.
create policy membership_invited on membership for insert to kith_app
  with check ((id, organisation_id, person_id, role) in (
    select i.place_id, i.organisation_id, i.accepted_by_id, i.role from invitation i
    where i.accepted_by_id = any ((select access.ids('kith.person'))::uuid[])
      and i.id = any ((select access.ids('kith.invitations'))::uuid[])));
create policy circle_member_invited on circle_member for insert to kith_app
  with check ((id, individual_id, person_id, may_do) in (
    select i.place_id, i.individual_id, i.accepted_by_id, i.may_do from invitation i
    where i.accepted_by_id = any ((select access.ids('kith.person'))::uuid[]) and i.may_see @> circle_member.may_see
      and i.id = any ((select access.ids('kith.invitations'))::uuid[])));
grant insert on circle_member to kith_app;
