import { makeContext } from '../api/platform/context.ts';
import { tellOfGap } from '../api/gaps/tell-of-gap.ts';
import { planted, type World } from './world.ts';

/** What visitors of Fenmoor looked for and did not find: one need of seven people, one of four, which nobody is shown. */
const GAPS = [
  { need: 'signing choir', domain: 'COMMUNITY', area: 'FM3', people: 7 },
  { need: 'evening home care', domain: 'PERSONAL_HYGIENE', area: 'FM6', people: 5 },
  { need: 'dementia swimming', domain: 'COMMUNITY', area: 'FM2', people: 4 },
] as const;

/** Tells of gaps as visitors without a name would; answers how many needs there are. */
export async function plantGaps(world: World): Promise<number> {
  for (const [place, { people, ...gap }] of GAPS.entries()) {
    for (let person = 1; person <= people; person += 1) {
      planted(await tellOfGap(makeContext({ ...world.visitor, caller: `192.0.2.${place * 20 + person}` }), gap));
    }
  }
  return GAPS.length;
}
