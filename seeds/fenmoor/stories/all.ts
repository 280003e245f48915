import { colm } from './colm.ts';
import { ken } from './ken.ts';
import { mair } from './mair.ts';
import { pip } from './pip.ts';
import { sol } from './sol.ts';
import { tamsin } from './tamsin.ts';
import type { Story } from '../story.ts';

/** All six stories. */
export const stories: readonly Story[] = [mair, sol, ken, colm, pip, tamsin];
