import { createServer } from 'node:http';
import pg from 'pg';

// The least that could answer a search: node:http, and one statement written by hand around the search of the database.
const pool = new pg.Pool({ connectionString: process.env['LIMIT_DATABASE_URL'], max: 4 });
const PAGE = {
  name: 'page',
  text: `select json_build_object('order', found.has_all_words, 'hasMore', found.has_more, 'edges', (
      select json_agg(json_build_object('distanceMiles', round(hit.miles::numeric, 1), 'node', json_build_object(
        'id', s.id, 'name', s.name, 'description', s.description,
        'organisation', (select json_build_object('id', o.id, 'name', o.name) from organisation o where o.id = s.organisation_id),
        'locations', (select coalesce(json_agg(json_build_object('id', l.id, 'name', l.name, 'address',
            json_build_object('city', l.city, 'postcode', l.postcode)) order by l.name, l.id), '[]')
          from service_at_location sl join location l on l.id = sl.location_id where sl.service_id = s.id),
        'schedules', (select coalesce(json_agg(json_build_object('id', c.id, 'days', c.days, 'opensAt', c.opens_at, 'closesAt', c.closes_at)
            order by c.position), '[]') from schedule c where c.service_id = s.id),
        'offers', (select coalesce(json_agg(json_build_object('id', f.id, 'unit', f.unit, 'ratePence', f.rate_pence) order by f.id), '[]')
          from offer f where f.service_id = s.id))) order by hit.place)
      from unnest(found.ids, found.distances) with ordinality as hit (id, miles, place) join service s on s.id = hit.id)) as page
    from directory.find_services($1, 1, 0, 20, false, false) as found`,
};

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (part: Buffer) => (body += part.toString()));
  request.on('end', () => {
    pool.query<{ page: unknown }>({ ...PAGE, values: [body] }).then(
      ({ rows }) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(rows[0]?.page));
      },
      (error: unknown) => {
        response.writeHead(500);
        response.end(String(error));
      },
    );
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`);
});
