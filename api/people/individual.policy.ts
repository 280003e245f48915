import {
  actsFor,
  CircleLevel,
  circleOf,
  mayCommitFor,
  MemberRole,
  maySuggestFor,
  Shared,
  type Viewer,
} from '../common/viewer.ts';

/** Whose affairs a policy is asked about. */
export interface Belonging {
  readonly authorityId: string;
  readonly individualId: string;
}

/** Whether the viewer is a broker of the authority that commissions with the individual. */
export function isBrokerOf(viewer: Viewer, subject: Belonging): boolean {
  return actsFor(viewer, subject.authorityId, MemberRole.BROKER);
}

/** Whether the viewer may put something forward: the individual, people close to them who may suggest, their broker. */
export function canSuggest(viewer: Viewer, subject: Belonging): boolean {
  return maySuggestFor(viewer, subject.individualId) || isBrokerOf(viewer, subject);
}

/** What the viewer may do in the individual's affairs; a broker suggests and never decides for the person. */
export function levelFor(viewer: Viewer, subject: Belonging): CircleLevel {
  const circle = circleOf(viewer, subject.individualId);
  if (circle) return circle.mayDo;
  return isBrokerOf(viewer, subject) ? CircleLevel.SUGGEST : CircleLevel.VIEW;
}

/** What the viewer is to the individual: "SELF", the relation, "broker"; null when nothing. */
export function relationTo(viewer: Viewer, subject: Belonging): string | null {
  return circleOf(viewer, subject.individualId)?.relation ?? (isBrokerOf(viewer, subject) ? 'broker' : null);
}

/** Whether the viewer may put something into the plan: the individual, people who share the plan and may suggest, the broker. */
export function canSuggestInPlan(viewer: Viewer, subject: Belonging): boolean {
  const seesPlan = circleOf(viewer, subject.individualId)?.maySee.includes(Shared.PLAN) ?? false;
  return (seesPlan && maySuggestFor(viewer, subject.individualId)) || isBrokerOf(viewer, subject);
}

/** In what capacity the viewer acts in this individual's affairs. */
export function capacityOf(viewer: Viewer, individualId: string): 'INDIVIDUAL' | 'CIRCLE' | 'BROKER' {
  if (viewer.personId === individualId) return 'INDIVIDUAL';
  return circleOf(viewer, individualId) ? 'CIRCLE' : 'BROKER';
}

/** Whose words a statement holds. */
export interface Spoken {
  readonly individualId: string;
  readonly spokenById: string;
}

/** Whether the viewer may take a statement back: its speaker, and for the individual's own words whoever may bind them. */
export function canTakeBackStatement(viewer: Viewer, said: Spoken): boolean {
  if (viewer.personId !== null && viewer.personId === said.spokenById) return true;
  return said.spokenById === said.individualId && mayCommitFor(viewer, said.individualId);
}

/** As what the speaker speaks of the individual: themselves, somebody of the circle, or a professional of the authority. */
export function speaksAs(
  viewer: Viewer,
  speakerId: string,
  subject: Belonging,
): 'INDIVIDUAL' | 'CIRCLE' | 'PROFESSIONAL' {
  if (speakerId === subject.individualId) return 'INDIVIDUAL';
  const isStaff = speakerId === viewer.personId && circleOf(viewer, subject.individualId) === null;
  return isStaff ? 'PROFESSIONAL' : 'CIRCLE';
}
