import * as planted from '../../test/support/world.ts';

export const seen = planted;
