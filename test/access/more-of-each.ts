import type { SeededWorld } from '../support/seeded-world.ts';

// Three of each thing that a first start plants fewer of, for whoever counts what a list of it costs.

const SERVICE = `(select id from service order by id limit 1)`;
const ORGANISATION = `(select organisation_id from service order by id limit 1)`;
const PERSON = (subject: string) => `(select id from person where subject = '${subject}')`;
const THREE = 'generate_series(1, 3) n';

const STATEMENTS: readonly string[] = [
  `insert into feed (id, key, name, source, created_at) select gen_random_uuid(), 'more/' || n, 'More', 'x', now() from ${THREE}`,
  `insert into import_run (id, feed_id, started_at, worked_at)
   select gen_random_uuid(), f.id, now() + n * interval '1 second', now() from feed f, ${THREE} where f.key = 'more/1'`,
  `insert into quarantined_row (id, feed_id, row_hash, reason_code, reason, raw, first_run_id, last_run_id)
   select gen_random_uuid(), r.feed_id, decode(lpad(n::text, 2, '0'), 'hex'), 'NAME_MISSING', 'No name.', '{}', r.id, r.id
   from (select * from import_run order by started_at desc limit 1) r, ${THREE}`,
  `insert into service_link (id, kind, service_id, other_service_id, grounds, run_id, proposed_at)
   select gen_random_uuid(), 'DUPLICATE', s.id, ${SERVICE}, '{SAME_NAME}', r.id, now()
   from (select id from service order by id offset 1 limit 3) s, (select id from import_run limit 1) r`,
  'update service set unlisted_on = current_date where id in (select id from service order by id offset 4 limit 3)',
  `insert into claim (id, organisation_id, person_id, claimant_name, role_words, evidence, made_at)
   select gen_random_uuid(), o.id, ${PERSON('beryl')}, 'Beryl', 'Treasurer', 'A letter', now()
   from (select id from organisation where kind = 'COMMUNITY_GROUP' order by id limit 3) o`,
  `insert into assurance (id, service_id, organisation_id, origin, result, assured_on, assured_at, person_id, acting_id, method, answered_by, words)
   select gen_random_uuid(), ${SERVICE}, ${ORGANISATION}, 'CALL', 'NOT_RIGHT', current_date, clock_timestamp(), ${PERSON('wen')},
     (select organisation_id from membership where person_id = ${PERSON('wen')}), 'PHONE', 'secretary', 'It moved.' from ${THREE}`,
  `insert into letter (id, service_id, organisation_id, kind, period_on, address, written_on, written_at, expires_on)
   select gen_random_uuid(), ${SERVICE}, ${ORGANISATION}, 'ASKED', current_date, 'a@b.example', current_date - n, now(), current_date + 9
   from ${THREE}`,
  `insert into suggestion (id, kind, organisation_id, service_id, words, stood, why, made_at)
   select gen_random_uuid(), 'CHANGE', ${ORGANISATION}, ${SERVICE}, '{"NAME": "Tea"}', '{"NAME": "Te"}', 'A letter is missing.', now() from ${THREE}`,
  `insert into own_edit (id, organisation_id, service_id, field, value, edited_by, edited_as, edited_at)
   select gen_random_uuid(), ${ORGANISATION}, ${SERVICE}, field, '"ours"', ${PERSON('wen')}, 'EDITOR', now()
   from unnest(array['NAME', 'PHONE', 'EMAIL']) field`,
  `insert into own_edit (id, organisation_id, field, value, edited_by, edited_as, edited_at)
   select gen_random_uuid(), ${ORGANISATION}, field, '"ours"', ${PERSON('wen')}, 'EDITOR', now()
   from unnest(array['NAME', 'PHONE', 'EMAIL']) field`,
  `insert into edit_conflict (id, edit_id, organisation_id, service_id, field, feed_value, feed_said_at)
   select gen_random_uuid(), id, organisation_id, service_id, field, '"theirs"', now() from own_edit
   where (service_id = ${SERVICE} or service_id is null and organisation_id = ${ORGANISATION}) and ended_at is null`,
  `insert into interpreter_booking (authority_id, id, individual_id, interpreter, wanted_on, starts_at, minutes, place, purpose, state, version, asked_by, asked_at)
   select authority_id, gen_random_uuid(), id, 'BSL', current_date + n, '10:00', 60, 'Here', 'Talk', 'ASKED', 1, id, now()
   from individual, ${THREE} where id = ${PERSON('mair')}`,
];

/** Adds them to Fenmoor, as the owner, whom no policy binds. */
export async function addMoreOfEach(fenmoor: SeededWorld): Promise<void> {
  for (const statement of STATEMENTS) await fenmoor.sql(statement);
}
