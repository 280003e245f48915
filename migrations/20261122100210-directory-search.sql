-- Search of the directory: one row per service at a location, one index over words, terms, kind and grid cells.

create table service_search (
  service_id uuid not null constraint service_search_service_fk references service (id) on delete cascade,
  location_id uuid constraint service_search_location_fk references location (id) on delete cascade,
  latitude double precision,
  longitude double precision,
  document tsvector not null,
  constraint service_search_key unique nulls not distinct (service_id, location_id)
);
create index service_search_document_index on service_search using gin (document) with (fastupdate = off);
create index service_search_location_index on service_search (location_id);
comment on table service_search is 'What search reads: a service at one of its locations, or nowhere known. Kept by triggers.';
comment on column service_search.service_id is 'Service that is found.';
comment on column service_search.location_id is 'Location at which it is found; null when none is known.';
comment on column service_search.latitude is 'Degrees north of the location; null when not known.';
comment on column service_search.longitude is 'Degrees east of the location; null when not known.';
comment on column service_search.document is
  'Words, and marks in capitals: ALL, K:<kind>, T:<term>, F:<cell> (about 3.5 miles wide), C:<cell> (about 35 miles wide).';

create table service_search_due (
  service_id uuid constraint service_search_due_pk primary key
);
comment on table service_search_due is 'Services whose search rows are made anew when the transaction ends.';
comment on column service_search_due.service_id is 'Service that was touched.';

create function directory.plain(words text) returns text language sql immutable parallel safe return
  translate(lower(words), 'âêîôûŵŷáéíóúẁỳàèìòùäëïöüẅÿç’', 'aeiouwyaeiouwyaeiouaeiouwyc''');
comment on function directory.plain(text) is 'Words in lower case without the accents of Welsh and its neighbours.';

create function directory.miles(
  latitude1 double precision, longitude1 double precision, latitude2 double precision, longitude2 double precision
) returns double precision language sql immutable parallel safe return
  -- least() passes over nulls, so a place that is not known is left out first.
  case when latitude1 + longitude1 + latitude2 + longitude2 is not null then 7917.511 * asin(sqrt(least(1,
    sin(radians(latitude2 - latitude1) / 2) ^ 2
    + cos(radians(latitude1)) * cos(radians(latitude2)) * sin(radians(longitude2 - longitude1) / 2) ^ 2))) end;
comment on function directory.miles(double precision, double precision, double precision, double precision) is
  'Distance over the ground in miles, as the crow flies (haversine); null when a place is not known.';

create function directory.marks(kind text, latitude double precision, longitude double precision)
returns text[] language sql immutable parallel safe return
  array['ALL', 'K:' || kind] || case when latitude is null then '{}'::text[] else array[
    'F:' || floor(latitude / 0.05) || ':' || floor(longitude / 0.08),
    'C:' || floor(latitude / 0.5) || ':' || floor(longitude / 0.8)] end;
comment on function directory.marks(text, double precision, double precision) is
  'The marks of a search row: for all, for its kind, and for the small and the large grid cell it lies in.';

