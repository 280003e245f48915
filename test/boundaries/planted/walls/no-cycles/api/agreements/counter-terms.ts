import * as planted from './accept-terms.ts';

export const seen = planted;
