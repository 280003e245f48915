import * as planted from '../../schema/agreement.ts';

export const seen = planted;
