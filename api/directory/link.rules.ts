// A link says that two entries of the directory may be one and the same. The import proposes, a person decides, nothing is merged.
// PROPOSED → CONFIRMED | REJECTED. The same name in two towns is no link; neither are two services under one roof.

/** What a link says of its two entries. */
export const LinkKind = { DUPLICATE: 'DUPLICATE', REREGISTRATION: 'REREGISTRATION' } as const;
export type LinkKind = keyof typeof LinkKind;

/** What two entries have in common, with the sentence that tells an editor. */
export const GROUNDS = {
  SAME_PLACE: 'They are at the same address.',
  SAME_NAME: 'They have the same name.',
  SAME_TELEPHONE: 'They have the same telephone number.',
  SAME_WEBSITE: 'They have the same website.',
} as const;
export type Ground = keyof typeof GROUNDS;

/** What is compared of an entry at a place that it may share with another. */
export interface Candidate {
  readonly serviceId: string;
  readonly feedId: string | null;
  readonly name: string;
  readonly organisationName: string;
  readonly phone: string | null;
  readonly website: string | null;
  readonly postcode: string;
  readonly addressLines: readonly string[];
  readonly isUnlisted: boolean;
}

/** A link to propose: `serviceId` is the later entry. */
export interface ProposedLink {
  readonly kind: LinkKind;
  readonly serviceId: string;
  readonly otherServiceId: string;
  readonly grounds: readonly Ground[];
}

/** Whether two entries may be the same, and why; null when there is no reason to think so. */
export function judgeLink(a: Candidate, b: Candidate): ProposedLink | null {
  if (a.serviceId === b.serviceId || !isSamePlace(a, b)) return null;
  const grounds: Ground[] = ['SAME_PLACE'];
  if (isSameName(a.name, b.name)) grounds.push('SAME_NAME');
  if (a.phone !== null && a.phone === b.phone) grounds.push('SAME_TELEPHONE');
  if (a.website !== null && folded(a.website) === folded(b.website ?? '')) grounds.push('SAME_WEBSITE');

  if (!a.isUnlisted && !b.isUnlisted) return grounds.includes('SAME_NAME') ? link('DUPLICATE', a, b, grounds) : null;
  if (a.isUnlisted === b.isUnlisted || a.feedId !== b.feedId) return null;
  // An organisation that ends one thing and begins another in the same hall keeps its telephone and its website.
  const hasTakenOver = grounds.length > 1 && !isSameName(a.organisationName, b.organisationName);
  return grounds.includes('SAME_NAME') || hasTakenOver ? link('REREGISTRATION', a, b, grounds) : null;
}

function link(kind: LinkKind, a: Candidate, b: Candidate, grounds: readonly Ground[]): ProposedLink {
  // Identifiers tell the time, so the greater is the later; a listed entry took the place of one that is listed no longer.
  const isLater = a.isUnlisted === b.isUnlisted ? a.serviceId > b.serviceId : b.isUnlisted;
  const [later, earlier] = isLater ? [a, b] : [b, a];
  return { kind, serviceId: later.serviceId, otherServiceId: earlier.serviceId, grounds };
}

/** The same full postcode, and no house numbers that differ. */
function isSamePlace(a: Candidate, b: Candidate): boolean {
  if (a.postcode !== b.postcode || !a.postcode.includes(' ')) return false;
  const [first, second] = [houseOf(a), houseOf(b)];
  return first === null || second === null || first === second;
}

function houseOf({ addressLines }: Candidate): string | null {
  return /\d+[a-z]?/i.exec(addressLines.join(' '))?.[0].toLowerCase() ?? null;
}

/** Equal but for case, signs and legal forms, or one with a few words more, as “Fen View” and “Fen View Care Home”. */
function isSameName(a: string, b: string): boolean {
  const [short = '', long = ''] = [folded(a), folded(b)].sort((one, other) => one.length - other.length);
  return short !== '' && (short === long || (short.length >= 6 && long.startsWith(short)));
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/\b(?:the|ltd|limited|cic|cio|plc|llp)\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
