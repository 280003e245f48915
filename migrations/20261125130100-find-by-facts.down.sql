drop function directory.find_services(jsonb, bigint, integer, integer, boolean, boolean),
  directory.count_found(tsquery, tsquery, double precision, double precision, double precision, bigint, boolean),
  directory.find_place(text, text, text), directory.nearest_word(text), directory.words_in(text, tsquery), directory.all_of(text[]),
  directory.term_marks(uuid[]), directory.all_marks(text[]);

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
