import type { Task } from '../../components/TaskList.tsx';
import { words } from '../../words/en.ts';
import { day, nearDay } from '../../words/format.ts';
import { answerDue } from '../agreement/agreement-headings.ts';
import type { AgreementLine } from '../agreement/agreement.fields.ts';
import type { IndividualOnHome } from './individual-home.query.ts';

type OutcomeOnHome = IndividualOnHome['outcomes']['edges'][number]['node'];

const { toDo } = words.home;

/** Everything that waits for somebody, the reader's own turns first. */
export function tasksOf(individual: IndividualOnHome): readonly Task[] {
  const open = individual.agreements.edges.filter(({ node }) => node.waitingFor.length > 0);
  const tasks = [
    ...open.map(({ node }) => agreementTask(node)),
    ...individual.outcomes.edges.flatMap(({ node }) => outcomeTask(node)),
  ];
  return tasks.filter((task) => task.isMine).concat(tasks.filter((task) => !task.isMine));
}

/** What has been signed and runs now or soon. */
export function inPlaceOf(individual: IndividualOnHome): readonly Task[] {
  const inPlace = individual.agreements.edges.filter(
    ({ node }) => node.status === 'SIGNED' || node.status === 'STARTED',
  );
  return inPlace.map(({ node }) => ({
    id: node.id,
    to: `/agreements/${node.id}`,
    name: node.service?.name ?? node.provider.name,
    hint: node.service?.name === node.provider.name ? undefined : toDo.from(node.provider.name),
    status: node.statusSentence,
    isMine: false,
  }));
}

/** An agreement that waits for somebody, named by what is to be done about it. */
export function agreementTask(agreement: AgreementLine): Task {
  const due = answerDue(agreement);
  return {
    id: agreement.id,
    to: `/agreements/${agreement.id}`,
    name: taskNameOf(agreement),
    hint: due === null ? toDo.since(day(agreement.since)) : toDo.replyBy(nearDay(due)),
    status: agreement.statusSentence,
    isMine: agreement.waitingForMe,
  };
}

function taskNameOf(agreement: AgreementLine): string {
  const other = agreement.viewerRole === 'PROVIDER' ? agreement.individualLabel : agreement.provider.name;
  if (!agreement.waitingForMe) return toDo.agreement(other);
  switch (agreement.status) {
    case 'PROPOSED':
      return toDo.answerProposal(other);
    case 'COUNTERED':
      return toDo.answerChanges(other);
    case 'AGREED':
    case 'PART_SIGNED':
      return toDo.sign(other);
    default:
      return toDo.agreement(other);
  }
}

function outcomeTask(outcome: OutcomeOnHome): readonly Task[] {
  const to = `/outcomes/${outcome.id}`;
  const ready = { id: outcome.id, status: toDo.ready, isMine: true };
  if (outcome.viewerCanAgree) {
    return [{ ...ready, to, name: toDo.agreeOutcome(outcome.statement), hint: toDo.agreeHint }];
  }
  if (outcome.viewerCanPropose) {
    const chosen = outcome.appraisal?.decision?.chosen.name ?? words.unknown;
    return [{ ...ready, to, name: toDo.propose(chosen), hint: toDo.proposeHint(outcome.statement) }];
  }
  const options = outcome.appraisal?.options.filter((option) => option.kind !== 'CARRY_ON_AS_NOW').length ?? 0;
  if (outcome.appraisal?.viewerCanChoose === true && options > 0) {
    return [{ ...ready, to: `${to}/choose`, name: toDo.choose(outcome.statement), hint: toDo.chooseHint(options) }];
  }
  if (outcome.viewerCanAppraise && options === 0) {
    return [{ ...ready, to, name: toDo.find(outcome.statement), hint: toDo.findHint, status: toDo.notStarted }];
  }
  return [];
}
