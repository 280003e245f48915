import type { Task } from '../../components/TaskList.tsx';
import { words } from '../../words/en.ts';
import { nearDay } from '../../words/format.ts';
import type { AgreementLine } from '../agreement/agreement.fields.ts';
import type { IndividualOnHome } from './individual-home.query.ts';

type OutcomeOnHome = IndividualOnHome['outcomes']['edges'][number]['node'];

const { toDo } = words.home;

/** Everything that is open for a person, the reader's own turns first. */
export function tasksOf(individual: IndividualOnHome): readonly Task[] {
  const tasks = [
    ...individual.agreements.edges.map(({ node }) => agreementTask(node)),
    ...individual.outcomes.edges.flatMap(({ node }) => outcomeTask(node)),
  ];
  return tasks.filter((task) => task.isMine).concat(tasks.filter((task) => !task.isMine));
}

function agreementTask(agreement: AgreementLine): Task {
  return {
    id: agreement.id,
    to: `/agreements/${agreement.id}`,
    name: toDo.agreement(agreement.provider.name),
    hint: hintOf(agreement),
    status: agreement.statusSentence,
    isMine: agreement.waitingForMe,
  };
}

function hintOf(agreement: AgreementLine): string | undefined {
  if (agreement.replyBy !== null) return toDo.replyBy(nearDay(agreement.replyBy));
  return agreement.since === null ? undefined : toDo.since(nearDay(agreement.since));
}

function outcomeTask(outcome: OutcomeOnHome): readonly Task[] {
  const to = `/outcomes/${outcome.id}`;
  const ready = { id: outcome.id, status: toDo.ready, isMine: true };
  if (outcome.viewerCanAgree) {
    return [{ ...ready, to, name: toDo.agreeOutcome(outcome.statement), hint: toDo.agreeHint }];
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
