import { useState } from 'react';

import { Button } from '../../components/Button.tsx';
import { Checkboxes } from '../../components/Choices.tsx';
import { Fieldset } from '../../components/FieldGroup.tsx';
import { Input, Select, TextArea } from '../../components/Input.tsx';
import { statuses } from '../../forms/entry-form.ts';
import { problemOf } from '../../forms/fields.ts';
import { weekdays } from '../../forms/terms-form.ts';
import type { FieldProblem } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import type { EntryStart } from './entry.fields.ts';

const text = words.listings.field;

interface EntryFieldsProps {
  /** The entry as it stands; null for a new one. */
  readonly start: EntryStart | null;
  readonly problems: readonly FieldProblem[];
}

/** Every field of an entry that can be written by hand. */
export function EntryFields({ start, problems }: EntryFieldsProps) {
  const line = (name: 'phone' | 'email' | 'website' | 'couldStart', label: string) => (
    <Input
      id={`entry-${name}`}
      label={label}
      value={start?.[name] ?? ''}
      problem={problemOf(problems, `entry-${name}`)}
    />
  );
  return (
    <>
      <WhatFields start={start} problems={problems} />
      <ScheduleFields start={start} problems={problems} />
      <TextArea
        id="entry-feesDescription"
        label={text.fees}
        hint={text.feesHint}
        value={start?.feesDescription ?? ''}
        rows={2}
        problem={problemOf(problems, 'entry-feesDescription')}
      />
      {line('couldStart', text.couldStart)}
      {line('phone', text.phone)}
      {line('email', text.email)}
      {line('website', text.website)}
      <AgeFields start={start} problems={problems} />
      <ListField name="languages" label={text.languages} values={start?.languages} problems={problems} />
      <ListField name="areas" label={text.areas} values={start?.areas} problems={problems} />
    </>
  );
}

function WhatFields({ start, problems }: EntryFieldsProps) {
  return (
    <>
      <Input id="entry-name" label={text.name} value={start?.name} problem={problemOf(problems, 'entry-name')} />
      <TextArea
        id="entry-description"
        label={text.description}
        hint={text.descriptionHint}
        value={start?.description ?? ''}
        problem={problemOf(problems, 'entry-description')}
      />
      <Select
        id="entry-status"
        label={text.status}
        value={start?.status ?? 'ACTIVE'}
        choices={statuses.map((value) => ({ value, label: words.find.status[value] }))}
      />
    </>
  );
}

function AgeFields({ start, problems }: EntryFieldsProps) {
  const age = (name: 'minimum' | 'maximum', label: string, value: number | null | undefined) => (
    <Input
      id={`entry-ages-${name}`}
      label={label}
      value={value?.toString()}
      width={3}
      isNumeric
      problem={problemOf(problems, `entry-ages-${name}`)}
    />
  );
  return (
    <Fieldset id="entry-ages" label={text.ages} hint={text.agesHint}>
      <div className="kith-visit">
        {age('minimum', text.youngest, start?.minimumAge)}
        {age('maximum', text.oldest, start?.maximumAge)}
      </div>
    </Fieldset>
  );
}

interface ListFieldProps {
  readonly name: 'languages' | 'areas';
  readonly label: string;
  readonly values: readonly string[] | undefined;
  readonly problems: readonly FieldProblem[];
}

function ListField({ name, label, values, problems }: ListFieldProps) {
  const id = `entry-${name}`;
  return (
    <Input id={id} label={label} hint={text.listHint} value={values?.join(', ')} problem={problemOf(problems, id)} />
  );
}

const mostSchedules = 20;

function ScheduleFields({ start, problems }: EntryFieldsProps) {
  const schedules = start?.schedules ?? [];
  const [rows, setRows] = useState(Math.max(1, schedules.length));
  return (
    <Fieldset id="entry-schedules" label={text.schedules} hint={text.timeHint}>
      {Array.from({ length: rows }, (_, row) => (
        <ScheduleRow row={row} schedule={schedules[row]} problems={problems} key={`schedule-${String(row)}`} />
      ))}
      {rows < mostSchedules && (
        <Button type="button" kind="SECONDARY" onClick={() => setRows(rows + 1)}>
          {text.moreTimes}
        </Button>
      )}
    </Fieldset>
  );
}

interface ScheduleRowProps {
  readonly row: number;
  readonly schedule: EntryStart['schedules'][number] | undefined;
  readonly problems: readonly FieldProblem[];
}

function ScheduleRow({ row, schedule, problems }: ScheduleRowProps) {
  const id = `entry-schedules-${String(row)}`;
  return (
    <div role="group" aria-label={schedule?.summary ?? text.schedule(row + 1)}>
      {schedule !== undefined && <p className="govuk-body govuk-!-font-weight-bold">{schedule.summary}</p>}
      <Checkboxes
        id={`${id}-days`}
        label={text.days}
        values={schedule?.days}
        choices={weekdays.map((value) => ({ value, label: words.form.weekday[value] }))}
        problem={problemOf(problems, `${id}-days`)}
      />
      <div className="kith-visit">
        <Input
          id={`${id}-opensAt`}
          label={text.opensAt}
          value={schedule?.opensAt ?? ''}
          width={5}
          problem={problemOf(problems, `${id}-opensAt`)}
        />
        <Input
          id={`${id}-closesAt`}
          label={text.closesAt}
          value={schedule?.closesAt ?? ''}
          width={5}
          problem={problemOf(problems, `${id}-closesAt`)}
        />
      </div>
      <Input
        id={`${id}-description`}
        label={text.inWords}
        value={schedule?.description ?? ''}
        problem={problemOf(problems, `${id}-description`)}
      />
    </div>
  );
}