create function directory.any_mark(marks text[]) returns tsquery language sql immutable parallel safe return
  (select string_agg('''' || mark || '''', '|')::tsquery from unnest(marks) as mark);
comment on function directory.any_mark(text[]) is 'The query that is true of a row with at least one of the marks.';

create function directory.cells(latitude double precision, longitude double precision, radius double precision)
returns tsquery language sql immutable parallel safe as $$
  select directory.any_mark(array_agg(size.letter || ':' || row || ':' || col))
  from (values
    (case when radius <= 6 then 'F' else 'C' end,
     case when radius <= 6 then 0.05 else 0.5 end,
     case when radius <= 6 then 0.08 else 0.8 end,
     radius / 69.0,
     radius / (69.0 * cos(radians(latitude))))) as size (letter, height, width, north, east),
    generate_series(floor((latitude - north) / height)::int, floor((latitude + north) / height)::int) as row,
    generate_series(floor((longitude - east) / width)::int, floor((longitude + east) / width)::int) as col
$$;
comment on function directory.cells(double precision, double precision, double precision) is
  'The query for every grid cell that a circle touches: small cells up to 6 miles, large cells beyond.';

create function directory.refresh_search(touched uuid[]) returns void language sql as $$
  delete from service_search where service_id = any (touched);
  insert into service_search (service_id, location_id, latitude, longitude, document)
  select service.id, location.id, location.latitude, location.longitude,
    setweight(to_tsvector('english', directory.plain(concat_ws(' ', service.name, organisation.name))), 'A')
    || setweight(to_tsvector('english', directory.plain(coalesce(sorted.words, ''))), 'B')
    || setweight(to_tsvector('english', directory.plain(left(coalesce(service.description, ''), 20000))), 'C')
    || setweight(to_tsvector('english', directory.plain(concat_ws(' ', array_to_string(service.areas, ' '),
         array_to_string(service.languages, ' '), location.name, location.city))), 'D')
    || array_to_tsvector(directory.marks(organisation.kind, location.latitude, location.longitude)
         || coalesce(sorted.marks, '{}'))
  from service
  join organisation on organisation.id = service.organisation_id and organisation.is_listed
  left join service_at_location placed on placed.service_id = service.id
  left join location on location.id = placed.location_id
  left join lateral (
    select string_agg(term.name, ' ') as words, array_agg(distinct 'T:' || term.id) as marks
    from service_term sorting join taxonomy_term term on term.id = sorting.term_id
    where sorting.service_id = service.id
  ) sorted on true
  where service.id = any (touched) and service.status in ('ACTIVE', 'TEMPORARILY_CLOSED')
$$;
comment on function directory.refresh_search(uuid[]) is 'Makes the search rows of these services anew.';

-- A statement notes which services it touched; the transaction refreshes each of them once, when it commits.
create function directory.note_services() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'service' then
    insert into service_search_due select distinct id from touched on conflict do nothing;
  elsif tg_table_name = 'organisation' then
    insert into service_search_due
      select service.id from service join touched on touched.id = service.organisation_id on conflict do nothing;
  elsif tg_table_name = 'location' then
    insert into service_search_due
      select distinct service_id from service_at_location join touched on touched.id = location_id on conflict do nothing;
  elsif tg_table_name = 'taxonomy_term' then
    insert into service_search_due
      select distinct service_id from service_term join touched on touched.id = term_id on conflict do nothing;
  else
    insert into service_search_due
      select distinct touched.service_id from touched
      where exists (select from service where service.id = touched.service_id) on conflict do nothing;
  end if;
  return null;
end $$;
comment on function directory.note_services() is 'Notes the services that a statement touched.';

create function directory.refresh_due() returns trigger language plpgsql as $$
declare
  due uuid[];
begin
  -- By its key, since the table is full of dead rows during an import and a scan for each row would be slow.
  if exists (select from service_search_due where service_id = new.service_id) then
    with done as (delete from service_search_due returning service_id)
    select array_agg(service_id) into due from done;
    perform directory.refresh_search(due);
  end if;
  return null;
end $$;
comment on function directory.refresh_due() is 'Refreshes all that was noted; the first of a transaction does it for the rest.';

create constraint trigger service_search_due_refresh after insert on service_search_due
  deferrable initially deferred for each row execute function directory.refresh_due();

create trigger service_created after insert on service referencing new table as touched
  for each statement execute function directory.note_services();
create trigger service_changed after update on service referencing new table as touched
  for each statement execute function directory.note_services();
create trigger organisation_changed after update on organisation referencing new table as touched
  for each statement execute function directory.note_services();
create trigger location_changed after update on location referencing new table as touched
  for each statement execute function directory.note_services();
create trigger taxonomy_term_changed after update on taxonomy_term referencing new table as touched
  for each statement execute function directory.note_services();
create trigger service_at_location_created after insert on service_at_location referencing new table as touched
  for each statement execute function directory.note_services();
create trigger service_at_location_removed after delete on service_at_location referencing old table as touched
  for each statement execute function directory.note_services();
create trigger service_term_created after insert on service_term referencing new table as touched
  for each statement execute function directory.note_services();
create trigger service_term_removed after delete on service_term referencing old table as touched
  for each statement execute function directory.note_services();

create function directory.find_services(
  words text, postcode_code text, postcode_outward text, within_miles double precision, kinds text[], turn bigint,
  skip integer, take integer, with_total boolean
) returns table (
  ids uuid[], distances double precision[], has_more boolean, total integer, has_all_words boolean, place text
) language plpgsql stable as $$
declare
  centre postcode%rowtype;
  asked tsquery := websearch_to_tsquery('english', directory.plain(coalesce(words, '')));
  frame tsquery := coalesce(directory.any_mark((select array_agg('K:' || kind) from unnest(kinds) as kind)), '''ALL''');
  wanted tsquery;
  radius double precision;
begin
  if numnode(asked) = 0 then
    asked := null;
  end if;
  has_all_words := true;
  wanted := coalesce(asked && frame, frame);
  -- When no entry has every word, those with at least one are better than none.
  if asked is not null and not exists (select from service_search where document @@ wanted) then
    has_all_words := false;
    asked := (select string_agg(quote_literal(lexeme), '|')::tsquery
              from unnest(to_tsvector('english', directory.plain(words))));
    wanted := coalesce(asked && frame, wanted);
  end if;

  if postcode_code is not null then
    select * into centre from postcode where code in (postcode_code, postcode_outward) order by length(code) desc limit 1;
    place := centre.code;
    if place is null then
      ids := '{}'; distances := '{}'; has_more := false; total := 0;
      return next;
      return;
    end if;
    foreach radius in array array[2, 6, 20, 60, 'infinity']::double precision[] loop
      radius := least(radius, coalesce(within_miles, 'infinity'));
      select array_agg(found.service_id order by found.distance, found.shuffle, found.service_id),
             array_agg(found.distance order by found.distance, found.shuffle, found.service_id)
        into ids, distances
      from (
        select near.service_id, min(near.distance) as distance, uuid_hash_extended(near.service_id, turn) as shuffle
        from (
          select service_search.service_id,
                 directory.miles(centre.latitude, centre.longitude, latitude, longitude) as distance
          from service_search
          where document @@ case when radius <= 60 then wanted && directory.cells(centre.latitude, centre.longitude, radius)
                                 else wanted end
        ) as near
        where near.distance <= radius or (near.distance is null and within_miles is null and radius > 60)
        group by near.service_id
        order by 2, 3, 1 offset skip limit take + 1
      ) as found;
      exit when cardinality(ids) > take or radius = within_miles;
    end loop;
  else
    select array_agg(found.service_id order by found.relevance desc, found.shuffle, found.service_id)
      into ids
    from (
      select service_search.service_id, max(ts_rank(document, asked)) as relevance,
             uuid_hash_extended(service_search.service_id, turn) as shuffle
      from service_search where document @@ wanted
      group by service_search.service_id
      order by 2 desc, 3, 1 offset skip limit take + 1
    ) as found;
    distances := array_fill(null::double precision, array[coalesce(cardinality(ids), 0)]);
  end if;

  has_more := coalesce(cardinality(ids) > take, false);
  ids := coalesce(ids[1:take], '{}');
  distances := coalesce(distances[1:take], '{}');
  if with_total then
    select count(*) into total from (
      select from service_search
      where document @@ wanted and (within_miles is null or centre.code is null
        or directory.miles(centre.latitude, centre.longitude, latitude, longitude) <= within_miles)
      group by service_search.service_id limit 10000
    ) as matching;
  end if;
  return next;
end $$;
comment on function directory.find_services(text, text, text, double precision, text[], bigint, integer, integer, boolean) is
  'One page of services by nearness, or by relevance when no place is asked for; ties are shuffled by the turn.';
