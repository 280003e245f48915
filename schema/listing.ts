import { registerEnumType } from 'type-graphql';
import { ListingFact } from '../api/listings/listing-health.rules.ts';

registerEnumType(ListingFact, {
  name: 'ListingFact',
  description: 'What people ask for when they read an entry.',
  valuesConfig: {
    DESCRIPTION: { description: 'What it is.' },
    CONTACT: { description: 'Telephone or e-mail.' },
    WHEN: { description: 'Days and times.' },
    PLACE: { description: 'Where it is, or which areas it serves.' },
    COST: { description: 'What it costs, even when that is nothing.' },
    ACCESS: { description: 'How one gets in and around.' },
    AGES: { description: 'Whom it is for by age.' },
  },
});

export { ListingFact };
