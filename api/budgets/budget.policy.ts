import { actsFor, MemberRole, type Viewer } from '../common/viewer.ts';

/** Whether the viewer may agree a budget for the authority: who holds its budgets. */
export function canAgreeBudget(viewer: Viewer, subject: { readonly authorityId: string }): boolean {
  return actsFor(viewer, subject.authorityId, MemberRole.BUDGET_HOLDER);
}
