import type pg from 'pg';

// An invented county, the same each time: ten services to an organisation, six places to five services.
const NAMES = `array['Garden','Lunch','Walking','Choir','Home care','Day','Reading','Swimming','Advice','Carers']`;
const FORMS = `array['club','group','service','visits','circle','sessions','support','mornings']`;
const PLACES = `array['Mill','Abbey','Station','Meadow','Harbour','Orchard','Chapel','Bridge','Quarry','Heath']`;
const DAYS = `array['MONDAY','TUESDAY','WEDNESDAY','THURSDAY','FRIDAY','SATURDAY','SUNDAY']`;
const KINDS = `array['PROVIDER','PROVIDER','COMMUNITY_GROUP','COMMUNITY_GROUP','ADVICE']`;
const BATCH = 2_500;

const at = (list: string, number: string) =>
  `(${list})[1 + mod((${number})::bigint * 2654435761 / 1000, array_length(${list}, 1))]`;
const id = (sort: string, number: string) =>
  `('${sort.repeat(8)}-0000-4000-8000-' || lpad((${number})::text, 12, '0'))::uuid`;

const ORGANISATIONS = `insert into organisation (id, kind, name, description)
  select ${id('2', 'n')}, ${at(KINDS, 'n + 3')}, ${at(PLACES, 'n')} || ' ' || ${at(NAMES, 'n * 3')} || ' ' || n, 'Here for everybody nearby.'
  from generate_series($1::bigint / 10, ($2::bigint - 1) / 10) n`;
const LOCATIONS = `insert into location (id, type, name, latitude, longitude, address_lines, city, county, postcode)
  select ${id('b', 'n')}, 'PHYSICAL', ${at(PLACES, 'n * 5')} || ' Hall', 51 + mod(n * 7919, 30011) / 10000.0,
         -3 + mod(n * 104729, 40009) / 10000.0, array[n || ' Long Row'], ${at(PLACES, 'n * 7')}, 'County', 'FM' || 1 + n % 40 || ' 1AA'
  from generate_series($1::bigint * 6 / 5, $2::bigint * 6 / 5 - 1) n`;
const SERVICES = `insert into service (id, organisation_id, name, description, status, minimum_age, languages)
  select ${id('1', 'n')}, ${id('2', 'n / 10')}, ${at(PLACES, 'n')} || ' ' || ${at(NAMES, 'n * 7')} || ' ' || ${at(FORMS, 'n * 5')},
         'People meet, talk and do something with their hands. There is ' || lower(${at(NAMES, 'n * 11')}) ||
         ' on some days. Somebody at the door says hello and shows you round. Transport can be arranged when you ask two days before.',
         'ACTIVE', case when n % 3 = 0 then 18 end, case when n % 5 = 0 then array['Welsh'] else '{}' end
  from generate_series($1::bigint, $2::bigint - 1) n`;
const PARTS = [
  `insert into service_at_location (id, service_id, location_id)
    select gen_random_uuid(), ${id('1', 'n')}, ${id('b', 'n * 6 / 5')} from generate_series($1::bigint, $2::bigint - 1) n
    union all
    select gen_random_uuid(), ${id('1', 'n')}, ${id('b', 'n * 6 / 5 + 1')} from generate_series($1::bigint, $2::bigint - 1) n where n % 5 = 4`,
  `insert into schedule (id, service_id, position, days, opens_at, closes_at, frequency)
    select gen_random_uuid(), ${id('1', 'n')}, turn, array[${at(DAYS, 'n + turn * 3')}], '10:00', '12:00', 'WEEKLY'
    from generate_series($1::bigint, $2::bigint - 1) n, generate_series(0, 1) turn`,
  `insert into cost_option (id, service_id, position, option, amount_pence)
    select gen_random_uuid(), ${id('1', 'n')}, 0, 'per session', n % 12 * 100 from generate_series($1::bigint, $2::bigint - 1) n`,
  `insert into accessibility (id, location_id, position, description)
    select gen_random_uuid(), ${id('b', 'n * 6 / 5')}, 0, 'Step-free entrance' from generate_series($1::bigint, $2::bigint - 1) n where n % 2 = 0`,
  `insert into offer (id, service_id, provider_id, unit, rate_pence, source)
    select gen_random_uuid(), ${id('1', 'n')}, ${id('2', 'n / 10')}, 'HOUR', 1500 + n % 1500, 'FEED'
    from generate_series($1::bigint, $2::bigint - 1) n where n % 2 = 0`,
];
const POSTCODES = `insert into postcode (code, outward, latitude, longitude, source)
  select 'FM' || n || ' 1AA', 'FM' || n, 51.2 + n * 0.06, -2.8 + (n * 17 % 40) * 0.09, 'LIST' from generate_series(1, 40) n`;

const INDEX = `select indexdef from pg_indexes where indexname = 'service_search_document_index'`;

/** Fills an empty database with so many services, and lets the triggers make the rows of search. */
export async function fillCounty(client: pg.Client, services: number): Promise<void> {
  await client.query(POSTCODES);
  // An index over all words is built once in a fraction of the time that growing it row by row takes.
  const [{ indexdef } = { indexdef: '' }] = (await client.query<{ indexdef: string }>(INDEX)).rows;
  await client.query('drop index service_search_document_index');
  for (let from = 0; from < services; from += BATCH) {
    const range = [from, Math.min(from + BATCH, services)];
    await client.query('begin');
    for (const statement of [ORGANISATIONS, LOCATIONS, SERVICES, ...PARTS]) await client.query(statement, range);
    await client.query('commit');
  }
  await client.query("set maintenance_work_mem = '512MB'");
  await client.query(indexdef);
  await client.query('vacuum analyze');
}
