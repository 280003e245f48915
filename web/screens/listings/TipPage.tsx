import { useState } from 'react';

import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { Input, TextArea } from '../../components/Input.tsx';
import { Page } from '../../components/Page.tsx';
import { listOf } from '../../forms/entry-form.ts';
import { problemOf, textOf } from '../../forms/fields.ts';
import { useAct, type FieldProblem } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import { CoveringFields } from './CoveringFields.tsx';
import { Thanks } from './Thanks.tsx';
import { SuggestListing } from './suggestion.query.ts';

const { tip: text, suggest, field } = words.listings;
const back = { to: '/find', label: suggest.backTo };

/** Telling us about something that is not listed; for anybody. */
export function TipPage() {
  const [isSent, setSent] = useState(false);
  const { problems, attempt, isBusy, act } = useAct(SuggestListing);

  const send = async (form: FormData) => {
    const written = (name: string) => textOf(form, `entry-${name}`);
    const done = await act({
      organisationName: textOf(form, 'organisationName'),
      entry: {
        ...{ name: written('name'), description: written('description'), areas: [...listOf(written('areas'))] },
        ...{ phone: written('phone'), email: written('email'), website: written('website') },
      },
      ...{ why: textOf(form, 'why'), contact: textOf(form, 'contact') },
    });
    if (done !== null) setSent(true);
  };

  if (isSent) return <Thanks back={back} />;
  return (
    <Page title={text.title} back={back} hasProblems={problems.length > 0}>
      <div className="kith-form-narrow">
        <p className="govuk-body-l">{text.lead}</p>
        <Form problems={problems} attempt={attempt} onSend={send}>
          <TipFields problems={problems} />
          <CoveringFields problems={problems} />
          <Button isBusy={isBusy}>{text.send}</Button>
        </Form>
      </div>
    </Page>
  );
}

function TipFields({ problems }: { readonly problems: readonly FieldProblem[] }) {
  const problem = (id: string) => problemOf(problems, id);
  return (
    <>
      <Input id="entry-name" label={text.name} problem={problem('entry-name')} />
      <Input
        id="organisationName"
        label={text.organisation}
        hint={text.organisationHint}
        problem={problem('organisationName')}
      />
      <TextArea id="entry-description" label={field.description} problem={problem('entry-description')} />
      <Input id="entry-areas" label={field.areas} hint={field.listHint} problem={problem('entry-areas')} />
      <Input id="entry-phone" label={field.phone} problem={problem('entry-phone')} />
      <Input id="entry-email" label={field.email} problem={problem('entry-email')} />
      <Input id="entry-website" label={field.website} problem={problem('entry-website')} />
    </>
  );
}
