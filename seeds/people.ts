import { addMember } from '../api/memberships/add-member.ts';
import { joinCircle } from '../api/people/join-circle.ts';
import { registerIndividual } from '../api/people/register-individual.ts';
import { registerPerson } from '../api/people/register-person.ts';
import { sayInformalSupport } from '../api/people/say-informal-support.ts';
import type { Context } from '../api/platform/context.ts';
import { registerOrganisation } from '../api/organisations/register-organisation.ts';
import type { MemberRole } from '../api/common/viewer.ts';
import { individuals, managers, type PersonSeed, staff } from './fenmoor/people.ts';
import { planted, type World } from './world.ts';

/** Who was planted: people by the short name they sign in with, managers by organisation. */
export interface People {
  readonly authorityId: string;
  readonly people: ReadonlyMap<string, string>;
  readonly individuals: ReadonlyMap<string, string>;
  readonly managers: ReadonlyMap<string, string>;
  /** Full names by person. */
  readonly names: ReadonlyMap<string, string>;
}

/** Plants the council with its staff, the individuals with their circles, and a manager for each provider that the stories need. */
export async function plantPeople(world: World): Promise<People> {
  const authorityId = await registerOrganisation(world.system, {
    kind: 'AUTHORITY',
    name: 'Fenmoor Council',
    description: 'Commissions care and support with the people of Fenmoor.',
  });
  const people = new Map<string, string>();
  const byKey = new Map<string, string>();
  const byOrganisation = new Map<string, string>();
  const names = new Map<string, string>();
  const register = async (person: PersonSeed, held: string | null) => {
    const id = await registerPerson(world.system, { ...person, authorityId: held });
    names.set(id, person.name);
    if (person.subject) people.set(person.subject, id);
    return id;
  };

  for (const member of staff) {
    const id = await register(member.person, authorityId);
    await addRoles(world, authorityId, id, member.roles);
  }
  for (const manager of managers) {
    const id = await register(manager.person, null);
    byOrganisation.set(manager.organisation, id);
    await addRoles(world, world.organisation(manager.organisation), id, ['MANAGER']);
  }
  for (const individual of individuals) {
    const id = await register(individual.person, authorityId);
    await registerIndividual(world.system, { ...individual.home, authorityId, id });
    byKey.set(individual.key, id);
    for (const { person, hoursAWeek, ...rest } of individual.circle) {
      const memberId = await register(person, authorityId);
      const circleMemberId = await joinCircle(world.system, {
        ...{ authorityId, individualId: id, personId: memberId },
        ...rest,
      });
      if (hoursAWeek !== undefined) await sayHours(world.as(memberId, 0), circleMemberId, hoursAWeek);
    }
  }
  return { authorityId, people, individuals: byKey, managers: byOrganisation, names };
}

async function sayHours(ctx: Context, circleMemberId: string, hoursAWeek: number) {
  planted(await sayInformalSupport(ctx, { circleMemberId, answer: hoursAWeek === 0 ? 'NO' : 'UP_TO', hoursAWeek }));
}

async function addRoles(world: World, organisationId: string, personId: string, roles: readonly MemberRole[]) {
  for (const role of roles) await addMember(world.system, { organisationId, personId, role });
}
