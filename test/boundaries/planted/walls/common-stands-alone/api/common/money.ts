import * as planted from '../../migrations/rates.ts';

export const seen = planted;
