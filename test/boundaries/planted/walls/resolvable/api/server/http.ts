import * as planted from './nowhere.ts';

export const seen = planted;
