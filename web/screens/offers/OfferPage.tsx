import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Button } from '../../components/Button.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { dateOf, problemOf } from '../../forms/fields.ts';
import { readOfferForm } from '../../forms/offer-form.ts';
import { readShape, optionalDate } from '../../forms/shape.ts';
import { useAct, type FieldProblem } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import { bandsOf } from '../find/Offers.tsx';
import { OfferFields } from './OfferFields.tsx';
import {
  EndOffer,
  MakeOffer,
  OfferedServiceQuery,
  ReviseOffer,
  type OfferToChange,
  type ServiceToOffer,
} from './offers.query.ts';

const text = words.offers.form;

/** Adding a price to a service, or putting another in the place of one. */
export function OfferPage() {
  return (
    <OfOffer>
      {(service, offer) =>
        offer === null ? <Make service={service} /> : <Revise service={service} offer={offer} key={offer.id} />
      }
    </OfOffer>
  );
}

/** Ending a price. */
export function EndOfferPage() {
  return (
    <OfOffer>{(service, offer) => (offer === null ? <NotFound /> : <End service={service} offer={offer} />)}</OfOffer>
  );
}

interface OfOfferProps {
  readonly children: (service: ServiceToOffer, offer: OfferToChange | null) => ReactNode;
}

function OfOffer({ children }: OfOfferProps) {
  const { serviceId = '', offerId } = useParams();
  const [result, again] = useQuery({ query: OfferedServiceQuery, variables: { serviceId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ service }) => {
        if (service?.viewerCanMakeOffer !== true) return <NotFound />;
        if (offerId === undefined) return children(service, null);
        const offer = service.offers.find(({ id, isFromFeed }) => id === offerId && !isFromFeed);
        return offer === undefined ? <NotFound /> : children(service, offer);
      }}
    </Gate>
  );
}

function Make({ service }: { readonly service: ServiceToOffer }) {
  const navigate = useNavigate();
  const { problems, attempt, isBusy, refuse, act } = useAct(MakeOffer);
  const send = async (form: FormData) => {
    const read = readOfferForm(form);
    if (!read.ok) return refuse(read.problems);
    if ((await act({ serviceId: service.id, offer: read.value })) !== null) void navigate('/offers');
  };
  return (
    <OfferPaper title={text.makeTitle} service={service} problems={problems}>
      <Form problems={atFields(problems)} attempt={attempt} onSend={send}>
        <OfferFields offer={null} problems={atFields(problems)} />
        <Button isBusy={isBusy}>{text.save}</Button>
      </Form>
    </OfferPaper>
  );
}

interface ChangeProps {
  readonly service: ServiceToOffer;
  readonly offer: OfferToChange;
}

function Revise({ service, offer }: ChangeProps) {
  const later = bandsOf({ ...offer, rates: offer.rates.filter(({ startsOn }) => startsOn !== offer.startsOn) });
  const navigate = useNavigate();
  const { problems, attempt, isBusy, refuse, act } = useAct(ReviseOffer);
  const send = async (form: FormData) => {
    const read = readOfferForm(form);
    if (!read.ok) return refuse(read.problems);
    if ((await act({ offerId: offer.id, offer: read.value })) !== null) void navigate('/offers');
  };
  return (
    <OfferPaper title={text.changeTitle} service={service} problems={problems}>
      <p className="govuk-body">{text.changeLead}</p>
      {later.length > 0 && (
        <>
          <p className="govuk-body">{text.laterLost}</p>
          <ul className="govuk-list govuk-list--bullet">
            {later.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <Form problems={atFields(problems)} attempt={attempt} onSend={send}>
        <OfferFields offer={offer} problems={atFields(problems)} />
        <Button isBusy={isBusy}>{text.save}</Button>
      </Form>
    </OfferPaper>
  );
}

function End({ service, offer }: ChangeProps) {
  const ending = words.offers.ending;
  const navigate = useNavigate();
  const { problems, attempt, isBusy, refuse, act } = useAct(EndOffer);
  const send = async (form: FormData) => {
    const read = readShape(optionalDate(ending.last), dateOf(form, 'lastOn'));
    if (!read.ok) return refuse(read.problems.map((problem) => ({ ...problem, field: ['lastOn'] })));
    if ((await act({ offerId: offer.id, lastOn: read.value })) !== null) void navigate('/offers');
  };
  return (
    <OfferPaper title={ending.title} service={service} problems={problems}>
      <p className="govuk-body">{offer.price}</p>
      <p className="govuk-body">{ending.lead}</p>
      <Form problems={problems} attempt={attempt} onSend={send}>
        <DateInput id="lastOn" label={ending.last} hint={ending.lastHint} problem={problemOf(problems, 'lastOn')} />
        <Button kind="WARNING" isBusy={isBusy}>
          {ending.button}
        </Button>
      </Form>
    </OfferPaper>
  );
}

interface OfferPaperProps {
  readonly title: string;
  readonly service: ServiceToOffer;
  readonly problems: readonly FieldProblem[];
  readonly children: ReactNode;
}

function OfferPaper({ title, service, problems, children }: OfferPaperProps) {
  return (
    <Page
      title={title}
      caption={service.name}
      back={{ to: '/offers', label: words.back.plain }}
      hasProblems={problems.length > 0}
    >
      <div className="kith-form-narrow">{children}</div>
    </Page>
  );
}

/** The API names prices by their place in the list, the form by their part of the week: both lead to the prices. */
function atFields(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  return problems.map((problem) =>
    problem.field?.[1] === 'rates' ? { ...problem, field: ['offer', 'WEEKDAY'] } : problem,
  );
}
