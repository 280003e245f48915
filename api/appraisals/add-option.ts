import { dayAt } from '../common/calendar.ts';
import { ok, problemsOf, refuse, type Result } from '../common/result.ts';
import { checkedOnOf, policyOf } from '../directory/freshness.queries.ts';
import { choosingProblems } from '../directory/freshness.rules.ts';
import { registrationsOf } from '../directory/registration.queries.ts';
import { isRatedInadequate } from '../directory/registration.rules.ts';
import type { Context } from '../platform/context.ts';
import { authorise, signedIn } from '../platform/problems.ts';
import { inTransaction, type Transaction } from '../platform/transaction.ts';
import { type AddOptionErrorCode, addingProblems, type OptionToAdd } from './adding.rules.ts';
import { canAppraise } from './appraisal.policy.ts';
import { insertOption, lockAppraisal, raiseVersion, recordAppraisalEvent } from './appraisal.queries.ts';
import { decideListedOption } from './listed-option.rules.ts';
import { decideOwnIdea, type OptionFacts } from './option.rules.ts';
import { getServiceFacts } from './service-facts.queries.ts';

export interface AddOption extends OptionToAdd {
  readonly appraisalId: string;
  readonly idempotencyKey?: string | null;
}

/** Adds a service of the directory or an idea of one's own to an open comparison, with the facts known today; answers the option's id. */
export function addOption(ctx: Context, input: AddOption): Promise<Result<string, AddOptionErrorCode>> {
  return inTransaction<Result<string, AddOptionErrorCode>>(
    ctx,
    async (tx) => {
      const addedById = signedIn(tx.viewer);
      const appraisal = await lockAppraisal(tx, input.appraisalId);
      authorise(canAppraise(tx.viewer, appraisal));

      const facts = await factsOf(tx, appraisal.individualId, input);
      const problems = [
        ...addingProblems(appraisal, input),
        ...(await freshnessProblems(tx, appraisal.authorityId, input)),
        ...(facts ? problemsOf(facts) : []),
      ];
      if (!facts?.ok || problems.length > 0) return refuse(problems);

      const { kind, serviceId } = facts.value;
      const optionId = await insertOption(tx, appraisal, facts.value, addedById);
      await raiseVersion(tx, appraisal, appraisal.state);
      await recordAppraisalEvent(tx, appraisal, 'OPTION_ADDED', { optionId, kind, serviceId });
      return ok(optionId);
    },
    { operation: 'addOption', input },
  );
}

/** By the policy of the authority under which the individual chooses. */
async function freshnessProblems(tx: Transaction, authorityId: string, { serviceId }: OptionToAdd) {
  if (!serviceId) return [];
  const [policy, checkedOn] = [await policyOf(tx, authorityId), await checkedOnOf(tx, serviceId)];
  return choosingProblems(checkedOn, policy, dayAt(tx.now()));
}

async function factsOf(
  tx: Transaction,
  individualId: string,
  { serviceId, unitsAWeek, own }: OptionToAdd,
): Promise<Result<OptionFacts, AddOptionErrorCode> | null> {
  if (own) return decideOwnIdea(own);
  if (!serviceId) return null;
  const known = await getServiceFacts(tx, serviceId, individualId);
  const service = { ...known, isRatedInadequate: isRatedInadequate(await registrationsOf(tx, serviceId)) };
  return decideListedOption(service, unitsAWeek ?? null, dayAt(tx.now()));
}
