import { randomUUID } from 'node:crypto';
import { addOption } from '../../api/appraisals/add-option.ts';
import { chooseOption } from '../../api/appraisals/choose-option.ts';
import { openAppraisal } from '../../api/appraisals/open-appraisal.ts';
import { agreeBudget } from '../../api/budgets/agree-budget.ts';
import { addDays } from '../../api/common/calendar.ts';
import type { Result } from '../../api/common/result.ts';
import { CircleLevel, MemberRole, type OrganisationKind, Shared } from '../../api/common/viewer.ts';
import { registerOrganisation } from '../../api/organisations/register-organisation.ts';
import { agreeOutcome } from '../../api/outcomes/agree-outcome.ts';
import { stateOutcome } from '../../api/outcomes/state-outcome.ts';
import { addMember } from '../../api/memberships/add-member.ts';
import { joinCircle } from '../../api/people/join-circle.ts';
import { registerIndividual } from '../../api/people/register-individual.ts';
import { registerPerson } from '../../api/people/register-person.ts';
import type { Context } from '../../api/platform/context.ts';

/** Somebody who can sign in; `nobody` is a visitor who has not. */
export interface Someone {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
}

/** An organisation of a test's own. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
}

/** Somebody who draws on support. */
export interface MadeIndividual extends Someone {
  readonly authorityId: string;
  readonly alias: string;
}

/** An option that was chosen, and what it was chosen for. */
export interface ChosenOption {
  readonly optionId: string;
  readonly outcomeId: string;
  readonly appraisalId: string;
}

/** Everybody whom an agreement takes, with an option chosen and a budget to pay for it. */
export interface Cast extends ChosenOption {
  readonly authority: Organisation;
  readonly broker: Someone;
  readonly holder: Someone;
  readonly individual: MadeIndividual;
  readonly provider: Organisation;
  readonly manager: Someone;
  readonly serviceId: string;
  /** Null when no budget pays. */
  readonly budgetId: string | null;
}

interface Hands {
  readonly system: Context;
  contextOf(person: Someone | null): Context;
  sql(statement: string, values?: unknown[]): Promise<unknown[]>;
}

/** The builders of a world: each makes one thing, through the use cases that people and imports use. */
export type Make = ReturnType<typeof makeFor>;

/** Today, as the database counts days. */
export const TODAY = new Date().toISOString().slice(0, 10);

