import * as planted from 'prettier';

export const seen = planted;
