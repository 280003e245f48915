import { dayAt } from '../common/calendar.ts';
import { isId } from '../common/id.ts';
import type { MemberRole, OrganisationKind } from '../common/viewer.ts';
import { ActedAs, recordEvent } from '../platform/events.ts';
import { notFound } from '../platform/problems.ts';
import type { Transaction } from '../platform/transaction.ts';
import { Membership } from './membership.entity.ts';

/** Who is to act for an organisation, and as what. */
export interface NewMember {
  readonly organisationId: string;
  readonly personId: string;
  readonly role: MemberRole;
}

/** Writes that a person acts for an organisation from today on, unless they do so already; answers the id it was given. */
export async function insertMembership(
  tx: Transaction,
  member: NewMember & Partial<Pick<Membership, 'id' | 'endsOn' | 'approvalLimitPence'>>,
): Promise<string> {
  const id = member.id ?? tx.newId();
  const { personId: setById } = tx.viewer;
  const row = { approvalLimitPence: null, endsOn: null, ...member, id, startsOn: dayAt(tx.now()), setById, version: 1 };
  await tx.manager.createQueryBuilder().insert().into(Membership).values(row).orIgnore().execute();
  return id;
}

/** An organisation whose members are about to change; one change at a time, and throws NOT_FOUND when absent or hidden. */
export async function lockMembers(
  tx: Transaction,
  organisationId: string,
): Promise<{ readonly id: string; readonly name: string; readonly kind: OrganisationKind }> {
  if (!isId(organisationId)) throw notFound('organisation');
  await tx.manager.query(`select pg_advisory_xact_lock(hashtextextended('members ' || $1, 0))`, [organisationId]);
  const rows: { id: string; name: string; kind: OrganisationKind }[] = await tx.manager.query(
    'select id, name, kind from organisation where id = $1',
    [organisationId],
  );
  if (!rows[0]) throw notFound('organisation');
  return rows[0];
}

/** A membership as it stands once no other change of its organisation's members is under way; throws NOT_FOUND when absent or hidden. */
export async function lockMembership(tx: Transaction, membershipId: string): Promise<Membership> {
  const seen = isId(membershipId) ? await tx.manager.findOneBy(Membership, { id: membershipId }) : null;
  if (!seen) throw notFound('member');
  await lockMembers(tx, seen.organisationId);
  return tx.manager.findOneByOrFail(Membership, { id: membershipId });
}

/** How many others than this run the organisation without an end. */
export async function otherManagers(tx: Transaction, { id, organisationId }: Membership): Promise<number> {
  const rows: { count: number }[] = await tx.manager.query(
    `select count(*)::int as count from membership m where m.organisation_id = $1 and m.role = 'MANAGER' and m.id <> $2
       and m.ended_at is null and m.ends_on is null and m.starts_on <= current_date`,
    [organisationId, id],
  );
  return rows[0]?.count ?? 0;
}

/** The person's roles in the organisation on that day or later; null when they have never been a member, as far as the viewer may know. */
export async function rolesOf(
  tx: Transaction,
  { organisationId, personId }: Omit<NewMember, 'role'>,
  day: string,
): Promise<readonly MemberRole[] | null> {
  if (!isId(personId)) return null;
  const rows: { role: MemberRole; lasts: boolean }[] = await tx.manager.query(
    `select role, ended_at is null and coalesce(ends_on, 'infinity') >= $3::date as lasts
     from membership where organisation_id = $1 and person_id = $2`,
    [organisationId, personId, day],
  );
  return rows.length === 0 ? null : rows.filter(({ lasts }) => lasts).map(({ role }) => role);
}

/** Writes what changes about a membership under its next number, and who changed it. */
export async function moveMembership(
  tx: Transaction,
  { id, version }: Membership,
  change: Partial<Pick<Membership, 'endsOn' | 'approvalLimitPence' | 'endedAt'>>,
): Promise<void> {
  await tx.manager.update(Membership, { id }, { ...change, version: version + 1, setById: tx.viewer.personId });
}

/** Records what happened to the members of an organisation, for its own members to read. */
export async function recordMemberEvent(
  tx: Transaction,
  { id, kind }: { readonly id: string; readonly kind: OrganisationKind },
  type: string,
  data: Readonly<Record<string, string | number>>,
): Promise<void> {
  const whose = kind === 'AUTHORITY' ? { authorityId: id } : { providerId: id };
  await recordEvent(tx, { stream: `organisation:${id}`, type, actedAs: ActedAs.MEMBER, ...whose, data });
}
