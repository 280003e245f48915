// How an agreement stands and what happened to it, in one vocabulary for everybody: always who is waited for.
import { pounds } from '../common/money.ts';
import type { AgreementStatus, PartyRole } from './agreement.rules.ts';
import { listInWords } from './terms-words.rules.ts';

/** What can happen to an agreement, as facts. */
export const AgreementEventType = {
  TERMS_PROPOSED: 'TERMS_PROPOSED',
  TERMS_COUNTERED: 'TERMS_COUNTERED',
  TERMS_ACCEPTED: 'TERMS_ACCEPTED',
  TERMS_DECLINED: 'TERMS_DECLINED',
  AGREEMENT_WITHDRAWN: 'AGREEMENT_WITHDRAWN',
  AGREEMENT_SIGNED: 'AGREEMENT_SIGNED',
} as const;
export type AgreementEventType = keyof typeof AgreementEventType;

/** The names that a reader may see, by party. */
export type PartyNames = Readonly<Record<PartyRole, string>>;

/** How the agreement stands, to this reader: "Waiting for you", "Waiting for Brightwater". */
export function statusSentence(
  status: AgreementStatus,
  waiting: readonly PartyRole[],
  reader: readonly PartyRole[],
  names: PartyNames,
): string {
  switch (status) {
    case 'PROPOSED':
    case 'COUNTERED':
      return waitingSentence(waiting, reader, names);
    case 'AGREED':
      return `Agreed, to be signed. ${waitingSentence(waiting, reader, names)}`;
    case 'PART_SIGNED':
      return `Agreed, being signed. ${waitingSentence(waiting, reader, names)}`;
    case 'SIGNED':
      return 'Signed';
    case 'STARTED':
      return 'Started';
    case 'ENDED':
      return 'Ended';
    case 'DECLINED':
      return 'Declined';
    case 'WITHDRAWN':
      return 'Withdrawn';
    case 'EXPIRED':
      return 'Not answered in time';
  }
}

function waitingSentence(waiting: readonly PartyRole[], reader: readonly PartyRole[], names: PartyNames): string {
  if (waiting.length === 0) return 'Waiting for nobody';
  const whom = waiting.map((party) => (reader.includes(party) ? 'you' : names[party]));
  return `Waiting for ${listInWords([...whom].sort((one, other) => Number(other === 'you') - Number(one === 'you')))}`;
}

/** What an event of an agreement carries beyond its type: short facts, never free text of people. */
export interface AgreementEventData {
  readonly number?: number;
  readonly changed?: number;
  readonly weeklyCostPence?: number;
  readonly isAgreed?: boolean;
  readonly isComplete?: boolean;
}

/** An event of an agreement in one sentence. */
export function eventSentence(type: AgreementEventType, actorName: string, data: AgreementEventData): string {
  switch (type) {
    case 'TERMS_PROPOSED':
      return `${actorName} suggested terms${costOf(data)}.`;
    case 'TERMS_COUNTERED':
      return `${actorName} changed ${data.changed === 1 ? '1 term' : `${data.changed ?? 0} terms`}${costOf(data)}.`;
    case 'TERMS_ACCEPTED':
      return data.isAgreed
        ? `${actorName} accepted the terms. They are agreed and can be signed.`
        : `${actorName} accepted the terms.`;
    case 'TERMS_DECLINED':
      return `${actorName} declined the terms.`;
    case 'AGREEMENT_WITHDRAWN':
      return `${actorName} withdrew.`;
    case 'AGREEMENT_SIGNED':
      return data.isComplete ? `${actorName} signed. Everybody has signed.` : `${actorName} signed.`;
  }
}

function costOf(data: AgreementEventData): string {
  return data.weeklyCostPence === undefined ? '' : ` (${pounds(data.weeklyCostPence)} a week)`;
}
