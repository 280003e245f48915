// A published organisation is whoever runs published services, with the ways to reach it that are public.
// It decides itself, by being listed. Organisation → the standard's organization.

import type { OrganisationKind } from '../common/viewer.ts';
import { openAttribute, termOfKind } from './open-term.rules.ts';
import { filled, madeId, openEmail, openWebsite } from './open-value.rules.ts';
import type { OpenRecord } from './open-value.rules.ts';

/** An organisation as the directory publishes it. */
export interface PublishedOrganisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly description: string | null;
  readonly website: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** The organisation; the standard requires a description, so the name stands there when none is known. */
export function openOrganisation(organisation: PublishedOrganisation): OpenRecord {
  const kind = termOfKind(organisation.kind);
  return filled({
    id: organisation.id,
    name: organisation.name,
    description: organisation.description ?? organisation.name,
    email: openEmail(organisation.email),
    website: openWebsite(organisation.website),
    phones:
      organisation.phone === null
        ? []
        : [{ id: madeId(organisation.id, 'phone'), organization_id: organisation.id, number: organisation.phone }],
    attributes: kind === null ? [] : [openAttribute(organisation.id, 'organization', kind)],
  });
}
