import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { useAct } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import { day } from '../../words/format.ts';
import { WithdrawConsent, type ConsentOnPage } from './consents.query.ts';

const text = words.consents;

interface ConsentCardProps {
  readonly consent: ConsentOnPage;
  /** Whether it is the reader's own. */
  readonly isMine: boolean;
  /** Says in a sentence what was done. */
  readonly onNews: (sentence: string) => void;
}

/** One yes in plain words: who, what, why, until when and how it was said; stopped in one press. */
export function ConsentCard({ consent, isMine, onNews }: ConsentCardProps) {
  const { problems, attempt, isBusy, act } = useAct(WithdrawConsent);
  const name = recipientOf(consent);
  const stop = async () => {
    if ((await act({ consentId: consent.id })) !== null) onNews(text.stopped(name));
  };
  const classes = isMine ? text.classes : text.classesFor;
  return (
    <section className="kith-card" aria-labelledby={`${consent.id}-name`}>
      <h3 className="govuk-heading-s" id={`${consent.id}-name`}>
        {name}
      </h3>
      <dl className="kith-facts govuk-!-margin-bottom-3">
        <Fact name={text.facts.what} value={consent.classes.map((each) => classes[each]).join('; ')} />
        <Fact name={text.facts.why} value={text.purposes[consent.purpose]} />
        {consent.status !== 'WITHDRAWN' && <Fact name={text.facts.until} value={daysOf(consent)} />}
        <Fact name={text.facts.how} value={saidHow(consent)} />
        {consent.withdrawnAt !== null && (
          <Fact
            name={text.facts.stopped}
            value={text.stoppedOn(consent.withdrawer?.name ?? words.unknown, day(consent.withdrawnAt))}
          />
        )}
      </dl>
      {consent.isNeededByAgreement && <p className="govuk-body">{text.needed}</p>}
      {consent.viewerCanWithdraw && (
        <Form problems={problems} attempt={attempt} onSend={stop}>
          <Button kind="WARNING" isBusy={isBusy}>
            {text.stop}
            <span className="govuk-visually-hidden">{text.stopFor(name)}</span>
          </Button>
        </Form>
      )}
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function recipientOf({ recipientKind, organisation, person }: ConsentOnPage): string {
  if (recipientKind === 'PROVIDERS_ASKED') return text.asked;
  return organisation?.name ?? person?.name ?? words.unknown;
}

function daysOf({ status, startsOn, endsOn, how }: ConsentOnPage): string {
  if (how === 'BY_ACCEPTING' && endsOn === null) return text.untilAgreementEnds;
  const until = endsOn === null ? text.untilStopped : day(endsOn);
  return status === 'WAITING' ? text.fromUntil(day(startsOn), until) : until;
}

function saidHow({ how, giver, evidence, witness, recorder, recordedAt }: ConsentOnPage): string {
  const isRecordedByAnother = recorder !== null && recorder.id !== giver?.id;
  return [
    text.hows[how](giver?.name ?? words.unknown),
    evidence === null ? '' : `“${evidence}”`,
    witness === null ? '' : text.witness(witness),
    isRecordedByAnother ? text.recorded(recorder.name, day(recordedAt)) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
