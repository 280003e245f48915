import { useState } from 'react';

import { Button } from '../../components/Button.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { Fieldset } from '../../components/FieldGroup.tsx';
import { Input, Select, TextArea } from '../../components/Input.tsx';
import { problemOf } from '../../forms/fields.ts';
import { units, weekdays, type TermName, type TermsStart } from '../../forms/terms-form.ts';
import type { FieldProblem } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';

const { term, terms: text } = words.form;

interface TermFieldsProps {
  readonly name: TermName;
  readonly start: TermsStart;
  readonly problems: readonly FieldProblem[];
}

/** The fields of one term. */
export function TermFields({ name, start, problems }: TermFieldsProps) {
  const problem = (id: string) => problemOf(problems, id);
  const prose = (id: string, value: string | undefined) => (
    <TextArea id={id} label={term[name]} value={value} rows={3} problem={problem(id)} />
  );
  switch (name) {
    case 'SUPPORT':
      return prose('terms-support', start.support);
    case 'PLACE':
      return <Input id="terms-place" label={term.PLACE} value={start.place} problem={problem('terms-place')} />;
    case 'WHEN':
      return <VisitFields start={start} problem={problem('terms-visits')} />;
    case 'PRICE':
      return <PriceFields start={start} problems={problems} />;
    case 'START':
      return (
        <DateInput
          id="terms-startsOn"
          label={text.startsOn}
          value={start.startsOn}
          problem={problem('terms-startsOn')}
        />
      );
    case 'END':
      return <DateInput id="terms-endsOn" label={text.endsOn} value={start.endsOn} problem={problem('terms-endsOn')} />;
    case 'NOTICE':
      return <NoticeField start={start} problem={problem('terms-noticeDays')} />;
    case 'CANCELLATION':
      return prose('terms-cancellation', start.cancellation);
    case 'WORKER_ABSENCE':
      return prose('terms-ifWorkerCannotCome', start.ifWorkerCannotCome);
  }
}

function NoticeField({ start, problem }: { readonly start: TermsStart; readonly problem: string | undefined }) {
  const value = start.noticeDays === undefined ? undefined : String(start.noticeDays);
  return <Input id="terms-noticeDays" label={text.noticeDays} value={value} width={3} isNumeric problem={problem} />;
}

function PriceFields({ start, problems }: Omit<TermFieldsProps, 'name'>) {
  return (
    <div className="kith-visit">
      <Input
        id="terms-rate"
        label={text.rate}
        value={start.rate}
        width={5}
        prefix="£"
        isNumeric
        problem={problemOf(problems, 'terms-rate')}
      />
      <Select
        id="terms-unit"
        label={text.unit}
        value={start.unit ?? 'HOUR'}
        choices={units.map((value) => ({ value, label: words.form.unit[value] }))}
      />
    </div>
  );
}

const mostVisits = 21;

function VisitFields({ start, problem }: { readonly start: TermsStart; readonly problem: string | undefined }) {
  const visits = start.visits ?? [];
  const [rows, setRows] = useState(Math.max(1, visits.length));
  return (
    <Fieldset id="terms-visits" label={term.WHEN} hint={text.timeHint} problem={problem}>
      {Array.from({ length: rows }, (_, row) => (
        <VisitRow row={row} visit={visits[row]} key={`visit-${String(row)}`} />
      ))}
      {rows < mostVisits && (
        <Button type="button" kind="SECONDARY" onClick={() => setRows(rows + 1)}>
          {text.addVisit}
        </Button>
      )}
    </Fieldset>
  );
}

type Visit = NonNullable<TermsStart['visits']>[number];

function VisitRow({ row, visit }: { readonly row: number; readonly visit: Visit | undefined }) {
  const id = `terms-visits-${String(row)}`;
  return (
    <div className="kith-visit" role="group" aria-label={text.visit(row + 1)}>
      <Select
        id={`${id}-weekday`}
        label={text.weekday}
        value={visit?.weekday}
        choices={[
          { value: '', label: text.noVisit },
          ...weekdays.map((value) => ({ value, label: words.form.weekday[value] })),
        ]}
      />
      <Input id={`${id}-startsAt`} label={text.startsAt} value={visit?.startsAt} width={5} />
      <Input id={`${id}-endsAt`} label={text.endsAt} value={visit?.endsAt} width={5} />
    </div>
  );
}
