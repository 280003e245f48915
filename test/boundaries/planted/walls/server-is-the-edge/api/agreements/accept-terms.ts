import * as planted from '../server/http.ts';

export const seen = planted;
