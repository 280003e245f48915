import * as planted from '../outcomes/index.ts';

export const seen = planted;
