// What an editor decides about two entries that may be one and the same. Nothing is merged and nothing is removed.
// PROPOSED → CONFIRMED (one is shown for both, the other stays where it is) | REJECTED. Either may be decided anew.

import { ok, refuseWith } from '../common/result.ts';
import type { Result } from '../common/result.ts';

/** What a link has come to. */
export const LinkState = { PROPOSED: 'PROPOSED', CONFIRMED: 'CONFIRMED', REJECTED: 'REJECTED' } as const;
export type LinkState = keyof typeof LinkState;

/** What an editor says of the two entries. */
export const LinkDecision = { SAME: 'SAME', TWO: 'TWO' } as const;
export type LinkDecision = keyof typeof LinkDecision;

/** Why a link could not be decided. */
export const DecideServiceLinkErrorCode = { PREFERRED_UNKNOWN: 'PREFERRED_UNKNOWN' } as const;
export type DecideServiceLinkErrorCode = keyof typeof DecideServiceLinkErrorCode;

/** What follows from a decision. */
export interface LinkDecided {
  readonly state: 'CONFIRMED' | 'REJECTED';
  /** The entry that is shown for both, and the one that stands behind it; null when they are two. */
  readonly shown: { readonly serviceId: string; readonly otherServiceId: string } | null;
}

/** Decides a link; the entry that is shown must be one of the two, and is the later unless told. */
export function decideLink(
  link: { readonly serviceId: string; readonly otherServiceId: string },
  decision: LinkDecision,
  preferredServiceId: string | null,
): Result<LinkDecided, DecideServiceLinkErrorCode> {
  if (decision === 'TWO') return ok({ state: 'REJECTED', shown: null });
  const preferred = preferredServiceId ?? link.serviceId;
  const both = [link.serviceId, link.otherServiceId];
  const [other] = both.filter((id) => id !== preferred);
  if (!both.includes(preferred) || other === undefined) {
    return refuseWith('PREFERRED_UNKNOWN', 'Choose which of the two entries is to be shown.', 'preferredServiceId');
  }
  return ok({ state: 'CONFIRMED', shown: { serviceId: preferred, otherServiceId: other } });
}
