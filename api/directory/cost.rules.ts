// A cost is one way in which a service is paid for: an amount and what it is for.
// The feed decides; an unknown amount stays unknown and is never taken for free. “£4.00”, “per hour” → “£4.00 an hour”.

import { pounds } from '../common/money.ts';
import { dayOf } from './moment.rules.ts';
import type { Note, Raw } from './repair.rules.ts';
import { lineOf, textOf } from './text.rules.ts';

/** One way in which a service is paid for. */
export interface CostEntry {
  readonly option: string | null;
  readonly amountPence: number | null;
  readonly description: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

const MOST_PENCE = 100_000_000;

/** Reads one cost of a feed; null when it says nothing. */
export function readCost(raw: Raw, note: Note): CostEntry | null {
  const entry: CostEntry = {
    option: lineOf(raw['option'], note) ?? lineOf(raw['cost_type'], note),
    amountPence: amountOf(raw['amount'], note),
    description: textOf(raw['amount_description'], note, 2000),
    validFrom: dayOf(raw['valid_from'], note),
    validTo: dayOf(raw['valid_to'], note),
  };
  return entry.option === null && entry.amountPence === null && entry.description === null ? null : entry;
}

/** The cost in a few words: “£21.60 an hour”, “Free”, or what is said about it. */
export function describeCost(cost: Pick<CostEntry, 'option' | 'amountPence' | 'description'>): string {
  const { option, amountPence, description } = cost;
  if (amountPence === 0) return 'Free';
  if (amountPence === null) return description ?? option ?? 'Price on asking';
  const unit = option?.replace(/^(?:per|each|every)\s+/i, '').toLowerCase();
  if (!unit) return pounds(amountPence);
  if (/^an?\s/.test(unit)) return `${pounds(amountPence)} ${unit}`;
  if (unit !== option?.toLowerCase())
    return `${pounds(amountPence)} ${/^(?:[aeio]|hour)/.test(unit) ? 'an' : 'a'} ${unit}`;
  return `${pounds(amountPence)} (${option ?? ''})`;
}

function amountOf(value: unknown, note: Note): number | null {
  if (value === undefined) return null;
  const line = lineOf(value, note, 100);
  if (line === null) return null;
  if (/^free$/i.test(line)) {
    note('AMOUNT_FORM');
    return 0;
  }
  const amount = /^£?\s*(\d+(?:,\d{3})*(?:\.\d+)?)(?:\s*(?:GBP|pounds?))?$/i.exec(line)?.[1];
  const pence = Math.round(Number(amount?.replaceAll(',', '') ?? Number.NaN) * 100);
  if (!Number.isSafeInteger(pence) || pence > MOST_PENCE) {
    note('AMOUNT_UNREADABLE');
    return null;
  }
  if (typeof value === 'string') note('AMOUNT_FORM');
  return pence;
}
