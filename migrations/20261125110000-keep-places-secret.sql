-- A secret place keeps the outward half of its postcode, and lies for every reader in the middle of that district: what is
-- not there cannot be told, searched around or worked out from distances.

create index location_secret_index on location (postcode) where not has_public_address;

create function directory.forget_place(place uuid, code text) returns void language sql as $$
  with near as (
    select known.code, avg(latitude) as latitude, avg(longitude) as longitude
    from (select unnest(array[code, split_part(code, ' ', 1)]) as code) as known
    left join location on location.id <> place and location.has_public_address and location.latitude is not null
      and known.code in (location.postcode, split_part(location.postcode, ' ', 1))
    group by known.code
  ), gone as (
    delete from postcode using near
    where postcode.code = near.code and postcode.source = 'LOCATIONS' and near.latitude is null
  )
  update postcode set latitude = near.latitude, longitude = near.longitude
  from near where postcode.code = near.code and postcode.source = 'LOCATIONS' and near.latitude is not null
$$;
comment on function directory.forget_place(uuid, text) is
  'Works out anew where a postcode and its outward half lie without a place that has become secret.';

create function directory.keep_secret() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.has_public_address and old.latitude is not null and old.postcode is not null then
      perform directory.forget_place(old.id, old.postcode);
    end if;
  end if;
  new.name := null;
  new.description := null;
  new.address_lines := '{}';
  new.city := null;
  new.county := null;
  new.postcode := split_part(new.postcode, ' ', 1);
  new.latitude := null;
  new.longitude := null;
  select latitude, longitude into new.latitude, new.longitude from postcode where code = new.postcode;
  return new;
end $$;
comment on function directory.keep_secret() is
  'Takes from a secret place whatever would find its door, and puts it in the middle of its district.';

create trigger location_kept_secret before insert or update on location
  for each row when (not new.has_public_address) execute function directory.keep_secret();

create function directory.move_secret_places() returns trigger language plpgsql as $$
begin
  update location set latitude = touched.latitude, longitude = touched.longitude
  from touched where location.postcode = touched.code and not location.has_public_address
    and (location.latitude, location.longitude) is distinct from (touched.latitude, touched.longitude);
  return null;
end $$;
comment on function directory.move_secret_places() is 'Puts secret places in the middle of their district when that is found elsewhere.';

create trigger postcode_placed after insert on postcode referencing new table as touched
  for each statement execute function directory.move_secret_places();
create trigger postcode_moved after update on postcode referencing new table as touched
  for each statement execute function directory.move_secret_places();

alter table location no force row level security;
alter table postcode no force row level security;
update location set has_public_address = false where not has_public_address;
alter table location force row level security;
alter table postcode force row level security;

alter table location add constraint location_secret_check check (
  has_public_address or (name is null and description is null and address_lines = '{}' and city is null and county is null
    and postcode is not distinct from split_part(postcode, ' ', 1))
);
comment on column location.has_public_address is
  'Whether its address may be known; a secret place, such as a refuge, keeps the outward half of its postcode alone.';
comment on column location.latitude is 'Degrees north; of a secret place those of the middle of its district; null when not known.';
comment on column location.longitude is 'Degrees east; of a secret place those of the middle of its district; null when not known.';