/** Makes the builders of one world. */
export function makeFor({ system, contextOf, sql }: Hands) {
  const person = async (name = 'Somebody', authorityId: string | null = null): Promise<Someone> => {
    const subject = `${name.toLowerCase().replaceAll(/\W+/g, '-')}-${randomUUID().slice(0, 8)}`;
    const [preferredName = name] = name.split(' ');
    const id = await registerPerson(system, { name, preferredName, subject, authorityId, demoNote: null });
    return { id, name, subject };
  };
  const organisation = async (kind: OrganisationKind, name: string): Promise<Organisation> => ({
    id: await registerOrganisation(system, { kind, name }),
    name,
    kind,
  });
  const member = async (of: Organisation, role: MemberRole, name = `${role} of ${of.name}`): Promise<Someone> => {
    const who = await person(name, of.kind === 'AUTHORITY' ? of.id : null);
    await addMember(system, { organisationId: of.id, personId: who.id, role });
    return who;
  };
  const individual = async (
    authority: Organisation,
    name = 'Amira Okoro',
    alias = 'Person K7',
  ): Promise<MadeIndividual> => {
    const who = await person(name, authority.id);
    const home = { postcode: null, latitude: null, longitude: null, situation: null };
    await registerIndividual(system, { id: who.id, authorityId: authority.id, alias, ...home });
    return { ...who, authorityId: authority.id, alias };
  };
  const circleMember = async (
    of: MadeIndividual,
    mayDo: CircleLevel,
    maySee: readonly Shared[] = Object.values(Shared),
    name = `${mayDo} in the circle`,
  ): Promise<Someone> => {
    const who = await person(name, of.authorityId);
    const { authorityId, id: individualId } = of;
    await joinCircle(system, { authorityId, individualId, personId: who.id, relation: 'niece', maySee, mayDo });
    return who;
  };
  // The directory is written by imports alone, in the form of a feed; one bare row is all that an option needs.
  const service = async (of: Organisation, name = `Support by ${of.name}`): Promise<string> => {
    const id = randomUUID();
    await sql("insert into service (id, organisation_id, name, status) values ($1, $2, $3, 'ACTIVE')", [
      id,
      of.id,
      name,
    ]);
    return id;
  };
  const budget = async (
    holder: Someone,
    of: MadeIndividual,
    totalPence = 10_000_00,
    period = aYearAround(),
  ): Promise<string> =>
    must(await agreeBudget(contextOf(holder), { individualId: of.id, ...period, totalPence, keptBackPence: 0 }));
  const agreedOutcome = async (of: MadeIndividual, statement = 'I want to swim again.'): Promise<string> => {
    const ctx = contextOf(of);
    const outcomeId = must(await stateOutcome(ctx, { individualId: of.id, statement, domain: 'COMMUNITY' }));
    return must(await agreeOutcome(ctx, { outcomeId }));
  };
  const chosenOption = async (of: MadeIndividual, serviceId: string): Promise<ChosenOption> => {
    const ctx = contextOf(of);
    const outcomeId = await agreedOutcome(of);
    const appraisalId = must(await openAppraisal(ctx, { outcomeId }));
    must(await addOption(ctx, { appraisalId, serviceId }));
    const [row] = await sql('select id from option where appraisal_id = $1 and service_id is not null', [appraisalId]);
    const { id: optionId } = row as { id: string };
    const reasons = 'I liked the people.';
    must(
      await chooseOption(ctx, {
        appraisalId,
        optionId,
        reasons,
        isFirstPreference: true,
        supportGiven: null,
        version: null,
      }),
    );
    return { optionId, outcomeId, appraisalId };
  };
  const provider = (name = 'Brightwater Support') => organisation('PROVIDER', name);
  const cast = async (
    settings: { readonly totalPence?: number | null; readonly keep?: Partial<Cast> } = {},
  ): Promise<Cast> => {
    const { totalPence = 10_000_00, keep = {} } = settings;
    const authority = keep.authority ?? (await organisation('AUTHORITY', 'Fenmoor Council'));
    const broker = keep.broker ?? (await member(authority, 'BROKER', 'Ben Broker'));
    const holder = keep.holder ?? (await member(authority, 'BUDGET_HOLDER', 'Hana Holder'));
    const of = keep.individual ?? (await individual(authority));
    const asked = keep.provider ?? (await provider());
    const manager = keep.manager ?? (await member(asked, 'MANAGER', 'Priya Manager'));
    const serviceId = keep.serviceId ?? (await service(asked));
    const budgetId = keep.budgetId ?? (totalPence === null ? null : await budget(holder, of, totalPence));
    const chosen = await chosenOption(of, serviceId);
    return { authority, broker, holder, individual: of, provider: asked, manager, serviceId, budgetId, ...chosen };
  };
  return {
    person,
    organisation,
    member,
    individual,
    circleMember,
    service,
    budget,
    agreedOutcome,
    chosenOption,
    provider,
    cast,
    authority: (name = 'Fenmoor Council') => organisation('AUTHORITY', name),
    broker: (of: Organisation, name?: string) => member(of, 'BROKER', name),
    budgetHolder: (of: Organisation, name?: string) => member(of, 'BUDGET_HOLDER', name),
    manager: (of: Organisation, name?: string) => member(of, 'MANAGER', name),
  };
}

/** The value of a result that must hold; fails with its problems otherwise. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function aYearAround() {
  return { startsOn: addDays(TODAY, -100), endsOn: addDays(TODAY, 264) };
}
