-- Search by what a service is like: days, ages, languages, access, cost and terms with what stands below them, as marks in the
-- one index; words that nobody uses are read as the nearest that somebody does; a place may be given by its name.

create extension if not exists pg_trgm with schema public;
create extension if not exists fuzzystrmatch with schema public;

create table search_word (
  word text constraint search_word_pk primary key,
  constraint search_word_check check (word ~ '^[a-z]{3,30}$')
);
create index search_word_first_index on search_word (left(word, 1), length(word));
create index search_word_likeness_index on search_word using gin (word gin_trgm_ops);
comment on table search_word is 'Words that entries of the directory use, by which a slip of the pen is put right. Words stay when their entry goes.';
comment on column search_word.word is 'The word in lower case without accents.';

alter table service_search
  add column facts bigint not null default 0,
  add column terms text[] not null default '{}',
  add column languages text[] not null default '{}',
  add column lowest_pence bigint;
comment on column service_search.document is
  'Words; those of its own name once more with ^ before them, those of name, provider and themes with =; and marks: ALL, K:<kind>, T:<list>:<term> for a term and those above it, F:<cell> (about 3.5 miles wide), C:<cell> (about 35 miles wide), P:? for no known place, S:<shelf of 64>, D:<weekday 1 to 7><part of day M A E N or ?>, A:<size>:<number> for blocks of ages, L:<language>, X:<need> met, X!<need> not met, £:1 for a known cost, $:<funding>, Q:<day> and Q!<day> on which something or nothing was said to be free, and D:? A:? L:? $:? for what is not known.';
comment on column service_search.facts is
  'Bits to count by: 0 to 4 kinds, 5 to 11 weekdays, 12 to 16 cost at most 0, 5, 10, 20, 30 pounds, 20 to 28 access needs.';
comment on column service_search.terms is 'Terms it is sorted under and those above them, as they are marked.';
comment on column service_search.languages is 'Languages by their English names in lower case.';
comment on column service_search.lowest_pence is 'Lowest price that may be shown to everybody, of whatever unit; 0 is free, null not known.';

alter table taxonomy_term add column mark text generated always as
  (left(directory.plain(coalesce(taxonomy, '') || ':' || name), 200)) stored;
create index taxonomy_term_mark_index on taxonomy_term (mark);
create index taxonomy_term_parent_index on taxonomy_term (feed_id, parent_external_id) where parent_external_id is not null;
comment on column taxonomy_term.mark is 'List and word as search marks them: the same word of the same list is one, whatever feed it came in.';

create index location_city_index on location (directory.plain(city), id) where latitude is not null and has_public_address;
create index location_county_index on location (directory.plain(county), id) where latitude is not null and has_public_address;

create function directory.age_marks(youngest integer, oldest integer) returns text[] language plpgsql immutable parallel safe as $$
declare
  age integer := greatest(coalesce(youngest, 0), 0);
  last integer := least(coalesce(oldest, 127), 127);
  size integer;
  marks text[] := '{}';
begin
  -- Whole blocks of 1, 2, 4 … 128 years that together are the ages meant: one age then lies in one block of each size.
  while coalesce(youngest, oldest) is not null and age <= last loop
    size := 1;
    while age % (size * 2) = 0 and age + size * 2 - 1 <= last loop
      size := size * 2;
    end loop;
    marks := marks || ('A:' || size || ':' || age / size);
    age := age + size;
  end loop;
  return case when marks = '{}' then array['A:?'] else marks end;
end $$;
comment on function directory.age_marks(integer, integer) is 'The marks of an age range; A:? when neither end is known.';

