-- The viewer's lists: set once per transaction, compared with columns by every policy.

create or replace function access.ids(setting text) returns uuid[] language sql stable parallel safe as
$$ select coalesce(nullif(current_setting(setting, true), ''), '{}')::uuid[] $$;
comment on function access.ids(text) is 'One of the viewer''s lists; empty outside a transaction that has been entered.';
grant execute on function access.ids(text) to kith_app, kith_system, kith_access;

-- Events: written only through this function, so that no chain is ever broken or forked.
create or replace function access.record_event(
  stream text, type text, actor_id uuid, actor_name text, acted_as text,
  authority_id uuid, individual_id uuid, provider_id uuid, agreement_id uuid, data jsonb, at timestamptz
) returns table (cursor_xid text, cursor_id bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_variable
declare
  head event_stream%rowtype;
  entry bytea;
begin
  -- A request records what its own viewer did, and nothing in another's name.
  if session_user = 'kith_app' and actor_id is not null and actor_id <> all (access.ids('kith.person')) then
    raise exception 'An event is recorded by whoever did it.' using errcode = 'insufficient_privilege';
  end if;

  insert into event_stream as s (stream, sequence, hash) values (record_event.stream, 0, '\x')
    on conflict on constraint event_stream_pkey do nothing;
  select * into strict head from event_stream s where s.stream = record_event.stream for update;

  entry := sha256(head.hash || convert_to(access.event_entry(
    stream, head.sequence + 1, type, actor_id, acted_as, authority_id, individual_id, provider_id, agreement_id, data, at), 'UTF8'));

  update event_stream s set sequence = head.sequence + 1, hash = entry where s.stream = record_event.stream;
  return query insert into event
      (stream, sequence, type, actor_id, actor_name, acted_as, authority_id, individual_id, provider_id, agreement_id, data, at, previous_hash, hash)
    values (stream, head.sequence + 1, type, actor_id, actor_name, acted_as, authority_id, individual_id, provider_id, agreement_id, data, at, head.hash, entry)
    returning event.xid::text, event.id;
  perform pg_notify('kith_event', '');
end $$;

create or replace function access.event_entry(
  stream text, sequence bigint, type text, actor_id uuid, acted_as text,
  authority_id uuid, individual_id uuid, provider_id uuid, agreement_id uuid, data jsonb, at timestamptz
) returns text language sql stable set timezone = 'UTC' as $$
  select jsonb_build_array(stream, sequence, type, actor_id, acted_as, authority_id, individual_id, provider_id, agreement_id, data,
    to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text
$$;
comment on function access.event_entry is 'The text of an event that its hash covers.';

-- The first event whose hash does not follow from the one before it, or whose stream's head does not match; none when all is whole.
create or replace function access.verify_events() returns table (stream text, sequence bigint, problem text)
language sql stable security definer set search_path = public, pg_temp as $$
  with walked as (
    select e.*, lag(e.hash, 1, '\x'::bytea) over (partition by e.stream order by e.sequence) as hash_before,
           row_number() over (partition by e.stream order by e.sequence) as place
    from event e)
  select w.stream, w.sequence,
         case when w.sequence <> w.place then 'an event is missing before it'
              when w.previous_hash <> w.hash_before then 'it does not follow the event before it'
              else 'its content was changed' end
  from walked w
  where w.sequence <> w.place or w.previous_hash <> w.hash_before
     or w.hash <> sha256(w.previous_hash || convert_to(access.event_entry(w.stream, w.sequence, w.type, w.actor_id, w.acted_as,
          w.authority_id, w.individual_id, w.provider_id, w.agreement_id, w.data, w.at), 'UTF8'))
  union all
  select s.stream, s.sequence, case when e.sequence is null or e.sequence < s.sequence then 'events are missing at the end'
         else 'its head was changed' end
  from event_stream s
    left join lateral (select e.sequence, e.hash from event e where e.stream = s.stream order by e.sequence desc limit 1) e on true
  where (e.sequence, e.hash) is distinct from (s.sequence, s.hash)
  union all
  select e.stream, max(e.sequence), 'its head is missing'
  from event e where not exists (select from event_stream s where s.stream = e.stream) group by e.stream
  order by 1, 2
$$;

alter function access.record_event owner to kith_access;
alter function access.event_entry owner to kith_access;
alter function access.verify_events owner to kith_access;
revoke execute on function access.record_event, access.event_entry, access.verify_events from public;
grant execute on function access.record_event, access.event_entry to kith_app, kith_system;
grant execute on function access.verify_events to kith_system;

grant select, insert, update on event_stream to kith_access;
grant select, insert on event to kith_access;
grant select on event to kith_app, kith_system;

alter table event enable row level security;
alter table event force row level security;
drop policy if exists event_read on event;
create policy event_read on event for select to kith_app using (
  authority_id = any ((select access.ids('kith.authorities'))::uuid[])
  or provider_id = any ((select access.ids('kith.organisations'))::uuid[])
  or (agreement_id is not null and individual_id = any ((select access.ids('kith.agreements'))::uuid[]))
  or (agreement_id is null and individual_id = any ((select access.ids('kith.plans'))::uuid[])));
drop policy if exists event_follow on event;
create policy event_follow on event for select to kith_system using (true);
drop policy if exists event_write on event;
create policy event_write on event for all to kith_access using (true) with check (true);

alter table event_stream enable row level security;
alter table event_stream force row level security;
drop policy if exists event_stream_write on event_stream;
create policy event_stream_write on event_stream for all to kith_access using (true) with check (true);

alter table idempotency enable row level security;
alter table idempotency force row level security;
drop policy if exists idempotency_own on idempotency;
create policy idempotency_own on idempotency for all to kith_app
  using (actor_id = any ((select access.ids('kith.person'))::uuid[]))
  with check (actor_id = any ((select access.ids('kith.person'))::uuid[]));
revoke update on idempotency from kith_app;
grant select, insert, update (answer) on idempotency to kith_app;
drop policy if exists idempotency_prune on idempotency;
create policy idempotency_prune on idempotency for delete to kith_system using (at < now() - interval '7 days');
drop policy if exists idempotency_prune_read on idempotency;
create policy idempotency_prune_read on idempotency for select to kith_system using (at < now() - interval '7 days');
grant select, delete on idempotency to kith_system;
