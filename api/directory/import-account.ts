import type { QuarantineReason } from './entry.rules.ts';
import type { RowKind } from './feed.rules.ts';
import { REPAIRS } from './repair.rules.ts';
import type { Repair } from './repair.rules.ts';

/** How many rows there were of one reason or repair. */
export interface Tally {
  readonly code: string;
  readonly sentence: string;
  readonly count: number;
}

/** A file or address that could not be read at all. */
export interface SourceProblem {
  /** Key of the feed that was to be read. */
  readonly key: string;
  readonly source: string;
  readonly code: string;
  readonly sentence: string;
}

/** What an import came to; every row read was created, changed, unchanged or quarantined. */
export interface ImportAccount {
  readonly read: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly quarantined: number;
  /** Rows that landed and of which nothing was made, since what they came in broke off. */
  readonly left: number;
  /** Services that a feed lists no longer, found in this run; they are kept and marked. */
  readonly unlisted: number;
  /** Services that a feed lists again. */
  readonly relisted: number;
  /** Links between entries that may be the same, proposed in this run for a person to decide. */
  readonly proposed: number;
  /** Why rows were quarantined, most frequent first. */
  readonly reasons: readonly Tally[];
  /** What was repaired in rows that were new or changed, most frequent first. */
  readonly repairs: readonly Tally[];
  readonly problems: readonly SourceProblem[];
}

/** What became of one row. */
export type Fate = 'created' | 'changed' | 'unchanged' | 'quarantined';

/** One row and its fate, for a report. */
export interface RowFate {
  readonly feed: string;
  readonly kind: RowKind;
  /** Identifier that the row gave itself; null when it gave none. */
  readonly externalId: string | null;
  readonly name: string | null;
  readonly fate: Fate;
  readonly reason: QuarantineReason | null;
  readonly sentence: string | null;
  readonly repairs: readonly Repair[];
  /** The row as it came, when it was quarantined; null otherwise. */
  readonly raw: unknown;
}

/** Every reason for quarantine, in a sentence. */
export const REASONS: Readonly<Record<QuarantineReason, string>> = {
  FULL_TEXT_MISSING: 'The list names the entry, but its full text could not be fetched; what is known of it was kept.',
  ID_REPEATED: 'The identifier came twice in one feed, with different details.',
  NAME_MISSING: 'The entry has no name.',
  NOT_AN_OBJECT: 'The row is not an entry with fields.',
  ORGANISATION_MISSING: 'The entry does not say which organisation runs it, or names one that the feed does not hold.',
  STATUS_UNKNOWN: 'The status is none that we know.',
};

/** Adds up what becomes of rows while an import runs. */
export class Ledger {
  private readonly fates: Record<Fate, number> = { created: 0, changed: 0, unchanged: 0, quarantined: 0 };
  private readonly reasons = new Map<QuarantineReason, number>();
  private readonly repairs = new Map<Repair, number>();
  private readonly problems: SourceProblem[] = [];
  private readonly upkeep = { left: 0, unlisted: 0, relisted: 0, proposed: 0 };

  /** Counts one row. */
  add(fate: Fate, reason: QuarantineReason | null, repairs: readonly Repair[]): void {
    this.fates[fate] += 1;
    if (reason) this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
    for (const repair of repairs) this.repairs.set(repair, (this.repairs.get(repair) ?? 0) + 1);
  }

  /** Counts what was noticed when a feed had been read. */
  addUpkeep(found: { readonly unlisted: number; readonly relisted: number; readonly proposed: number }): void {
    this.upkeep.unlisted += found.unlisted;
    this.upkeep.relisted += found.relisted;
    this.upkeep.proposed += found.proposed;
  }

  /** Counts rows of which nothing is made. */
  addLeft(count: number): void {
    this.upkeep.left += count;
  }

  /** Notes a source that could not be read. */
  addProblem(problem: SourceProblem): void {
    this.problems.push(problem);
  }

  /** The account so far. */
  account(): ImportAccount {
    const { created, changed, unchanged, quarantined } = this.fates;
    return {
      read: created + changed + unchanged + quarantined,
      ...{ created, changed, unchanged, quarantined },
      ...this.upkeep,
      reasons: tallied(this.reasons, REASONS),
      repairs: tallied(this.repairs, REPAIRS),
      problems: this.problems,
    };
  }
}

function tallied<Code extends string>(counts: Map<Code, number>, sentences: Readonly<Record<Code, string>>): Tally[] {
  return [...counts]
    .map(([code, count]) => ({ code, sentence: sentences[code], count }))
    .sort((a, b) => b.count - a.count || a.code.localeCompare(b.code));
}
