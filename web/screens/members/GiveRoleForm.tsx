import { Button } from '../../components/Button.tsx';
import { Radios } from '../../components/Choices.tsx';
import { Details } from '../../components/Details.tsx';
import { Form } from '../../components/Form.tsx';
import { problemOf } from '../../forms/fields.ts';
import { readRoleForm } from '../../forms/role-form.ts';
import { useAct } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import { GiveRole, type OrganisationWithMembers } from './members.query.ts';
import { prefixed, RoleFields } from './RoleFields.tsx';

const text = words.members;

interface GiveRoleFormProps {
  readonly organisation: Pick<OrganisationWithMembers, 'id' | 'kind'>;
  readonly person: { readonly id: string; readonly preferredName: string };
  readonly onNews: (sentence: string) => void;
}

/** Gives somebody who is a member already another role. */
export function GiveRoleForm({ organisation, person, onNews }: GiveRoleFormProps) {
  const { problems: found, attempt, isBusy, refuse, act } = useAct(GiveRole);
  const prefix = `give-${person.id}`;
  const problems = prefixed(found, prefix);
  const send = async (form: FormData) => {
    const read = readRoleForm(form, prefix);
    if (!read.ok) return refuse(read.problems);
    const done = await act({ organisationId: organisation.id, personId: person.id, ...read.value });
    if (done !== null) onNews(text.given(person.preferredName));
  };
  return (
    <Details summary={text.give(person.preferredName)} isOpen={problems.length > 0}>
      <Form problems={problems} attempt={attempt} onSend={send}>
        <Radios
          id={`${prefix}-role`}
          label={text.giveField}
          choices={roleChoices(organisation.kind)}
          problem={problemOf(problems, `${prefix}-role`)}
        />
        <RoleFields prefix={prefix} problems={problems} hasLimit={organisation.kind === 'AUTHORITY'} />
        <Button isBusy={isBusy}>{text.giveButton}</Button>
      </Form>
    </Details>
  );
}

/** The roles that an organisation of that kind has, each with what it is for. */
export function roleChoices(kind: OrganisationWithMembers['kind']) {
  const roles = kind === 'AUTHORITY' ? text.rolesOf.AUTHORITY : text.rolesOf.OTHERS;
  return roles.map((role) => ({ value: role, label: text.role[role], hint: text.roleHint[role] }));
}
