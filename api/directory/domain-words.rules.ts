// Which words of names and themes belong to which part of life, so that an outcome leads to what may help with it.
// Whoever keeps the directory's words decides; a service may belong to several. A domain → words that PostgreSQL stems, and
// words that only count together, joined by a line below.

import type { OutcomeDomain } from '../common/outcome-domain.ts';
import { quotedWord } from './search-words.rules.ts';
import { sameIn } from './welsh-words.rules.ts';

const WORDS: Readonly<Record<OutcomeDomain, string>> = {
  NUTRITION: 'food meal lunch breakfast dinner cooking nutrition eating diet foodbank kitchen cafe supper shopping',
  PERSONAL_HYGIENE:
    'washing bathing hygiene dressing homecare home_care personal_care gofal_gartref bath hairdresser laundry feet footcare podiatry',
  TOILET_NEEDS: 'continence toilet bladder bowel stoma homecare home_care personal_care gofal_gartref',
  CLOTHING: 'clothing clothes dressing laundry sewing uniform homecare home_care personal_care gofal_gartref',
  HOME_SAFETY: 'safety telecare alarm falls handyman adaptation equipment fire security lifeline',
  HABITABLE_HOME: 'housing home cleaning repairs handyman heating energy tenancy hoarding furniture gardening homeless',
  RELATIONSHIPS:
    'friendship befriending friends social lonely loneliness companionship family families relationship lunch chat club counselling bereavement carers',
  WORK_AND_LEARNING:
    'work job employment learning training education college school volunteering course skills apprenticeship literacy digital',
  COMMUNITY:
    'community club group library transport sport swimming walking music art choir leisure outdoors gardening garden outing travel dance theatre museum football going',
  CARING_FOR_A_CHILD:
    'childcare child children parent parenting toddler baby nursery playgroup family families send breastfeeding pregnancy',
  OTHER: 'advice advocacy money benefits debt rights legal carers health',
};

/** The words of a part of life in the form of to_tsquery: one of them is enough. */
export function expressionOfDomain(domain: OutcomeDomain): string {
  const words = WORDS[domain].split(' ').map((word) => word.replaceAll('_', ' '));
  return [...new Set(words.flatMap((word) => [word, ...sameIn(word)]))].map(quotedWord).join('|');
}
