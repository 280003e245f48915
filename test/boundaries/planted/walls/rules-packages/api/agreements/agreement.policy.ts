import * as planted from 'typeorm';

export const seen = planted;
