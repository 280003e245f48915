import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import type { TermsStart } from '../../forms/terms-form.ts';
import { useAct } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import { ProposeCheck, ProposeForm, type Proposal } from './ProposeForm.tsx';
import { ProposePageQuery, ProposeTerms, type ProposeOutcome } from './propose.query.ts';

const text = words.agreement.proposePage;

/** Putting the first terms to the provider of the chosen option. */
export function ProposePage() {
  const { outcomeId = '' } = useParams();
  const [result, again] = useQuery({ query: ProposePageQuery, variables: { outcomeId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ outcome }) => (outcome === null ? <NotFound /> : <Propose outcome={outcome} key={outcome.id} />)}
    </Gate>
  );
}

function Propose({ outcome }: { readonly outcome: ProposeOutcome }) {
  const navigate = useNavigate();
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const [isChecking, setChecking] = useState(false);
  const act = useAct(ProposeTerms);
  const chosen = outcome.appraisal?.decision?.chosen ?? null;

  const review = (next: Proposal) => {
    setProposal(next);
    setChecking(true);
    act.refuse([]);
  };
  const send = async () => {
    if (proposal === null || chosen === null) return;
    const { terms, message, replyBy } = proposal;
    const done = await act.act({ optionId: chosen.id, terms, replyBy, message: message === '' ? null : message });
    if (done?.agreement) void navigate(`/agreements/${done.agreement.id}`);
  };
  return (
    <Page
      title={isChecking ? text.check : text.title}
      caption={chosen === null ? undefined : text.caption(chosen.name)}
      about={outcome.individual}
      back={{ to: `/outcomes/${outcome.id}`, label: words.back.plain }}
      step={isChecking ? 'check' : 'edit'}
      hasProblems={act.problems.length > 0}
    >
      {chosen === null && <p className="govuk-body">{text.noDecision}</p>}
      {chosen !== null && isChecking && proposal !== null && (
        <ProposeCheck proposal={proposal} act={act} onSend={send} onEdit={() => setChecking(false)} />
      )}
      {chosen !== null && !isChecking && (
        <ProposeForm start={proposal?.terms ?? startOf(outcome)} proposal={proposal} refused={act} onReview={review} />
      )}
    </Page>
  );
}

/** What the provider's own offer already says. */
function startOf(outcome: ProposeOutcome): TermsStart {
  const chosen = outcome.appraisal?.decision?.chosen;
  const offers = chosen !== undefined && 'service' in chosen ? (chosen.service?.offers ?? []) : [];
  const offer = offers.find((one) => one.isCurrent) ?? offers[0];
  if (offer === undefined) return {};
  return offer.rate === null ? { unit: offer.unit } : { rate: offer.rate.amount, unit: offer.unit };
}
