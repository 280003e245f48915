import { useState } from 'react';

import { Button } from '../../components/Button.tsx';
import { Details } from '../../components/Details.tsx';
import { Form } from '../../components/Form.tsx';
import { Input, Select } from '../../components/Input.tsx';
import { problemOf, textOf } from '../../forms/fields.ts';
import { readCapacityForm } from '../../forms/offer-form.ts';
import { useAct } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import { StateCapacity, type KeptOffer } from './offers.query.ts';

const text = words.offers.capacity;

interface CapacityFormProps {
  readonly offer: KeptOffer;
  /** What tells this form from the others on the page. */
  readonly named: string;
}

/** Says what is free: one press when it is as before, a number when it is not. */
export function CapacityForm({ offer, named }: CapacityFormProps) {
  const [isSaid, setSaid] = useState(false);
  const { problems, attempt, isBusy, refuse, act } = useAct(StateCapacity);
  const id = (name: string) => `${name}-${offer.id}`;
  const { capacity } = offer;

  const say = async (said: { readonly free: number; readonly unit: NonNullable<typeof capacity>['unit'] }) => {
    if ((await act({ offerId: offer.id, ...said })) !== null) setSaid(true);
  };
  const send = (form: FormData) => {
    const read = readCapacityForm(textOf(form, id('free')), textOf(form, id('unit')));
    if (!read.ok) return refuse(read.problems.map((problem) => ({ ...problem, field: [id('free')] })));
    return say(read.value);
  };
  return (
    <>
      {isSaid && (
        <p className="govuk-body" role="status">
          {text.said}
        </p>
      )}
      {capacity !== null && !isSaid && (
        <Button type="button" isBusy={isBusy} onClick={() => void say({ free: capacity.free, unit: capacity.unit })}>
          {text.still} <span className="govuk-visually-hidden">{named}</span>
        </Button>
      )}
      <Details summary={text.say} isOpen={problems.length > 0}>
        <Form problems={problems} attempt={attempt} onSend={send}>
          <CapacityFields offer={offer} problem={problemOf(problems, id('free'))} key={capacity?.free ?? ''} />
          <Button isBusy={isBusy}>{text.say}</Button>
        </Form>
      </Details>
    </>
  );
}

interface CapacityFieldsProps {
  readonly offer: KeptOffer;
  readonly problem: string | undefined;
}

function CapacityFields({ offer: { id, capacity }, problem }: CapacityFieldsProps) {
  const units = Object.entries(text.units).map(([value, label]) => ({ value, label }));
  return (
    <>
      <Input
        id={`free-${id}`}
        label={text.free}
        hint={text.freeHint}
        width={4}
        isNumeric
        value={capacity === null ? undefined : String(capacity.free)}
        problem={problem}
      />
      <Select id={`unit-${id}`} label={text.unit} choices={units} value={capacity?.unit} />
    </>
  );
}