create function directory.day_marks(days text[], opens_at time, closes_at time)
returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg('D:' || day || part.letter), array['D:?'])
  from (select array_position(array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'], name) as day
        from unnest(days) as name) as open,
    (values ('M', time '05:00', time '12:00'), ('A', '12:00', '17:00'), ('E', '17:00', '22:00'),
            ('N', '22:00', '24:00'), ('N', '00:00', '05:00'), ('?', null, null)) as part (letter, begins, ends)
  where case when opens_at is null or closes_at is null then part.letter = '?'
    when opens_at < closes_at then opens_at < part.ends and closes_at > part.begins
    else opens_at < part.ends or closes_at > part.begins end
$$;
comment on function directory.day_marks(text[], time, time) is
  'The marks of a schedule: each weekday with each part of the day it is open in; D:? when no day is known.';

create function directory.access_marks(fact text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(case when fact ~* '\m(no|not|without|cannot|unable|unsuitable|inaccessible)\M' and fact !~* '\mno steps\M'
                                 then 'X!' else 'X:' end || need) filter (where fact ~* pattern), '{}')
    || case when fact ~* '\m(steps?|stairs)\M' and fact !~* 'step.?free|no steps|\mramps?\M' then array['X!STEP_FREE'] else '{}' end
  from (values
    ('STEP_FREE', 'step.?free (entr|access|in|through)|^step.?free$|level (access|entr|threshold)|\mno steps\M|\mramps?\M|wheelchair.{0,20}(access|friendly)'),
    ('ACCESSIBLE_TOILET', '(accessible|disabled|adapted|wheelchair).{0,12}(toilet|\mwc\M|\mloo\M)|toilets?.{0,12}(adapted|disabled)'),
    ('CHANGING_PLACE', 'changing.places?'),
    ('LIFT', '(?<!tail )\mlifts?\M'),
    ('HEARING_LOOP', '(hearing|induction).loop|loop system'),
    ('SIGN_LANGUAGE', '\mbsl\M|sign language'),
    ('PARKING', 'blue badge|parking'),
    ('QUIET_SPACE', 'quiet|sensory (room|space)'),
    ('LARGE_PRINT', 'large print|braille')) as known (need, pattern)
$$;
comment on function directory.access_marks(text) is
  'The access needs that a fact about a location speaks of: X: when it is met, X! when it is not.';

create function directory.fact_bits(kind text, marks text[], lowest_pence bigint) returns bigint language sql immutable parallel safe as $$
  select coalesce(bit_or(1::bigint << place), 0) from (
    select array_position(array['AUTHORITY', 'PROVIDER', 'COMMUNITY_GROUP', 'ADVICE', 'UNSORTED'], kind) - 1 as place
    union all
    select case left(mark, 2) when 'D:' then 4 + nullif(substr(mark, 3, 1), '?')::integer
      else 19 + array_position(array['STEP_FREE', 'ACCESSIBLE_TOILET', 'CHANGING_PLACE', 'LIFT', 'HEARING_LOOP',
                                     'SIGN_LANGUAGE', 'PARKING', 'QUIET_SPACE', 'LARGE_PRINT'], substr(mark, 3)) end
    from unnest(marks) as mark where mark like 'D:%' or mark like 'X:%'
    union all
    select 11 + step::integer from unnest(array[0, 500, 1000, 2000, 3000]) with ordinality as ceiling (pence, step)
    where lowest_pence <= pence) as bits
$$;
comment on function directory.fact_bits(text, text[], bigint) is 'The bits by which a search row is counted.';

drop function directory.refresh_search(uuid[]);
create function directory.refresh_search(touched uuid[]) returns void language plpgsql as $$
begin
  delete from service_search where service_id = any (touched);

  with recursive known as (
    select service.*, organisation.name as runs, organisation.kind
    from service join organisation on organisation.id = service.organisation_id and organisation.is_listed
    where service.id = any (touched) and service.status in ('ACTIVE', 'TEMPORARILY_CLOSED')
  ), lineage as (
    select distinct sorting.term_id as below, term.id, term.feed_id, term.parent_external_id, term.name, term.mark, 0 as height
    from service_term sorting join taxonomy_term term on term.id = sorting.term_id where sorting.service_id = any (touched)
    union
    select lineage.below, term.id, term.feed_id, term.parent_external_id, term.name, term.mark, height + 1
    from lineage join taxonomy_term term on term.feed_id = lineage.feed_id and term.external_id = lineage.parent_external_id
    where height < 10
  ), sorted as (
    select sorting.service_id, string_agg(distinct lineage.name, ' ') as words, array_agg(distinct lineage.mark) as terms
    from service_term sorting join lineage on lineage.below = sorting.term_id
    where sorting.service_id = any (touched) group by 1
  ), current as (
    select * from offer
    where service_id = any (touched) and current_date between coalesce(valid_from, '-infinity') and coalesce(valid_to, 'infinity')
  ), priced as (
    select service_id, min(pence) as pence
    from (
      select service_id, amount_pence as pence from cost_option
      where service_id = any (touched) and coalesce(valid_to, current_date) >= current_date
      -- Of an offer only what everybody is told: where a price is not shown, these are empty.
      union all select service_id, coalesce(rate_pence, range_from_pence) from current
    ) as told group by 1
  ), offered as (
    select service_id, array_agg(distinct mark) as marks
    from current cross join unnest(
      case when funding = '{}' then array['$:?'] else array(select '$:' || kind from unnest(funding) as kind) end
      || case when capacity_free is null then '{}' else array[
           case when capacity_free > 0 then 'Q:' else 'Q!' end || (capacity_stated_at at time zone 'UTC')::date] end) as mark
    group by 1
  ), timed as (
    select service_id, location_id, array_agg(distinct mark) as marks
    from schedule cross join unnest(directory.day_marks(days, opens_at, closes_at)) as mark
    where service_id = any (touched) and coalesce(valid_to, current_date) >= current_date group by 1, 2
  ), said as (
    select fact.location_id, fact.description
    from accessibility fact join service_at_location placed on placed.location_id = fact.location_id
    where placed.service_id = any (touched) group by 1, 2
  ), understood as (
    select description, directory.access_marks(description) as marks from (select distinct description from said) as facts
  ), accessed as (
    select location_id, array_agg(distinct mark) as marks
    from said join understood using (description) cross join unnest(marks) as mark group by 1
  ), rows as (
    select known.id as service_id, location.id as location_id, coalesce(location.public, false) as is_public,
      location.latitude, location.longitude, known.kind, coalesce(sorted.terms, '{}') as terms,
      coalesce(array(select directory.plain(language) from unnest(known.languages) as language), '{}') as languages,
      coalesce(priced.pence, case when known.fees_description ~* '^\s*(free\M|no charge|am ddim)' then 0 end) as lowest_pence,
      coalesce(everywhere.marks || here.marks, everywhere.marks, here.marks, array['D:?'])
        || directory.age_marks(known.minimum_age, known.maximum_age)
        || coalesce(accessed.marks, '{}') || coalesce(offered.marks, array['$:?']) as marks,
      directory.plain(known.name) as name,
      directory.plain(concat_ws(' ', known.runs, sorted.words)) as themes,
      directory.plain(left(coalesce(known.description, ''), 20000)) as description,
      directory.plain(concat_ws(' ', array_to_string(known.areas, ' '), array_to_string(known.languages, ' '),
        case when location.public then location.name end, case when location.public then location.city end)) as places
    from known
    left join service_at_location placed on placed.service_id = known.id
    -- A secret place is found by the middle of its postcode area, so that no distance tells where it is.
    left join lateral (
      select place.id, place.name, place.city, place.has_public_address as public,
        case when place.has_public_address then place.latitude else area.latitude end as latitude,
        case when place.has_public_address then place.longitude else area.longitude end as longitude
      from location place
      left join postcode area on not place.has_public_address and area.code = split_part(place.postcode, ' ', 1)
      where place.id = placed.location_id) as location on true
    left join sorted on sorted.service_id = known.id
    left join priced on priced.service_id = known.id
    left join offered on offered.service_id = known.id
    left join timed everywhere on everywhere.service_id = known.id and everywhere.location_id is null
    left join timed here on here.service_id = known.id and here.location_id = location.id
    left join accessed on accessed.location_id = location.id
  )
  insert into service_search
    (service_id, location_id, latitude, longitude, facts, terms, languages, lowest_pence, document)
  select service_id, location_id, latitude, longitude, directory.fact_bits(kind, marks, lowest_pence), terms, languages, lowest_pence,
    setweight(named.document || themed.document, 'A')
    || setweight(to_tsvector('english', description), 'C')
    || setweight(to_tsvector('english', places), 'D')
    || array_to_tsvector(
         array(select '^' || lexeme from unnest(tsvector_to_array(named.document)) as lexeme)
         || array(select '=' || lexeme from unnest(tsvector_to_array(named.document || themed.document)) as lexeme)
         || directory.marks(kind, latitude, longitude) || marks
         || array(select 'T:' || term from unnest(terms) as term)
         || case when languages = '{}' then array['L:?'] else array(select 'L:' || language from unnest(languages) as language) end
         || case when lowest_pence is null then '{}' else array['£:1'] end
         || case when latitude is null then array['P:?'] else '{}' end
         || ('S:' || (uuid_hash(service_id) & 63)))
  from rows
  cross join lateral (select to_tsvector('english', name) as document) as named
  cross join lateral (select to_tsvector('english', themes) as document) as themed;

  insert into search_word (word)
  select distinct used.word
  from (
    select concat_ws(' ', service.name, organisation.name, left(service.description, 20000), array_to_string(service.areas, ' '),
      array_to_string(service.languages, ' ')) as said
    from service join organisation on organisation.id = service.organisation_id where service.id = any (touched)
    union all
    select term.name from service_term sorting join taxonomy_term term on term.id = sorting.term_id
    where sorting.service_id = any (touched)
    union all
    select concat_ws(' ', location.city, location.county)
    from service_at_location placed join location on location.id = placed.location_id and location.has_public_address
    where placed.service_id = any (touched)
  ) as saying
  cross join unnest(tsvector_to_array(to_tsvector('simple', directory.plain(said)))) as used (word)
  where used.word ~ '^[a-z]{3,30}$'
  -- In order, so that two transactions with the same new words wait for one another and never in a ring.
  order by used.word
  on conflict do nothing;
end $$;
comment on function directory.refresh_search(uuid[]) is 'Makes the search rows of these services anew, and keeps the words they use.';

create or replace function directory.note_services() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'service' then
    insert into service_search_due select distinct id from touched on conflict do nothing;
  elsif tg_table_name = 'organisation' then
    insert into service_search_due
      select service.id from service join touched on touched.id = service.organisation_id on conflict do nothing;
  elsif tg_table_name = 'location' then
    insert into service_search_due
      select distinct service_id from service_at_location join touched on touched.id = location_id on conflict do nothing;
  elsif tg_table_name = 'accessibility' then
    insert into service_search_due
      select distinct service_id from service_at_location placed join touched on touched.location_id = placed.location_id
      on conflict do nothing;
  elsif tg_table_name = 'taxonomy_term' then
    -- A word above changes what is found by it below.
    insert into service_search_due
      with recursive below as (
        select touched.id, touched.feed_id, touched.external_id, 0 as depth from touched
        union
        select term.id, term.feed_id, term.external_id, depth + 1
        from below join taxonomy_term term on term.feed_id = below.feed_id and term.parent_external_id = below.external_id
        where depth < 10
      )
      select distinct service_id from service_term join below on below.id = term_id on conflict do nothing;
  else
    insert into service_search_due
      select distinct touched.service_id from touched
      where exists (select from service where service.id = touched.service_id) on conflict do nothing;
  end if;
  return null;
end $$;

create trigger taxonomy_term_created after insert on taxonomy_term referencing new table as touched
  for each statement execute function directory.note_services();
do $$
declare
  name text;
begin
  foreach name in array array['schedule', 'cost_option', 'accessibility', 'offer'] loop
    execute format('create trigger %1$s_created after insert on %1$I referencing new table as touched
      for each statement execute function directory.note_services()', name);
    execute format('create trigger %1$s_changed after update on %1$I referencing new table as touched
      for each statement execute function directory.note_services()', name);
    execute format('create trigger %1$s_removed after delete on %1$I referencing old table as touched
      for each statement execute function directory.note_services()', name);
  end loop;
end $$;
