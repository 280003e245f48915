import { useState } from 'react';

import { Button } from '../../components/Button.tsx';
import { Details } from '../../components/Details.tsx';
import { Form } from '../../components/Form.tsx';
import { Input } from '../../components/Input.tsx';
import { problemOf, textOf } from '../../forms/fields.ts';
import { useAct } from '../../forms/use-act.ts';
import { graphql, type VariablesOf } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import type { Search } from './search.ts';

const TellOfGap = graphql(`
  mutation TellOfGap($input: TellOfGapInput!) {
    tellOfGap(input: $input) {
      told {
        need
        area
      }
      userErrors {
        message
        field
      }
    }
  }
`);

const text = words.search.gap;

/** The part of life that the search is for, when it is for an outcome. */
export type Life = NonNullable<VariablesOf<typeof TellOfGap>['input']['domain']> | null;

interface GapFormProps {
  readonly search: Search;
  readonly life: Life;
}

/** Telling that something is missing, by anybody, without a name. */
export function GapForm({ search, life }: GapFormProps) {
  return (
    <section className="kith-card kith-form-narrow kith-no-print">
      <h3 className="govuk-heading-m">{text.heading}</h3>
      <Telling search={search} life={life} />
    </section>
  );
}

/** The same, folded away at the end of a short list. */
export function GapFold({ search, life }: GapFormProps) {
  return (
    <div className="kith-no-print">
      <Details summary={text.summary}>
        <Telling search={search} life={life} />
      </Details>
    </div>
  );
}

function Telling({ search, life }: GapFormProps) {
  const { problems, attempt, isBusy, act } = useAct(TellOfGap);
  const [told, setTold] = useState<{ readonly need: string; readonly area: string } | null>(null);
  const send = async (form: FormData) => {
    const done = await act({ need: textOf(form, 'need'), area: textOf(form, 'area'), domain: life });
    if (done !== null) setTold(done.told);
  };
  if (told !== null) {
    return (
      <p className="govuk-body" role="status">
        {text.done(told.need, told.area)}
      </p>
    );
  }
  return (
    <Form problems={problems} attempt={attempt} onSend={send}>
      <p className="govuk-body">{text.lead}</p>
      <Input
        id="need"
        label={text.need}
        hint={text.needHint}
        value={search.text}
        maxLength={100}
        problem={problemOf(problems, 'need')}
      />
      <Input
        id="area"
        label={text.area}
        hint={text.areaHint}
        value={search.near}
        width={10}
        problem={problemOf(problems, 'area')}
      />
      <Button isBusy={isBusy}>{text.button}</Button>
    </Form>
  );
}
