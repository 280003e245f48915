import type { OrganisationKind } from '../common/viewer.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import { Organisation } from './organisation.entity.ts';

export interface RegisterOrganisation {
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly description?: string | null;
}

/** Takes an organisation in that comes from no feed, such as an authority; for the system's role. Answers its id. */
export function registerOrganisation(ctx: Context, input: RegisterOrganisation): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const id = tx.newId();
    await tx.manager.insert(Organisation, { id, isListed: true, ...input });
    return id;
  });
}
