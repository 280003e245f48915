// breaks no-restricted-syntax: No barrels
export * from './accept-terms.ts';
