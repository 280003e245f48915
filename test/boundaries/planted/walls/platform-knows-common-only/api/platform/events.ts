import * as planted from '../agreements/agreement.entity.ts';

export const seen = planted;
