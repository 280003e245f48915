import { inTransaction } from '../platform/transaction.ts';
import { lockAgreement } from './agreement.queries.ts';

export const acceptTerms = () => [inTransaction, lockAgreement];
