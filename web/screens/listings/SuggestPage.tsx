import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';

import { Button } from '../../components/Button.tsx';
import { Radios } from '../../components/Choices.tsx';
import { Details } from '../../components/Details.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { readEntryForm } from '../../forms/entry-form.ts';
import { problemOf, textOf } from '../../forms/fields.ts';
import { useAct, type FieldProblem } from '../../forms/use-act.ts';
import { graphql } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { CoveringFields } from './CoveringFields.tsx';
import { EntryFields as Fields } from './EntryFields.tsx';
import { EntryFields, type EntryStart } from './entry.fields.ts';
import { Thanks } from './Thanks.tsx';
import { SuggestChange } from './suggestion.query.ts';

const text = words.listings.suggest;

const SuggestQuery = graphql(
  `
    query SuggestPage($serviceId: ID!) {
      service(id: $serviceId) {
        ...EntryFields
      }
    }
  `,
  [EntryFields],
);

/** Telling us what is wrong in an entry, or that it has closed; for anybody. */
export function SuggestPage() {
  const { serviceId = '' } = useParams();
  const [result, again] = useQuery({ query: SuggestQuery, variables: { serviceId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ service }) => (service === null ? <NotFound /> : <Suggest service={service} />)}
    </Gate>
  );
}

function Suggest({ service }: { readonly service: EntryStart }) {
  const [isSent, setSent] = useState(false);
  const { problems, attempt, isBusy, refuse, act } = useAct(SuggestChange);
  const back = { to: `/services/${service.id}`, label: text.backTo };

  const send = async (form: FormData) => {
    const hasClosed = textOf(form, 'hasClosed') === 'yes';
    const read = readEntryForm(form);
    if (!hasClosed && !read.ok) return refuse(read.problems);
    const entry = read.ok && !hasClosed ? read.value.entry : null;
    const covering = { why: textOf(form, 'why'), contact: textOf(form, 'contact') };
    const done = await act({ serviceId: service.id, entry, hasClosed, ...covering });
    if (done !== null) setSent(true);
  };

  if (isSent) return <Thanks back={back} />;
  return (
    <Page title={text.title} caption={service.name} back={back} hasProblems={problems.length > 0}>
      <div className="kith-form-narrow">
        <p className="govuk-body-l">{text.lead}</p>
        <Form problems={problems} attempt={attempt} onSend={send}>
          <WhatIsWrong service={service} problems={problems} />
          <CoveringFields problems={problems} />
          <Button isBusy={isBusy}>{text.send}</Button>
        </Form>
      </div>
    </Page>
  );
}

interface WhatIsWrongProps {
  readonly service: EntryStart;
  readonly problems: readonly FieldProblem[];
}

function WhatIsWrong({ service, problems }: WhatIsWrongProps) {
  return (
    <>
      <Radios
        id="hasClosed"
        label={text.what}
        value="no"
        choices={[
          { value: 'no', label: text.wrong },
          { value: 'yes', label: text.closed },
        ]}
      />
      <Details summary={text.details} isOpen id="entry">
        {problemOf(problems, 'entry') !== undefined && problems.length === 1 && (
          <p className="govuk-error-message">{problemOf(problems, 'entry')}</p>
        )}
        <Fields start={service} problems={problems} />
      </Details>
    </>
  );
}
