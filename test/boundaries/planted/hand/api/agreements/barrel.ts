// breaks no-restricted-syntax: No barrels
export { acceptTerms } from './accept-terms.ts';
