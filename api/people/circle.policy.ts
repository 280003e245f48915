import { mayCommitFor, type Viewer } from '../common/viewer.ts';

/** Whose circle it is and who stands in it. */
export interface CirclePosition {
  readonly individualId: string;
  readonly personId: string;
}

/** Whether the viewer says what this person may see and do: the individual, or who may bind them; never for themselves. */
export function canChangeCircleMember(viewer: Viewer, place: CirclePosition): boolean {
  return mayCommitFor(viewer, place.individualId) && viewer.personId !== place.personId;
}

/** Whether the viewer says how much support this person can give: that person alone. */
export function canSayInformalSupport(viewer: Viewer, place: CirclePosition): boolean {
  return viewer.personId !== null && viewer.personId === place.personId;
}

/** Whether the viewer may end this person's place: whoever may change it, and the person, who may always leave. */
export function canEndCircleMember(viewer: Viewer, place: CirclePosition): boolean {
  return canChangeCircleMember(viewer, place) || (viewer.personId !== null && viewer.personId === place.personId);
}
