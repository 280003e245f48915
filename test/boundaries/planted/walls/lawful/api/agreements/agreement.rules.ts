import { createHash } from 'node:crypto';
import { fits } from '../budgets/budget.rules.ts';

export const AgreementState = { PROPOSED: 'PROPOSED' } as const;
export const fingerprint = (text: string) => [createHash('sha256').update(text), fits(1)];
