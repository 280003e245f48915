import { acceptTerms } from '../api/agreements/accept-terms.ts';

export const seed = () => acceptTerms();
