-- Sign-in: sessions, and who a subject of the identity provider is.
-- A session lives while it was used in the last thirty minutes and is younger than twelve hours.

create policy session_access on session to kith_access using (true) with check (true);

create or replace function access.person_by_subject(subject text) returns uuid
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return (select person.id from public.person where person.subject = person_by_subject.subject);
end $$;
comment on function access.person_by_subject(text) is 'The person whom the identity provider calls by this subject; null when there is none.';

create or replace function access.viewer_by_subject(subject text) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  found_id uuid := access.person_by_subject(subject);
begin
  if found_id is null then
    return null;
  end if;
  return access.viewer(found_id);
end $$;
comment on function access.viewer_by_subject(text) is 'The viewer whom a bearer token names; null when nobody has that subject.';

create or replace function access.demo_people() returns table (subject text, name text, note text)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query
    select person.subject, person.name, person.demo_note
    from public.person
    where person.demo_note is not null and person.subject is not null
    order by person.demo_note, person.name;
end $$;
comment on function access.demo_people() is 'The people of the demonstration, for the development sign-in page; empty anywhere else.';

create or replace function access.open_session(
  id_hash bytea, subject text, authenticated_at timestamptz, assurance text, methods text[]
) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  found_id uuid := access.person_by_subject(subject);
begin
  if found_id is null then
    return null;
  end if;
  delete from public.session as old
    where old.person_id = found_id and (old.expires_at <= now() or old.seen_at <= now() - interval '30 minutes');
  insert into public.session (id_hash, person_id, expires_at, authenticated_at, assurance, methods)
    values (id_hash, found_id, now() + interval '12 hours', authenticated_at, assurance, methods);
  return found_id;
end $$;
comment on function access.open_session(bytea, text, timestamptz, text, text[]) is
  'Signs a person in and clears their dead sessions; null when nobody has that subject.';

create or replace function access.find_session(id_hash bytea) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  found_id uuid := (
    select session.person_id from public.session
    where session.id_hash = find_session.id_hash
      and session.expires_at > now() and session.seen_at > now() - interval '30 minutes'
  );
begin
  if found_id is null then
    return null;
  end if;
  return access.viewer(found_id);
end $$;
comment on function access.find_session(bytea) is 'The viewer of a living session, read afresh; null when it is over.';

create or replace function access.use_session(id_hash bytea) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  -- Written at most once a minute, so that reading stays reading.
  update public.session set seen_at = now()
    where session.id_hash = use_session.id_hash
      and session.expires_at > now()
      and session.seen_at > now() - interval '30 minutes'
      and session.seen_at < now() - interval '1 minute';
  return access.find_session(id_hash);
end $$;
comment on function access.use_session(bytea) is 'As find_session, and marks the session as used now.';

create or replace function access.close_session(id_hash bytea) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  closed_id uuid;
begin
  delete from public.session where session.id_hash = close_session.id_hash returning person_id into closed_id;
  if closed_id is not null then
    perform pg_notify('kith_access', closed_id::text);
  end if;
  return closed_id;
end $$;
comment on function access.close_session(bytea) is 'Signs out; tells every process, which closes the sockets of the session.';

create or replace function access.live_sessions(id_hashes bytea[]) returns setof bytea
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query
    select session.id_hash from public.session
    where session.id_hash = any (live_sessions.id_hashes)
      and session.expires_at > now() and session.seen_at > now() - interval '30 minutes';
end $$;
comment on function access.live_sessions(bytea[]) is 'Those of the given sessions that still live.';

do $$
declare
  signature text;
begin
  foreach signature in array array[
    'access.person_by_subject(text)', 'access.viewer_by_subject(text)', 'access.demo_people()',
    'access.open_session(bytea, text, timestamptz, text, text[])', 'access.find_session(bytea)',
    'access.use_session(bytea)', 'access.close_session(bytea)', 'access.live_sessions(bytea[])'
  ] loop
    execute format('alter function %s owner to kith_access', signature);
    execute format('revoke all on function %s from public', signature);
    execute format('grant execute on function %s to kith_app', signature);
  end loop;
end $$;
