import { DateInput } from '../../components/DateInput.tsx';
import { Input } from '../../components/Input.tsx';
import { problemOf } from '../../forms/fields.ts';
import type { FieldProblem } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';

const text = words.members;

interface RoleFieldsProps {
  readonly prefix: string;
  readonly problems: readonly FieldProblem[];
  readonly hasLimit: boolean;
  readonly endsOn?: string | null;
  readonly limit?: string | undefined;
}

/** Until when somebody has a role, and the limit of an approver. */
export function RoleFields({ prefix, problems, hasLimit, endsOn, limit }: RoleFieldsProps) {
  const field = (name: string) => ({ id: `${prefix}-${name}`, problem: problemOf(problems, `${prefix}-${name}`) });
  return (
    <>
      {hasLimit && (
        <Input
          {...field('approvalLimit')}
          label={text.limitField}
          hint={text.limitHint}
          value={limit}
          width={10}
          prefix="£"
          isNumeric
        />
      )}
      <DateInput {...field('endsOn')} label={text.until} hint={text.untilHint} value={endsOn} />
    </>
  );
}

/** Problems as the fields of one of several forms on the page know them. */
export function prefixed(problems: readonly FieldProblem[], prefix: string): readonly FieldProblem[] {
  return problems.map((problem) => ({
    ...problem,
    field: problem.field?.map((step) => (step === 'input' ? step : `${prefix}-${step}`)),
  }));
}
