-- The identifiers under which the directory is published: the publisher's own where it is a UUID that nobody else uses,
-- so that an entry keeps its identifier from the feed it came in to the feed it goes out by.

create function directory.made_id(parts text) returns uuid language sql immutable parallel safe return
  overlay(overlay(encode(substring(sha256(convert_to(parts, 'UTF8')) from 1 for 16), 'hex')
    placing '8' from 13 for 1) placing '8' from 17 for 1)::uuid;
comment on function directory.made_id(text) is 'The same UUID (version 8) for the same words, always.';

create function directory.own_id(external_id text) returns uuid language sql immutable parallel safe return
  case when external_id ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then external_id::uuid end;
comment on function directory.own_id(text) is 'The identifier that a feed gave, when it is a UUID; null when it is none.';

alter table organisation add column open_id uuid;
alter table service add column open_id uuid;
alter table location add column open_id uuid;
alter table taxonomy_term add column open_id uuid;
alter table service_at_location add column open_id uuid;
alter table location add column has_public_address boolean not null default true;
comment on column organisation.open_id is 'Identifier under which it is published.';
comment on column service.open_id is 'Identifier under which it is published.';
comment on column location.open_id is 'Identifier under which it is published.';
comment on column taxonomy_term.open_id is 'Identifier under which it is published.';
comment on column service_at_location.open_id is 'Identifier under which it is published, made of those of its service and its location.';
comment on column location.has_public_address is
  'Whether its address and coordinates may be published; false for a place that must stay secret, such as a refuge.';

-- What is there already. The owner writes past the read rules, and nothing that search reads is touched.
do $$
declare
  name text;
begin
  foreach name in array array['organisation', 'service', 'location', 'taxonomy_term', 'service_at_location'] loop
    execute format('alter table %I no force row level security', name);
    execute format('alter table %I disable trigger user', name);
  end loop;
  foreach name in array array['organisation', 'service', 'location', 'taxonomy_term'] loop
    execute format(
      'update %1$I set open_id = case when numbered.place = 1 then coalesce(numbered.own, %1$I.id) else %1$I.id end
       from (select id, own, row_number() over (partition by own order by own is null, id) as place
             from (select id, directory.own_id(external_id) as own from %1$I) as known) as numbered
       where numbered.id = %1$I.id', name);
  end loop;
  update service_at_location placed set open_id = directory.made_id(service.open_id || ' at ' || location.open_id)
  from service, location where service.id = placed.service_id and location.id = placed.location_id;
  foreach name in array array['organisation', 'service', 'location', 'taxonomy_term', 'service_at_location'] loop
    execute format('alter table %I enable trigger user', name);
    execute format('alter table %I force row level security', name);
    execute format('alter table %I alter column open_id set not null', name);
    execute format('alter table %I add constraint %I unique (open_id)', name, name || '_open_id_key');
  end loop;
end $$;

create function directory.give_open_id() returns trigger language plpgsql as $$
declare
  taken boolean;
begin
  new.open_id := directory.own_id(new.external_id);
  if new.open_id is not null then
    execute format('select exists (select from %I where open_id = $1)', tg_table_name) into taken using new.open_id;
  end if;
  if new.open_id is null or taken then
    new.open_id := new.id;
  end if;
  return new;
end $$;
comment on function directory.give_open_id() is
  'Publishes a new row under its own UUID when no other row has it, and else under the identifier it has here.';

create function directory.give_open_id_to_place() returns trigger language plpgsql as $$
begin
  select directory.made_id(service.open_id || ' at ' || location.open_id) into new.open_id
  from service, location where service.id = new.service_id and location.id = new.location_id;
  new.open_id := coalesce(new.open_id, new.id);
  return new;
end $$;
comment on function directory.give_open_id_to_place() is
  'Publishes a service at a location under the same identifier whenever the two are put together again.';

create trigger organisation_named before insert on organisation for each row execute function directory.give_open_id();
create trigger service_named before insert on service for each row execute function directory.give_open_id();
create trigger location_named before insert on location for each row execute function directory.give_open_id();
create trigger taxonomy_term_named before insert on taxonomy_term for each row execute function directory.give_open_id();
create trigger service_at_location_named before insert on service_at_location
  for each row execute function directory.give_open_id_to_place();
