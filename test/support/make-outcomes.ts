import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { pino } from 'pino';
import { Appraisal } from '../../api/appraisals/appraisal.entity.ts';
import { openAppraisal } from '../../api/appraisals/open-appraisal.ts';
import { Decision } from '../../api/appraisals/decision.entity.ts';
import { Option } from '../../api/appraisals/option.entity.ts';
import { Temporal } from '../../api/common/calendar.ts';
import type { Result } from '../../api/common/result.ts';
import { ANONYMOUS, type CircleLevel, type MemberRole, type Shared, type Viewer } from '../../api/common/viewer.ts';
import { Outcome } from '../../api/outcomes/outcome.entity.ts';
import { agreeOutcome } from '../../api/outcomes/agree-outcome.ts';
import { stateOutcome, type StateOutcome } from '../../api/outcomes/state-outcome.ts';
import { CircleMember } from '../../api/people/circle-member.entity.ts';
import { Individual } from '../../api/people/individual.entity.ts';
import { type Context, makeContext } from '../../api/platform/context.ts';
import { openDatabase } from '../../api/platform/database.ts';
import { testDatabase } from './test-database.ts';

/** The rows that plans are made of. */
export const PLAN_ENTITIES = [Individual, CircleMember, Outcome, Appraisal, Option, Decision];

/** The day on which everything in a plan's tests happens. */
export const TODAY = '2026-11-23';

/** A database with one authority in it, and the hands to put people, outcomes and services there. */
export type PlanWorld = Awaited<ReturnType<typeof openPlanWorld>>;

/** Opens a world of plans: one authority, nobody in it yet. */
export async function openPlanWorld() {
  const database = await testDatabase();
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
  const db = await openDatabase({ url: database.appUrl, entities: PLAN_ENTITIES, waitMs: 20_000 });
  const log = pino({ level: 'silent' });

  const insert = async (table: string, row: Readonly<Record<string, unknown>>): Promise<string> => {
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`);
    await owner.query(`insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`, Object.values(row));
    return String(row['id']);
  };
  const organisation = (kind: string, name = `${kind} of Fenmoor`) =>
    insert('organisation', { id: randomUUID(), kind, name });
  const authorityId = await organisation('AUTHORITY');

  const person = (name: string) =>
    insert('person', { id: randomUUID(), name, preferred_name: name, authority_id: authorityId });
  const member = async (organisationId: string, role: MemberRole, name: string = role) => {
    const id = await person(name);
    const starts_on = '2020-01-01';
    await insert('membership', { id: randomUUID(), organisation_id: organisationId, person_id: id, role, starts_on });
    return id;
  };
  const individual = async (home: { postcode?: string; latitude?: number; longitude?: number } = {}) => {
    const id = await person('Amira Okoro');
    return insert('individual', { authority_id: authorityId, id, alias: 'Person K7', ...home });
  };
  const circle = async (individualId: string, mayDo: CircleLevel, maySee: readonly Shared[] = ['PLAN']) => {
    const personId = await person(`${mayDo} of the circle`);
    await insert('circle_member', {
      authority_id: authorityId,
      id: randomUUID(),
      individual_id: individualId,
      person_id: personId,
      relation: 'niece',
      may_see: maySee,
      may_do: mayDo,
      starts_on: '2020-01-01',
    });
    return personId;
  };

  /** A fresh context of that person; nobody when null. */
  const as = async (personId: string | null): Promise<Context> => {
    const { rows } = await owner.query<{ viewer: Viewer | null }>('select access.viewer($1) as viewer', [personId]);
    const now = () => Temporal.Instant.from(`${TODAY}T10:42:00Z`);
    return makeContext({ viewer: rows[0]?.viewer ?? ANONYMOUS, db, log, now });
  };
  const events = async (stream: string) => {
    const sql =
      'select type, acted_as, individual_id, provider_id, data from event where stream = $1 order by sequence';
    return (await owner.query(sql, [stream])).rows;
  };
  const close = async () => {
    await Promise.all([db.close(), owner.end()]);
    await database.drop();
  };
  return { db, owner, authorityId, insert, organisation, person, member, individual, circle, as, events, close };
}

/** The value of a result that must hold. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** The codes of a result, sorted; empty when it holds. */
export function codes(result: Result<unknown>): string[] {
  return result.ok ? [] : result.problems.map(({ code }) => code).sort();
}

/** An outcome in draft, stated by that context's person. */
export async function makeOutcome(
  ctx: Context,
  individualId: string,
  said: Partial<StateOutcome> = {},
): Promise<string> {
  const statement = 'I want to see people my own age, twice a week.';
  return must(await stateOutcome(ctx, { individualId, statement, domain: 'RELATIONSHIPS', ...said }));
}

/** An outcome agreed by the individual, and its open appraisal. */
export async function makeAppraisal(world: PlanWorld, individualId: string) {
  const ctx = await world.as(individualId);
  const outcomeId = await makeOutcome(ctx, individualId);
  must(await agreeOutcome(ctx, { outcomeId }));
  const appraisalId = must(await openAppraisal(ctx, { outcomeId }));
  return { ctx, outcomeId, appraisalId };
}

/** A service of the directory, with whatever rows belong to it. */
export async function makeService(
  world: PlanWorld,
  facts: {
    readonly kind?: string;
    readonly service?: Readonly<Record<string, unknown>>;
    readonly schedules?: readonly Readonly<Record<string, unknown>>[];
    readonly costs?: readonly Readonly<Record<string, unknown>>[];
    readonly offers?: readonly Readonly<Record<string, unknown>>[];
    readonly place?: Readonly<Record<string, unknown>>;
    readonly access?: readonly string[];
  } = {},
): Promise<string> {
  const { insert } = world;
  const organisationId = await world.organisation(facts.kind ?? 'COMMUNITY_GROUP', 'Thursday Friends');
  const id = randomUUID();
  await insert('service', {
    id,
    organisation_id: organisationId,
    name: 'Thursday Table',
    status: 'ACTIVE',
    ...facts.service,
  });
  const position = (index: number) => ({ id: randomUUID(), service_id: id, position: index + 1 });
  for (const [index, row] of (facts.schedules ?? []).entries())
    await insert('schedule', { ...position(index), ...row });
  for (const [index, row] of (facts.costs ?? []).entries()) await insert('cost_option', { ...position(index), ...row });
  for (const row of facts.offers ?? [])
    await insert('offer', { id: randomUUID(), service_id: id, provider_id: organisationId, source: 'FEED', ...row });
  if (!facts.place) return id;

  const locationId = await insert('location', { id: randomUUID(), type: 'PHYSICAL', ...facts.place });
  await insert('service_at_location', { id: randomUUID(), service_id: id, location_id: locationId });
  for (const [index, description] of (facts.access ?? []).entries())
    await insert('accessibility', { id: randomUUID(), location_id: locationId, position: index + 1, description });
  return id;
}
