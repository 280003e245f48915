import * as planted from '../outcomes/outcome.resolver.ts';

export const seen = planted;
