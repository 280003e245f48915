import * as planted from './helpers/text.ts';

export const seen = planted;
