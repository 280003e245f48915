import { giveConsent } from '../api/consents/give-consent.ts';
import { withdrawConsent } from '../api/consents/withdraw-consent.ts';
import { consents } from './fenmoor/consents.ts';
import type { People } from './people.ts';
import { planted, type World } from './world.ts';

/** Lets the people of Fenmoor say who may know what of them; one of them has changed her mind since. */
export async function plantConsents(world: World, { individuals, people }: People): Promise<void> {
  for (const { individual, recipient, classes, purpose, isWithdrawn } of consents) {
    const individualId = individuals.get(individual) ?? '';
    const named =
      'organisation' in recipient
        ? { organisationId: world.organisation(recipient.organisation) }
        : { personId: people.get(recipient.person) ?? '' };
    const wish = { individualId, classes, purpose, ...named, isForProvidersAsked: false, how: 'HERE' } as const;
    const consentId = planted(await giveConsent(world.as(individualId, 40), wish));
    if (isWithdrawn) planted(await withdrawConsent(world.as(individualId, 10), { consentId }));
  }
}
