import { acceptTerms } from '../api/agreements/accept-terms.ts';
import { counterTerms } from '../api/agreements/counter-terms.ts';
import { proposeTerms } from '../api/agreements/propose-terms.ts';
import { signAgreement } from '../api/agreements/sign-agreement.ts';
import { termsHash, type TermsContent } from '../api/agreements/terms.rules.ts';
import { addOption } from '../api/appraisals/add-option.ts';
import { chooseOption } from '../api/appraisals/choose-option.ts';
import { openAppraisal } from '../api/appraisals/open-appraisal.ts';
import { addDays, dayAt } from '../api/common/calendar.ts';
import type { AgreementSeed } from './fenmoor/story.ts';
import { type Cast, plantOutcome } from './outcomes.ts';
import { planted, type World } from './world.ts';

/** Plants one agreement, from the outcome it serves to the last step of its story, each step as whoever takes it. */
export async function plantAgreement(world: World, cast: Cast, seed: AgreementSeed, managerId: string): Promise<void> {
  const optionId = await plantChoice(world, cast, seed);
  const terms = termsOf(world, seed);
  const agreementId = planted(
    await proposeTerms(world.as(cast.brokerId, seed.daysAgo), {
      optionId,
      terms,
      message: 'This follows from the plan. Please tell us if you can start.',
    }),
  );
  if (seed.until === 'PROPOSED') return;

  let latest = termsHash(agreementId, 1, terms);
  if (seed.counter) {
    const countered = { ...terms, ratePence: seed.counter.ratePence };
    const reasons = [{ term: 'PRICE' as const, reason: seed.counter.reason }];
    const manager = world.as(managerId, seed.daysAgo - 1);
    planted(await counterTerms(manager, { agreementId, termsHash: latest, terms: countered, reasons }));
    latest = termsHash(agreementId, 2, countered);
  } else {
    planted(await acceptTerms(world.as(managerId, seed.daysAgo - 1), { agreementId, termsHash: latest }));
  }
  if (seed.until === 'COUNTERED') return;

  planted(await acceptTerms(world.as(cast.deciderId, seed.daysAgo - 2), { agreementId, termsHash: latest }));
  for (const signer of [cast.deciderId, managerId, cast.budgetHolderId]) {
    const signature = {
      agreementId,
      termsHash: latest,
      typedName: cast.names.get(signer) ?? '',
      hasRead: true,
      method: 'TYPED' as const,
    };
    planted(await signAgreement(world.as(signer, seed.daysAgo - 3), signature));
  }
}

async function plantChoice(world: World, cast: Cast, seed: AgreementSeed): Promise<string> {
  const daysAgo = seed.daysAgo + 7;
  const outcomeId = await plantOutcome(world, cast, seed.outcome, daysAgo);
  const decider = world.as(cast.deciderId, daysAgo);
  const appraisalId = planted(await openAppraisal(decider, { outcomeId }));
  const optionId = planted(await addOption(decider, { appraisalId, serviceId: world.service(seed.service) }));
  planted(await chooseOption(decider, { appraisalId, optionId, reasons: seed.reasons, isFirstPreference: true }));
  return optionId;
}

function termsOf(world: World, seed: AgreementSeed): TermsContent {
  const startsOn = addDays(dayAt(world.now), 10 - seed.daysAgo);
  return {
    support: seed.support,
    place: seed.place,
    visits: [...seed.visits],
    unit: seed.unit,
    ratePence: seed.ratePence,
    startsOn,
    endsOn: seed.lasts === null ? null : addDays(startsOn, seed.lasts),
    noticeDays: 28,
    cancellation: 'Free of charge with 24 hours of warning. Later than that, the visit is charged.',
    ifWorkerCannotCome: 'We telephone by 6pm the day before and send somebody you have met.',
  };
}
