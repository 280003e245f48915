import * as planted from 'node:fs';

export const seen = planted;
