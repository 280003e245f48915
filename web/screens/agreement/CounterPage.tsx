import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import type { TermsDraft } from '../../forms/terms-form.ts';
import { useAct, type Act } from '../../forms/use-act.ts';
import type { ResultOf, VariablesOf } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { CounterCheck } from './CounterCheck.tsx';
import { CounterForm, type Reply } from './CounterForm.tsx';
import { CounterPageQuery, CounterTerms, type CounterAgreement } from './counter.query.ts';
import { captionOf } from './agreement-headings.ts';
import { Replaced } from './ReadBack.tsx';

const text = words.agreement.counterPage;

/** Suggesting something else: change some terms, say why, read it over, send. */
export function CounterPage() {
  const { agreementId = '' } = useParams();
  const [result, again] = useQuery({ query: CounterPageQuery, variables: { agreementId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ agreement }) => (agreement === null ? <NotFound /> : <Counter agreement={agreement} key={agreement.id} />)}
    </Gate>
  );
}

function Counter({ agreement }: { readonly agreement: CounterAgreement }) {
  const [open] = useState(agreement.openTerms);
  const [reply, setReply] = useState<Reply | null>(null);
  const [isChecking, setChecking] = useState(false);
  const act = useAct(CounterTerms);
  const send = useSend(agreement, open.hash, act, reply);
  const start = startOf(open);

  const review = (next: Reply) => {
    setReply(next);
    setChecking(true);
    act.refuse([]);
  };
  return (
    <Page
      title={isChecking ? text.check : text.title}
      caption={captionOf(agreement)}
      about={agreement.individual}
      back={{ to: `/agreements/${agreement.id}`, label: words.back.agreement }}
      step={isChecking ? 'check' : 'edit'}
      hasProblems={act.problems.length > 0}
    >
      {open.hash !== agreement.openTerms.hash && <Replaced agreementId={agreement.id} />}
      {isChecking && reply !== null ? (
        <CounterCheck start={start} reply={reply} act={act} onSend={send} onEdit={() => setChecking(false)} />
      ) : (
        <CounterForm {...{ agreement, start, reply }} lines={open.lines} refused={act} onReview={review} />
      )}
    </Page>
  );
}

type CounterAct = Act<ResultOf<typeof CounterTerms>, VariablesOf<typeof CounterTerms>>;

/** Sends the reply, bound to the version that it answers. */
function useSend(agreement: CounterAgreement, termsHash: string, { act }: CounterAct, reply: Reply | null) {
  const navigate = useNavigate();
  return async () => {
    if (reply === null) return;
    const { terms, reasons, message } = reply;
    const done = await act({
      agreementId: agreement.id,
      termsHash,
      terms,
      reasons: [...reasons],
      message: message === '' ? null : message,
    });
    if (done !== null) void navigate(`/agreements/${agreement.id}`);
  };
}

/** The open terms as a draft, to start the reply from. */
function startOf(open: CounterAgreement['openTerms']): TermsDraft {
  return {
    support: open.support,
    place: open.place,
    visits: open.visits.map(({ weekday, startsAt, endsAt }) => ({ weekday, startsAt, endsAt })),
    rate: open.rate.amount,
    unit: open.unit,
    startsOn: open.startsOn,
    endsOn: open.endsOn,
    noticeDays: open.noticeDays,
    cancellation: open.cancellation,
    ifWorkerCannotCome: open.ifWorkerCannotCome,
  };
}
