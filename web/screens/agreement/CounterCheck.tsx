import { Button } from '../../components/Button.tsx';
import { Form } from '../../components/Form.tsx';
import { SummaryList } from '../../components/SummaryList.tsx';
import { differentTerms } from '../../forms/terms-words.ts';
import type { TermsDraft } from '../../forms/terms-form.ts';
import type { FieldProblem } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import type { Reply } from './CounterForm.tsx';

const text = words.agreement.counterPage;

interface CounterCheckProps {
  readonly start: TermsDraft;
  readonly reply: Reply;
  readonly act: { readonly problems: readonly FieldProblem[]; readonly attempt: number; readonly isBusy: boolean };
  readonly onSend: () => Promise<void>;
  readonly onEdit: () => void;
}

/** The reply read over: each change as Was and Now with its reason; sending it ends the turn. */
export function CounterCheck({ start, reply, act, onSend, onEdit }: CounterCheckProps) {
  const changes = differentTerms(start, reply.terms);
  return (
    <Form problems={act.problems} attempt={act.attempt} onSend={onSend}>
      <p className="govuk-body-l">{text.checkLead}</p>
      {changes.length === 0 && <p className="govuk-body">{text.nothing}</p>}
      {changes.map((change) => (
        <section className="kith-change" key={change.term}>
          <h2 className="govuk-heading-m">{change.label}</h2>
          <SummaryList
            rows={[
              { key: words.agreement.was, value: change.was },
              { key: words.agreement.now, value: <strong>{change.value}</strong> },
              {
                key: text.reason,
                value: reply.reasons.find((given) => given.term === change.term)?.reason ?? words.none,
              },
            ]}
          />
        </section>
      ))}
      {reply.message !== '' && <SummaryList rows={[{ key: text.message, value: reply.message }]} />}
      <p className="govuk-body">{text.kept}</p>
      <div className="govuk-button-group">
        <Button isBusy={act.isBusy}>{text.send}</Button>
        <Button type="button" kind="SECONDARY" onClick={onEdit}>
          {text.edit}
        </Button>
      </div>
    </Form>
  );
}
