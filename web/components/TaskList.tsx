import { useId } from 'react';
import { Link } from 'react-router';

import { Tag } from './Tag.tsx';

/** One thing to do: where it is done, what is said about it, how it stands. */
export interface Task {
  readonly id: string;
  readonly to: string;
  readonly name: string;
  readonly hint?: string | undefined;
  readonly status: string;
  /** Whether the reader is the one to act: only then does the status get a colour. */
  readonly isMine: boolean;
}

/** Things to do, each with whose turn it is. */
export function TaskList({ tasks }: { readonly tasks: readonly Task[] }) {
  return (
    <ul className="govuk-task-list kith-tasks">
      {tasks.map((task) => (
        <TaskLine task={task} key={task.id} />
      ))}
    </ul>
  );
}

function TaskLine({ task }: { readonly task: Task }) {
  const id = useId();
  return (
    <li className="govuk-task-list__item govuk-task-list__item--with-link">
      <div className="govuk-task-list__name-and-hint">
        <Link
          className="govuk-link govuk-task-list__link"
          to={task.to}
          aria-describedby={task.hint === undefined ? `${id}-status` : `${id}-hint ${id}-status`}
        >
          {task.name}
        </Link>
        {task.hint !== undefined && (
          <div className="govuk-task-list__hint" id={`${id}-hint`}>
            {task.hint}
          </div>
        )}
      </div>
      <div className="govuk-task-list__status" id={`${id}-status`}>
        {task.isMine ? <Tag>{task.status}</Tag> : task.status}
      </div>
    </li>
  );
}
