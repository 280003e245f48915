import { Button } from '../../components/Button.tsx';
import { Details } from '../../components/Details.tsx';
import { Form } from '../../components/Form.tsx';
import { useAct } from '../../forms/use-act.ts';
import { graphql } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { moment } from '../../words/format.ts';
import { RowFields, type RowOnPage } from './desk-lists.query.ts';

const text = words.desk.quarantine;

const MarkQuarantinedRow = graphql(
  `
    mutation MarkQuarantinedRow($input: MarkQuarantinedRowInput!) {
      markQuarantinedRow(input: $input) {
        row {
          ...RowFields
        }
        userErrors {
          message
          field
        }
      }
    }
  `,
  [RowFields],
);

/** Rows that were kept aside, each with the reason, the row as it came, and what can be said of it. */
export function QuarantinedRows({ rows }: { readonly rows: readonly RowOnPage[] }) {
  return rows.map((row) => <QuarantinedRow row={row} key={row.id} />);
}

function QuarantinedRow({ row }: { readonly row: RowOnPage }) {
  const { problems, attempt, isBusy, act } = useAct(MarkQuarantinedRow);
  const name = row.numberInFeed ?? text.nameless;
  const say = (mark: 'LOOKED_AT' | 'PUT_ASIDE') => void act({ rowId: row.id, mark });
  return (
    <section className="kith-row-aside" aria-label={name}>
      <h2 className="govuk-heading-s">{row.reason}</h2>
      <p className="govuk-body">
        {text.from}: {row.feed.name}. {text.own}: {name}. {text.met}: {moment(row.metFirstAt)}.
      </p>
      <Details summary={text.raw}>
        <pre className="kith-raw" tabIndex={0} aria-label={text.rawLabel}>
          {row.raw}
        </pre>
      </Details>
      {row.state === 'WAITING' ? (
        <Form problems={problems} attempt={attempt} onSend={() => say('LOOKED_AT')}>
          <p className="govuk-hint">{text.lookedAtHint}</p>
          <div className="govuk-button-group">
            <Button isBusy={isBusy} kind="SECONDARY">
              {text.lookedAt}
              <span className="govuk-visually-hidden">: {name}</span>
            </Button>
            <Button isBusy={isBusy} kind="WARNING" type="button" onClick={() => say('PUT_ASIDE')}>
              {text.putAside}
              <span className="govuk-visually-hidden">: {name}</span>
            </Button>
          </div>
        </Form>
      ) : (
        <p className="govuk-body" role="status">
          <strong>{text.done[row.state]}</strong>
        </p>
      )}
    </section>
  );
}
