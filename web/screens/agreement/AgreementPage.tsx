import { Link } from 'react-router';

import { ButtonLink } from '../../components/Button.tsx';
import { Details } from '../../components/Details.tsx';
import { Page } from '../../components/Page.tsx';
import { SummaryList } from '../../components/SummaryList.tsx';
import { LiveStrip } from '../../live/LiveStrip.tsx';
import { words } from '../../words/en.ts';
import { moment, nearDay, pounds } from '../../words/format.ts';
import type { AgreementOnPage } from './agreement.fields.ts';
import { AgreementGate } from './AgreementGate.tsx';
import { answerDue, captionOf, headingOf, isOpen } from './agreement-headings.ts';
import { Change } from './Change.tsx';
import { Aside } from './Aside.tsx';

const text = words.agreement;

/** One agreement: whose turn it is, what changed, what it costs, what can be done now. */
export function AgreementPage() {
  return <AgreementGate>{(agreement) => <AgreementView agreement={agreement} />}</AgreementGate>;
}

function AgreementView({ agreement }: { readonly agreement: AgreementOnPage }) {
  return (
    <Page
      title={headingOf(agreement)}
      caption={captionOf(agreement)}
      about={agreement.individual}
      back={{ to: '/agreements', label: words.back.agreements }}
    >
      <div className="govuk-grid-row" data-status={agreement.status}>
        <div className="govuk-grid-column-two-thirds">
          <LiveStrip agreementId={agreement.id}>
            <Turn agreement={agreement} />
          </LiveStrip>
          <Terms agreement={agreement} />
          <Costs agreement={agreement} />
          <Unchanged agreement={agreement} />
          <Acts agreement={agreement} />
        </div>
        <div className="govuk-grid-column-one-third">
          <Aside agreement={agreement} />
        </div>
      </div>
    </Page>
  );
}

/** Whose turn it is, since when and by when: the one thing that this page must say. */
function Turn({ agreement }: { readonly agreement: AgreementOnPage }) {
  const { waitingForMe, statusSentence, since } = agreement;
  const due = answerDue(agreement);
  return (
    <>
      <strong>{waitingForMe ? text.yourTurn : `${statusSentence}.`}</strong> {text.since(moment(since))}
      {due !== null && ` ${waitingForMe ? text.replyBy(nearDay(due)) : text.replyDue(nearDay(due))}`}
    </>
  );
}

function Terms({ agreement }: { readonly agreement: AgreementOnPage }) {
  const { openTerms } = agreement;
  // What changed is news while it can still be answered; afterwards the terms stand as one.
  const changes = isOpen(agreement) ? agreement.changes : [];
  return (
    <>
      {openTerms.message !== null && openTerms.message !== '' && (
        <p className="govuk-body">
          <strong>{text.message(openTerms.authorName)}:</strong> {openTerms.message}
        </p>
      )}
      {changes.map((change) => (
        <Change change={change} agreement={agreement} key={change.term} />
      ))}
      {changes.length === 0 && (
        <>
          <h2 className="govuk-heading-m">{text.terms}</h2>
          <SummaryList rows={openTerms.lines.map((line) => ({ key: line.label, value: line.value }))} />
        </>
      )}
    </>
  );
}

function Costs({ agreement }: { readonly agreement: AgreementOnPage }) {
  const { weeklyDifference, budgetLeftAfter, changes, openTerms } = agreement;
  return (
    <div className="kith-costs">
      {isOpen(agreement) && weeklyDifference !== null && changes.length > 0 && (
        <p className="govuk-body">
          {text.acceptAll(changes.length)} <strong>{differenceOf(weeklyDifference)}</strong>{' '}
          {budgetLeftAfter !== null && text.weekLeft(pounds(budgetLeftAfter))}
        </p>
      )}
      <p className="govuk-body">{text.costsInAll(pounds(openTerms.weeklyCost), pounds(openTerms.totalCost))}</p>
    </div>
  );
}

function differenceOf(difference: { readonly amount: string }): string {
  if (Number(difference.amount) === 0) return text.costsSame;
  const amount = pounds({ amount: difference.amount.replace('-', '') });
  return difference.amount.startsWith('-') ? text.costsLess(amount) : text.costsMore(amount);
}

function Unchanged({ agreement }: { readonly agreement: AgreementOnPage }) {
  if (!isOpen(agreement) || agreement.changes.length === 0 || agreement.unchanged.length === 0) return null;
  return (
    <Details summary={text.unchanged(agreement.unchanged.length)}>
      <SummaryList rows={agreement.unchanged.map((line) => ({ key: line.label, value: line.value }))} />
    </Details>
  );
}

/** Only what the API says this reader may do now; each changed term has its own way to suggest something else. */
function Acts({ agreement }: { readonly agreement: AgreementOnPage }) {
  const here = `/agreements/${agreement.id}`;
  return (
    <div className="govuk-button-group kith-no-print">
      {agreement.viewerCanSign && <ButtonLink to={`${here}/sign`}>{text.sign}</ButtonLink>}
      {agreement.viewerCanAccept && <ButtonLink to={`${here}/accept`}>{text.accept}</ButtonLink>}
      {agreement.viewerCanCounter && (
        <ButtonLink to={`${here}/suggest`} kind="SECONDARY">
          {agreement.changes.length === 0 ? text.suggest : text.suggestOther}
        </ButtonLink>
      )}
      {agreement.viewerCanDecline && (
        <Link className="govuk-link" to={`${here}/decline`}>
          {text.decline}
        </Link>
      )}
      {agreement.viewerCanWithdraw && !agreement.viewerCanDecline && (
        <Link className="govuk-link" to={`${here}/stop`}>
          {text.withdraw}
        </Link>
      )}
    </div>
  );
}
