import * as planted from './agreement.queries.ts';

export const seen = planted;
