import { timestampOf } from '../common/calendar.ts';
import { isId } from '../common/id.ts';
import { idSignedIn, signedId } from './signed-id.rules.ts';
import type { CircleLevel, MemberRole, Shared } from '../common/viewer.ts';
import type { Links } from '../platform/context.ts';
import { notFound } from '../platform/problems.ts';
import type { Transaction } from '../platform/transaction.ts';
import { type CleanInvitee, INVITATION_DAYS, type StandingInvitation } from './invitation.rules.ts';

/** An invitation as commands need it. */
export interface Invitation extends StandingInvitation {
  readonly id: string;
  readonly organisationId: string | null;
  readonly role: MemberRole | null;
  readonly approvalLimitPence: number | null;
  readonly authorityId: string | null;
  readonly individualId: string | null;
  readonly relation: string | null;
  readonly maySee: readonly Shared[];
  readonly mayDo: CircleLevel | null;
  readonly endsOn: string | null;
  readonly aboutName: string;
  readonly inviteeName: string;
  readonly email: string | null;
  readonly invitedById: string;
  readonly invitedByName: string;
}

/** What an invitation is into. */
export type InvitedInto = Partial<
  Pick<
    Invitation,
    'organisationId' | 'role' | 'approvalLimitPence' | 'authorityId' | 'individualId' | 'relation' | 'maySee' | 'mayDo'
  >
> & { readonly endsOn: string | null; readonly aboutName: string };

const COLUMNS = `id, organisation_id as "organisationId", role, approval_limit_pence as "approvalLimitPence",
  authority_id as "authorityId", individual_id as "individualId", relation, may_see as "maySee", may_do as "mayDo",
  ends_on as "endsOn", about_name as "aboutName", invitee_name as "inviteeName", email, invited_by_id as "invitedById",
  invited_by_name as "invitedByName", state, expires_at as "expiresAt"`;

/** Where the link of an invitation leads. */
export function invitationLink({ secret, home }: Links, linkId: string): string {
  return `${home}/invited/${signedId(secret, 'invitation', linkId)}`;
}

/** What the link's last part was made of; null when it was not made with this key. */
export function linkIdOf({ secret }: Links, token: string): string | null {
  return idSignedIn(secret, 'invitation', token);
}

/** How many invitations the viewer has sent in the last day; one of their invitations at a time, so that many at once are counted. */
export async function invitedLately(tx: Transaction): Promise<number> {
  await tx.manager.query(`select pg_advisory_xact_lock(hashtextextended('invite ' || $1, 0))`, [tx.viewer.personId]);
  const rows: { count: number }[] = await tx.manager.query(
    'select count(*)::int as count from invitation where invited_by_id = $1 and invited_at > $2',
    [tx.viewer.personId, timestampOf(tx.now().subtract({ hours: 24 }))],
  );
  return rows[0]?.count ?? 0;
}

/** Writes an invitation, with a letter when there is an address and a way to send it; answers its id. */
export async function insertInvitation(tx: Transaction, invitee: CleanInvitee, into: InvitedInto): Promise<string> {
  const [id, linkId, now] = [tx.newOpaqueId(), tx.newOpaqueId(), tx.now()];
  const isMailed = tx.links.hasMail && invitee.email !== null;
  await tx.manager.query(
    `insert into invitation (id, link_id, organisation_id, role, approval_limit_pence, authority_id, individual_id, relation,
       may_see, may_do, ends_on, about_name, invitee_name, email, invited_by_id, invited_by_name, invited_at, expires_at, letter_state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      ...[id, linkId, into.organisationId ?? null, into.role ?? null, into.approvalLimitPence ?? null],
      ...[into.authorityId ?? null, into.individualId ?? null, into.relation ?? null, into.maySee ?? []],
      ...[into.mayDo ?? null, into.endsOn, into.aboutName, invitee.name, invitee.email],
      ...[tx.viewer.personId, tx.viewer.name, timestampOf(now), expiryAfter(now), isMailed ? 'WAITING' : null],
    ],
  );
  return id;
}

/** Gives an invitation another link and life, so that the link before stops working. */
export async function renewInvitation(tx: Transaction, { id, email }: Invitation): Promise<void> {
  const [linkId, now] = [tx.newOpaqueId(), tx.now()];
  const isMailed = tx.links.hasMail && email !== null;
  await tx.manager.query(
    `update invitation set link_id = $2, invited_at = $3, expires_at = $4, letter_state = $5, letter_tries = 0 where id = $1`,
    [id, linkId, timestampOf(now), expiryAfter(now), isMailed ? 'WAITING' : null],
  );
}

/** Locks an invitation for whoever may invite there; throws NOT_FOUND when absent or hidden. */
export async function lockInvitation(tx: Transaction, invitationId: string): Promise<Invitation> {
  if (!isId(invitationId)) throw notFound('invitation');
  await tx.manager.query('select from invitation where id = $1 for update', [invitationId]);
  const rows: Invitation[] = await tx.manager.query(`select ${COLUMNS} from invitation where id = $1`, [invitationId]);
  if (!rows[0]) throw notFound('invitation');
  return rows[0];
}

/** The invitation of a link, held until the transaction ends; null when the link does not work. */
export async function openInvitation(tx: Transaction, token: string): Promise<Invitation | null> {
  const linkId = linkIdOf(tx.links, token);
  if (linkId === null) return null;
  await tx.manager.query('select access.open_invitation($1)', [linkId]);
  await tx.manager.query(`select from invitation where id = any (access.ids('kith.invitations')) for update`);
  const rows: Invitation[] = await tx.manager.query(
    `select ${COLUMNS} from invitation where id = any (access.ids('kith.invitations'))`,
  );
  return rows[0] ?? null;
}

/** Writes how an invitation ended. */
export async function decideInvitation(
  tx: Transaction,
  invitationId: string,
  end:
    | { readonly state: 'ACCEPTED'; readonly acceptedById: string; readonly placeId: string }
    | { readonly state: 'DECLINED' | 'WITHDRAWN' },
): Promise<void> {
  const { acceptedById, placeId } = end.state === 'ACCEPTED' ? end : { acceptedById: null, placeId: null };
  await tx.manager.query(
    'update invitation set state = $2, decided_at = $3, accepted_by_id = $4, place_id = $5 where id = $1',
    [invitationId, end.state, timestampOf(tx.now()), acceptedById, placeId],
  );
}

function expiryAfter(now: Transaction['now'] extends () => infer Instant ? Instant : never): Date {
  return timestampOf(now.add({ hours: INVITATION_DAYS * 24 }));
}
