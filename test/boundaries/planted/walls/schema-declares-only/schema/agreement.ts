import * as planted from '../api/agreements/agreement.queries.ts';

export const seen = planted;
