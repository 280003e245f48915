import * as planted from '../api/common/money.ts';

export const seen = planted;
