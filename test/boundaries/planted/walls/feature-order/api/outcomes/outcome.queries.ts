import * as planted from '../agreements/agreement.queries.ts';

export const seen = planted;
