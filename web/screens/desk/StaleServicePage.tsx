import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Button } from '../../components/Button.tsx';
import { Radios } from '../../components/Choices.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { Input, Select, TextArea } from '../../components/Input.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { SummaryList } from '../../components/SummaryList.tsx';
import { problemOf, textOf } from '../../forms/fields.ts';
import { useAct } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import { Checks, Letters } from './StaleHistory.tsx';
import { AssureService, LogCall, SendLetter, StaleServiceQuery, type StaleService } from './stale.query.ts';

const text = words.freshness.desk;

/** One entry to check: what is known, whom to ask, and what to write down. */
export function StaleServicePage() {
  const { serviceId = '' } = useParams();
  const [result, again] = useQuery({ query: StaleServiceQuery, variables: { serviceId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ service, viewer }) =>
        service === null || !viewer?.directoryDesk ? <NotFound /> : <Shown service={service} />
      }
    </Gate>
  );
}

function Shown({ service }: { readonly service: StaleService }) {
  const rows = [
    { key: text.columns.organisation, value: service.organisation.name },
    { key: text.columns.state, value: service.freshness.sentence },
    { key: words.find.phone, value: service.phone ?? words.unknown },
    { key: words.find.email, value: service.email ?? words.unknown },
  ];
  return (
    <Page
      title={service.name}
      caption={text.state[service.freshness.state]}
      back={{ to: '/desk/stale', label: text.back }}
    >
      <SummaryList rows={rows} />
      <p className="govuk-body">
        <Link className="govuk-link" to={`/services/${service.id}`}>
          {text.see}
        </Link>
      </p>
      <p className="govuk-body">
        <Link className="govuk-link" to={`/desk/registrations/${service.id}`}>
          {words.desk.registration.link}
        </Link>
      </p>
      {service.viewerCanAssure && (
        <div className="kith-form-narrow">
          <CallForm serviceId={service.id} />
          <LetterForm serviceId={service.id} />
          <CheckedForm serviceId={service.id} />
        </div>
      )}
      <Checks checks={service.assurances.edges.map(({ node }) => node)} />
      <Letters letters={service.letters.edges.map(({ node }) => node)} />
    </Page>
  );
}

interface ActProps {
  readonly serviceId: string;
}

function CheckedForm({ serviceId }: ActProps) {
  const { problems, attempt, isBusy, act } = useAct(AssureService);
  return (
    <section>
      <h2 className="govuk-heading-m">{text.checkedHeading}</h2>
      <Form problems={problems} attempt={attempt} onSend={async () => void (await act({ serviceId }))}>
        <Button kind="SECONDARY" isBusy={isBusy}>
          {text.checkedNow}
        </Button>
      </Form>
    </section>
  );
}

function LetterForm({ serviceId }: ActProps) {
  const { problems, attempt, isBusy, act } = useAct(SendLetter);
  return (
    <section>
      <h2 className="govuk-heading-m">{text.letterHeading}</h2>
      <p className="govuk-body">{text.letterHint}</p>
      <Form problems={problems} attempt={attempt} onSend={async () => void (await act({ serviceId }))}>
        <Button kind="SECONDARY" isBusy={isBusy}>
          {text.letter}
        </Button>
      </Form>
    </section>
  );
}

const methods = ['PHONE', 'VIDEO', 'EMAIL', 'VISIT', 'OTHER'] as const;
const results = ['STILL_CORRECT', 'NOT_RIGHT', 'NOT_REACHED'] as const;

function CallForm({ serviceId }: ActProps) {
  const { problems, attempt, isBusy, refuse, act } = useAct(LogCall);
  const send = async (form: FormData) => {
    const method = methods.find((each) => each === textOf(form, 'method')) ?? 'PHONE';
    const result = results.find((each) => each === textOf(form, 'result'));
    if (result === undefined) return refuse([{ message: text.choose, field: ['result'] }]);
    const said = (name: string) => textOf(form, name) || null;
    await act({ serviceId, method, result, answeredBy: said('answeredBy'), notes: said('notes') });
  };
  const problem = (id: string) => problemOf(problems, id);
  return (
    <section>
      <h2 className="govuk-heading-m">{text.callHeading}</h2>
      <Form problems={problems} attempt={attempt} onSend={send}>
        <Select
          id="method"
          label={text.method}
          choices={methods.map((value) => ({ value, label: text.methods[value] }))}
        />
        <Radios
          id="result"
          label={text.result}
          choices={results.map((value) => ({ value, label: text.results[value] }))}
          problem={problem('result')}
        />
        <Input id="answeredBy" label={text.answeredBy} hint={text.answeredByHint} problem={problem('answeredBy')} />
        <TextArea id="notes" label={text.notes} rows={3} problem={problem('notes')} />
        <Button isBusy={isBusy}>{text.log}</Button>
      </Form>
    </section>
  );
}
