import * as planted from './counter-terms.ts';

export const seen = planted;
