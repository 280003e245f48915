import * as planted from '../../web/words.ts';

export const seen = planted;
