import * as planted from 'pg';

export const seen = planted;
