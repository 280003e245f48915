import { dayAt, Temporal } from '../common/calendar.ts';
import type { Viewer } from '../common/viewer.ts';
import { weeklyLeftPence } from '../budgets/budget.rules.ts';
import { statusSentence } from './agreement-words.rules.ts';
import { type AgreementParties, partiesOf } from './agreement.policy.ts';
import {
  type AgreementFacts,
  type AgreementStatus,
  hasExpired,
  isOpen,
  type PartyRole,
  partyRoles,
  statusOf,
} from './agreement.rules.ts';
import type { AgreementRow } from './agreement.view.ts';
import { costBetweenPence, costedUntil } from './terms-cost.rules.ts';

/** The facts that the decisions speak of, from a row as it is read. */
export function factsOf(row: AgreementRow): AgreementFacts {
  return {
    state: row.state,
    latestAuthor: row.latestAuthor,
    latestHash: row.latest.hash,
    accepted: row.accepted,
    signed: row.signatures.map(({ party }) => party),
    parties: partyRoles(row.budgetId !== null),
    replyBy: row.replyBy === null ? null : Temporal.Instant.from(row.replyBy),
    startsOn: row.startsOn,
    endsOn: row.endsOn,
  };
}

/** Whose agreement it is, for the policies. */
export function partiesIn(row: AgreementRow): AgreementParties {
  return {
    authorityId: row.authorityId,
    individualId: row.individualId,
    providerId: row.providerId,
    hasBudget: row.budgetId !== null,
  };
}

/** How it stands at that instant. */
export function readStatus(row: AgreementRow, now: Temporal.Instant): AgreementStatus {
  return statusOf(factsOf(row), now, dayAt(now));
}

/** Who has to act next at that instant; terms that have lapsed wait for nobody. */
export function readWaiting(row: AgreementRow, now: Temporal.Instant): readonly PartyRole[] {
  return hasExpired(factsOf(row), now) ? [] : row.waiting;
}

/** How it stands, said to this viewer. */
export function readStatusSentence(row: AgreementRow, viewer: Viewer, now: Temporal.Instant): string {
  const reader = partiesOf(viewer, partiesIn(row));
  return statusSentence(readStatus(row, now), readWaiting(row, now), reader, namesIn(row));
}

/** The names of the parties that this reader may see. */
export function namesIn(row: AgreementRow): Record<PartyRole, string> {
  return {
    INDIVIDUAL: row.individualLabel,
    PROVIDER: row.providerName ?? 'the provider',
    BUDGET_HOLDER: row.authorityName ?? 'the budget holder',
  };
}

/** Pence left of the budget for each remaining week once the latest terms are accepted; null when there is no budget to see. */
export function weeklyLeftAfterPence(row: AgreementRow, now: Temporal.Instant): number | null {
  const budget = row.budgetState;
  if (!budget) return null;
  const today = dayAt(now);
  if (!isOpen(row)) return weeklyLeftPence(budget, today);
  const amount = costBetweenPence(row.latest, row.latest.startsOn, costedUntil(row.latest, budget.endsOn));
  const promised = budget.promisedPence - (row.commitmentPence ?? 0) + amount;
  return weeklyLeftPence({ ...budget, promisedPence: promised }, today);
}
