import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';

import { Button } from '../../components/Button.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { Input, Select } from '../../components/Input.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { problemOf } from '../../forms/fields.ts';
import { readInterpreterForm } from '../../forms/interpreter-form.ts';
import { useAct } from '../../forms/use-act.ts';
import { nameOf } from '../../viewer/helped.ts';
import { words } from '../../words/en.ts';
import { BookingCard } from './BookingCard.tsx';
import { AskForInterpreter, InterpretersQuery, type WithInterpreters } from './interpreter.query.ts';

const text = words.interpreters;
const kinds = words.aboutMe.communication.interpreters;

/** The interpreters of somebody: what is booked, what still waits, and a form to ask for one. */
export function InterpretersPage() {
  const { individualId = '' } = useParams();
  const [result, again] = useQuery({ query: InterpretersQuery, variables: { individualId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ individual }) => (individual === null ? <NotFound /> : <Interpreters individual={individual} />)}
    </Gate>
  );
}

function Interpreters({ individual }: { readonly individual: WithInterpreters }) {
  const [news, setNews] = useState('');
  const bookings = individual.interpreterBookings.edges.map(({ node }) => node);
  const isMine = individual.viewerRelation === 'SELF';
  return (
    <Page
      title={text.title}
      caption={isMine ? undefined : nameOf(individual)}
      about={individual}
      back={{ to: `/people/${individual.id}/about`, label: text.back }}
    >
      <p className="govuk-body-l">{text.lead}</p>
      <p className="govuk-body" role="status">
        {news}
      </p>
      {bookings.length === 0 && <p className="govuk-body">{text.empty}</p>}
      {bookings.map((booking) => (
        <BookingCard
          booking={booking}
          canSettle={individual.viewerCanSayAbout}
          onNews={setNews}
          key={`${booking.id}-${String(booking.version)}`}
        />
      ))}
      {individual.viewerCanSayAbout && (
        <AskForm individual={individual} onDone={() => setNews(text.done.ASKED)} key={bookings.length} />
      )}
    </Page>
  );
}

interface AskFormProps {
  readonly individual: WithInterpreters;
  readonly onDone: () => void;
}

function AskForm({ individual, onDone }: AskFormProps) {
  const { problems, attempt, isBusy, refuse, act } = useAct(AskForInterpreter);
  const send = async (form: FormData) => {
    const read = readInterpreterForm(form);
    if (!read.ok) return refuse(read.problems);
    const { language, ...rest } = read.value;
    const done = await act({ individualId: individual.id, ...rest, language: language || null });
    if (done !== null) onDone();
  };
  const problem = (id: string) => problemOf(problems, id);
  const line = (id: 'language' | 'startsAt' | 'place' | 'purpose', value?: string) => (
    <Input id={id} label={text.ask[id]} hint={text.ask[`${id}Hint`]} value={value} problem={problem(id)} />
  );
  const need = individual.communication;
  return (
    <section className="kith-form-narrow">
      <h2 className="govuk-heading-m">{text.ask.heading}</h2>
      <Form problems={problems} attempt={attempt} onSend={send}>
        <Select
          id="interpreter"
          label={text.ask.kind}
          choices={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
          value={need?.interpreter ?? 'SPOKEN'}
        />
        {line('language', need?.interpreter === 'SPOKEN' ? (need.spokenLanguage ?? '') : '')}
        <DateInput id="wantedOn" label={text.ask.wantedOn} problem={problem('wantedOn')} />
        {line('startsAt')}
        <Input id="minutes" label={text.ask.minutes} width={4} isNumeric problem={problem('minutes')} />
        {line('place')}
        {line('purpose')}
        <Button isBusy={isBusy}>{text.ask.save}</Button>
      </Form>
    </section>
  );
}
