-- Finding by what a service is like, in an order of steps that is stated; and counting what was found.

drop function directory.find_services(text, text, text, double precision, text[], bigint, integer, integer, boolean);

create function directory.all_marks(queries text[]) returns tsquery language sql immutable parallel safe return
  (select string_agg('(' || query || ')', '&')::tsquery from unnest(queries) as query);
comment on function directory.all_marks(text[]) is 'The query that all of these hold; null for none.';

create function directory.term_marks(term_ids uuid[]) returns tsquery language sql stable parallel safe return
  case when cardinality(term_ids) > 0 then
    (select coalesce(string_agg('''T:' || replace(replace(mark, '\', '\\'), '''', '''''') || '''', '|'), '''T:''')::tsquery
     from taxonomy_term where id = any (term_ids)) end;
comment on function directory.term_marks(uuid[]) is
  'The query for one of these terms or what stands below them: true of nothing when there is no such term, null for none.';

create function directory.all_of(expressions text[]) returns tsquery language plpgsql stable parallel safe as $$
declare
  expression text;
  one tsquery;
  every tsquery;
begin
  foreach expression in array coalesce(expressions, '{}') loop
    one := to_tsquery('english', directory.plain(expression));
    every := case when numnode(one) = 0 then every else coalesce(every && one, one) end;
  end loop;
  return every;
end $$;
comment on function directory.all_of(text[]) is 'The query that all of these hold, without words such as "the"; null when nothing is left.';

create function directory.words_in(sign text, query tsquery) returns tsquery language sql immutable parallel safe return
  regexp_replace(regexp_replace(query::text, '<->|<\d+>', '&', 'g'), '''([^'']+)''', '''' || sign || '\1''', 'g')::tsquery;
comment on function directory.words_in(text, tsquery) is
  'The same query of some words alone: ^ for those of the service''s own name, = for those of name, provider and themes.';

create function directory.nearest_word(written text) returns text language sql stable as $$
  select word from (
    select word, levenshtein_less_equal(word, written, 2) as slips, similarity(word, written) as likeness
    from search_word
    where written ~ '^[a-z]{4,30}$' and length(word) between length(written) - 2 and length(written) + 2
      and (left(word, 1) = left(written, 1) or word % written)
  ) as near
  where slips <= case when length(written) < 5 then 1 else 2 end
    and exists (select from service_search where document @@ plainto_tsquery('english', word))
  order by slips, likeness desc, word limit 1
$$;
comment on function directory.nearest_word(text) is
  'The word in use that is nearest to one that nobody uses, at most two letters away; null when none is near.';

create function directory.find_place(code text, outward text, name text)
returns table (place text, latitude double precision, longitude double precision) language plpgsql stable as $$
#variable_conflict use_column
declare
  plain_name text := directory.plain(name);
begin
  if code is not null then
    return query select postcode.code, postcode.latitude, postcode.longitude
      from postcode where postcode.code in (find_place.code, find_place.outward) order by length(postcode.code) desc limit 1;
    return;
  end if;
  for attempt in 1..2 loop
    -- The middle one of each degree, so that one wrong address does not move a town.
    return query
      select case when town.city = town.county then town.city else concat_ws(', ', town.city, town.county) end,
             town.latitude, town.longitude
      from (select mode() within group (order by known.city) as city, mode() within group (order by known.county) as county,
              percentile_disc(0.5) within group (order by known.latitude) as latitude,
              percentile_disc(0.5) within group (order by known.longitude) as longitude
            from (select location.city, location.county, location.latitude, location.longitude from location
                  where directory.plain(location.city) = plain_name and location.latitude is not null
                    and location.has_public_address order by location.id limit 200) as known) as town
      where town.latitude is not null;
    exit when found;
    return query
      select county.name, county.latitude, county.longitude
      from (select mode() within group (order by known.county) as name,
              percentile_disc(0.5) within group (order by known.latitude) as latitude,
              percentile_disc(0.5) within group (order by known.longitude) as longitude
            from (select location.county, location.latitude, location.longitude from location
                  where directory.plain(location.county) = plain_name and location.latitude is not null
                    and location.has_public_address order by location.id limit 200) as known) as county
      where county.latitude is not null;
    exit when found;
    plain_name := (select string_agg(coalesce(directory.nearest_word(word), word), ' ' order by at)
                   from unnest(string_to_array(plain_name, ' ')) with ordinality as written (word, at));
  end loop;
end $$;
comment on function directory.find_place(text, text, text) is
  'Where a postcode, an outward code, a town or a county lies; a name that nobody uses is read as the nearest. No row when not known.';

create function directory.count_found(
  wanted tsquery, sure tsquery, latitude double precision, longitude double precision, within_miles double precision,
  most_pence bigint, with_facets boolean
) returns jsonb language plpgsql stable as $$
declare
  answer jsonb;
begin
  with found as materialized (
    select row.service_id, bool_or(row.document @@ sure) as is_sure, bit_or(row.facts) as facts,
           min(row.terms) as terms, min(row.languages) as languages
    from service_search row
    where row.document @@ wanted and (row.lowest_pence is null or most_pence is null or row.lowest_pence <= most_pence)
      and (within_miles is null or row.latitude is null
        or directory.miles(count_found.latitude, count_found.longitude, row.latitude, row.longitude) <= within_miles)
    group by row.service_id limit 10000
  ), bits as (
    select place, count(*) as number from found cross join generate_series(0, 28) as place
    where with_facets and facts >> place & 1 = 1 group by place
  ), themes as (
    select mark, count(*) as number from found cross join unnest(found.terms) as mark
    where with_facets group by mark order by 2 desc, 1 limit 12
  ), spoken as (
    select language, count(*) as number from found cross join unnest(found.languages) as language
    where with_facets group by language order by 2 desc, 1 limit 12
  )
  select jsonb_build_object('total', (select count(*) from found), 'sure', (select count(*) from found where is_sure))
    || case when not with_facets then '{}' else jsonb_build_object(
      'bits', (select coalesce(jsonb_object_agg(place, number), '{}') from bits),
      'terms', (select coalesce(jsonb_agg(jsonb_build_object('id', term.id, 'name', term.name, 'taxonomy', term.taxonomy, 'count', number)
                  order by number desc, term.name), '[]')
                from themes cross join lateral (select id, name, taxonomy from taxonomy_term where taxonomy_term.mark = themes.mark
                                                order by id limit 1) as term),
      'languages', (select coalesce(jsonb_agg(jsonb_build_object('language', language, 'count', number) order by number desc, language), '[]')
                    from spoken)) end
    into answer;
  return answer;
end $$;
comment on function directory.count_found(tsquery, tsquery, double precision, double precision, double precision, bigint, boolean) is
  'How many services are found, how many of them surely fit, and by what they can be told apart; counting stops at 10,000.';

create function directory.find_services(
  search jsonb, turn bigint, skip integer, take integer, with_total boolean, with_facets boolean
) returns table (
  ids uuid[], distances double precision[], unknowns text[], has_more boolean, counts jsonb, has_all_words boolean,
  reading text[], place text
) language plpgsql stable as $$
#variable_conflict use_column
declare
  words text[] := array(select jsonb_array_elements_text(search -> 'words'));
  expressions text[] := array(select jsonb_array_elements_text(search -> 'expressions'));
  -- Of each fact that is asked for, the marks of what may fit and of what surely does, in one order.
  kept text[] := array(select jsonb_array_elements_text(search -> 'kept'));
  sure text[] := array(select jsonb_array_elements_text(search -> 'sure'));
  reach_asked double precision := coalesce((search ->> 'withinMiles')::double precision, 'infinity');
  most_pence bigint := search ->> 'mostPence';
  is_near boolean := search ->> 'near' is not null;
  north double precision;
  east double precision;
  asked tsquery := directory.all_of(expressions);
  frame tsquery := '''ALL''';
  mended text[] := expressions;
  nearest text;
  one tsquery;
  all_sure tsquery := directory.all_marks(sure);
  wanted tsquery;
  named tsquery;
  headed tsquery;
  step tsquery;
  reach double precision;
  width integer;
  needed integer := skip + take + 1;
  more_ids uuid[];
  more_distances double precision[];
begin
  ids := '{}';
  distances := '{}';
  has_all_words := true;
  if is_near then
    select found.place, found.latitude, found.longitude into place, north, east
    from directory.find_place(search ->> 'nearCode', search ->> 'nearOutward', search ->> 'near') as found;
    if place is null then
      has_more := false;
      return next;
      return;
    end if;
  end if;

  frame := coalesce(frame && directory.all_marks(array(select jsonb_array_elements_text(search -> 'frame'))), frame);
  frame := coalesce(frame && directory.all_marks(kept), frame);
  frame := coalesce(frame && directory.term_marks(array(select jsonb_array_elements_text(search -> 'termIds'))::uuid[]), frame);
  frame := coalesce(frame && directory.words_in('=', to_tsquery('english', search ->> 'domain')), frame);
  frame := coalesce(frame && directory.all_of(array(select jsonb_array_elements_text(search -> 'excluded'))), frame);

  if asked is not null and not exists (select from service_search where document @@ (asked && frame)) then
    -- A word that nobody uses is read as the nearest that somebody does, if that helps to find all of them.
    for number in 1 .. cardinality(words) loop
      one := directory.all_of(expressions[number:number]);
      if numnode(one) > 0 and not exists (select from service_search where document @@ one) then
        nearest := directory.nearest_word(directory.plain(words[number]));
        mended[number] := coalesce(quote_literal(nearest), mended[number]);
        words[number] := coalesce(nearest, words[number]);
      end if;
    end loop;
    if mended <> expressions and exists (select from service_search where document @@ (directory.all_of(mended) && frame)) then
      asked := directory.all_of(mended);
      reading := words;
    else
      -- When no entry has every word, those with at least one are better than none.
      has_all_words := false;
      asked := (select string_agg('(' || directory.all_of(array[expression])::text || ')', '|')::tsquery
                from unnest(expressions) as expression where numnode(directory.all_of(array[expression])) > 0);
    end if;
  end if;
  wanted := coalesce(asked && frame, frame);

  -- Each step holds what fits less closely than the one before; within a step the nearest come first.
  named := directory.words_in('^', asked) && frame;
  headed := directory.words_in('=', asked) && frame;
  foreach step in array array_remove(
    array[named && all_sure, headed && all_sure, wanted && all_sure, named, headed, wanted], null)
  loop
    exit when cardinality(ids) >= needed;
    if is_near then
      foreach reach in array array[2, 6, 20, 60, 'infinity']::double precision[] loop
        reach := least(reach, reach_asked);
        select coalesce(array_agg(hit.service_id order by hit.distance, hit.shuffle, hit.service_id), '{}'),
               coalesce(array_agg(hit.distance order by hit.distance, hit.shuffle, hit.service_id), '{}')
          into more_ids, more_distances
        from (
          select service_id, min(distance) as distance, uuid_hash_extended(service_id, turn) as shuffle
          from (
            select service_id, directory.miles(north, east, latitude, longitude) as distance
            from service_search
            where document @@ case when reach <= 60 then step && directory.cells(north, east, reach) else step end
              and (most_pence is null or lowest_pence is null or lowest_pence <= most_pence)
          ) as row
          where distance <= reach and service_id <> all (ids)
          group by service_id
          order by 2, 3, 1 limit needed - cardinality(ids)
        ) as hit;
        exit when cardinality(more_ids) >= needed - cardinality(ids) or reach = reach_asked;
      end loop;
    else
      -- A shelf is a sixty-fourth of the directory; which comes first moves on with the turn.
      foreach width in array array[1, 8, 64] loop
        select coalesce(array_agg(hit.service_id order by hit.shelf, hit.shuffle, hit.service_id), '{}') into more_ids
        from (
          select service_id, uuid_hash_extended(service_id, turn) as shuffle,
                 ((uuid_hash(service_id) & 63) + 64 - turn % 64) % 64 as shelf
          from service_search
          where document @@ case when width < 64 then step && directory.any_mark(
              array(select 'S:' || (turn + number) % 64 from generate_series(0, width - 1) as number)) else step end
            and (most_pence is null or lowest_pence is null or lowest_pence <= most_pence)
            and service_id <> all (ids)
          group by service_id
          order by 3, 2, 1 limit needed - cardinality(ids)
        ) as hit;
        exit when cardinality(more_ids) >= needed - cardinality(ids);
      end loop;
      more_distances := array_fill(null::double precision, array[cardinality(more_ids)]);
    end if;
    ids := ids || more_ids;
    distances := distances || more_distances;
  end loop;

  if is_near and cardinality(ids) < needed then
    select coalesce(array_agg(hit.service_id order by hit.shuffle, hit.service_id), '{}') into more_ids
    from (
      select service_id, uuid_hash_extended(service_id, turn) as shuffle
      from service_search
      where document @@ (wanted && '''P:?''') and (most_pence is null or lowest_pence is null or lowest_pence <= most_pence)
        and service_id <> all (ids)
      group by service_id order by 2, 1 limit needed - cardinality(ids)
    ) as hit;
    ids := ids || more_ids;
    distances := distances || array_fill(null::double precision, array[cardinality(more_ids)]);
  end if;

  has_more := cardinality(ids) >= needed;
  ids := ids[skip + 1 : skip + take];
  distances := distances[skip + 1 : skip + take];
  if cardinality(sure) > 0 then
    unknowns := array(
      select coalesce((
        select string_agg(fact.number::text, ',' order by fact.number)
        from unnest(sure) with ordinality as fact (query, number)
        where not exists (select from service_search as row where row.service_id = page.id and row.document @@ wanted
                          and row.document @@ fact.query::tsquery)), '')
      from unnest(ids) with ordinality as page (id, at) order by page.at);
  end if;
  if with_total or with_facets then
    counts := directory.count_found(
      case when reach_asked <= 60 and is_near then wanted && (directory.cells(north, east, reach_asked) || '''P:?''') else wanted end,
      coalesce(all_sure, wanted), north, east, case when is_near then reach_asked end, most_pence, with_facets);
  end if;
  return next;
end $$;
comment on function directory.find_services(jsonb, bigint, integer, integer, boolean, boolean) is
  'One page of services: closest to what was asked first, in steps; then the nearest; equals are shuffled by the turn.';

-- What is there already is searched anew; the owner reads past the read rules for this once.
do $$
declare
  name text;
  kept text[] := array['service', 'organisation', 'service_at_location', 'location', 'schedule', 'cost_option', 'accessibility',
    'taxonomy_term', 'service_term', 'postcode', 'offer', 'service_search', 'search_word'];
begin
  foreach name in array kept loop
    execute format('alter table %I no force row level security', name);
  end loop;
  perform directory.refresh_search(array(select id from service));
  foreach name in array kept loop
    execute format('alter table %I force row level security', name);
  end loop;
end $$;
