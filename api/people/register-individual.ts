import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/transaction.ts';
import { Individual } from './individual.entity.ts';

/** A person who draws on support, as an authority takes them in. */
export type RegisterIndividual = Omit<Individual, 'bornOn'> & { readonly bornOn?: string | null };

/** Takes a person in as somebody who draws on support with an authority; for the system's role. */
export function registerIndividual(ctx: Context, input: RegisterIndividual): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    await tx.manager.insert(Individual, input);
    return input.id;
  });
}
