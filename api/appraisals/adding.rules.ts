// Adding is the step in which an option joins the others; four fit beside "Carry on as now".
// Those who may suggest decide what is worth a look; one service is there once.
// asked for → room and not there yet → added.
import { type Problem } from '../common/result.ts';
import { ChoosingCode } from '../directory/freshness.rules.ts';
import { closedProblems, ClosedCode, hasRoom, MOST_OPTIONS, type AppraisalStanding } from './appraisal.rules.ts';
import { ListedOptionCode } from './listed-option.rules.ts';
import { type OwnIdea, OwnIdeaCode } from './option.rules.ts';

/** Why an option could not be added. */
export const AddOptionErrorCode = {
  ...ClosedCode,
  ...ListedOptionCode,
  ...ChoosingCode,
  ...OwnIdeaCode,
  TOO_MANY_OPTIONS: 'TOO_MANY_OPTIONS',
  ALREADY_AN_OPTION: 'ALREADY_AN_OPTION',
  SERVICE_OR_OWN_IDEA: 'SERVICE_OR_OWN_IDEA',
} as const;
export type AddOptionErrorCode = keyof typeof AddOptionErrorCode;

/** What is to be added: a service of the directory or an idea of one's own, never both. */
export interface OptionToAdd {
  readonly serviceId?: string | null;
  /** How much of the service a week would have, in the unit of its price. */
  readonly unitsAWeek?: string | null;
  readonly own?: OwnIdea | null;
}

/** The problems of adding this to the appraisal, apart from those of its own facts; none when it can join. */
export function addingProblems(appraisal: AppraisalStanding, added: OptionToAdd): Problem<AddOptionErrorCode>[] {
  const closed = closedProblems(appraisal);
  if (closed.length > 0) return closed;

  const problems: Problem<AddOptionErrorCode>[] = [];
  if (Boolean(added.serviceId) === Boolean(added.own))
    problems.push({
      code: 'SERVICE_OR_OWN_IDEA',
      message: 'Choose a service from the directory, or describe an idea of your own.',
    });
  if (added.serviceId && appraisal.options.some(({ serviceId }) => serviceId === added.serviceId))
    problems.push({ code: 'ALREADY_AN_OPTION', message: 'This is among the options already.', field: ['serviceId'] });
  if (!hasRoom(appraisal))
    problems.push({
      code: 'TOO_MANY_OPTIONS',
      message: `There are ${MOST_OPTIONS} options already, as many as can be compared. Remove one first.`,
    });
  return problems;
}
