import * as planted from '../../seeds/seed.ts';

export const seen = planted;
