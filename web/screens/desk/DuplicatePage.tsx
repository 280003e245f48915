import { Link, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Button } from '../../components/Button.tsx';
import { Radios } from '../../components/Choices.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { Table } from '../../components/Table.tsx';
import { problemOf, textOf } from '../../forms/fields.ts';
import { useAct } from '../../forms/use-act.ts';
import { graphql } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { DuplicateQuery, type PairOnPage } from './desk-lists.query.ts';

const text = words.desk.duplicates;

const DecideServiceLink = graphql(`
  mutation DecideServiceLink($input: DecideServiceLinkInput!) {
    decideServiceLink(input: $input) {
      link {
        id
        state
      }
      userErrors {
        message
        field
      }
    }
  }
`);

/** Two entries side by side, and saying what they are. */
export function DuplicatePage() {
  const { linkId = '' } = useParams();
  const [result, again] = useQuery({ query: DuplicateQuery, variables: { linkId } });
  return (
    <Gate result={result} onRetry={again}>
      {({ serviceLink }) => (serviceLink === null ? <NotFound /> : <Pair pair={serviceLink} key={serviceLink.id} />)}
    </Gate>
  );
}

function Pair({ pair }: { readonly pair: PairOnPage }) {
  const navigate = useNavigate();
  const { problems, attempt, isBusy, refuse, act } = useAct(DecideServiceLink);
  const choices = [
    { value: 'SAME_LATER', label: text.sameLater, hint: text.sameHint },
    { value: 'SAME_EARLIER', label: text.sameEarlier, hint: text.sameHint },
    { value: 'TWO', label: text.two },
  ];
  const send = async (form: FormData) => {
    const choice = textOf(form, 'decision');
    if (choice === '') return refuse([{ message: text.need, field: ['decision'] }]);
    const preferredServiceId = choice === 'SAME_EARLIER' ? pair.otherService.id : pair.service.id;
    const same = { linkId: pair.id, decision: 'SAME' as const, preferredServiceId };
    const done = await act(choice === 'TWO' ? { linkId: pair.id, decision: 'TWO' } : same);
    if (done !== null) void navigate('/desk/duplicates');
  };
  return (
    <Page
      title={text.page(pair.otherService.name)}
      caption={text.kinds[pair.kind]}
      back={{ to: '/desk/duplicates', label: text.back }}
      hasProblems={problems.length > 0}
    >
      <p className="govuk-body">{text.states[pair.state]}</p>
      <p className="govuk-body">{pair.grounds.join(' ')}</p>
      <Compared pair={pair} />
      <Form problems={problems} attempt={attempt} onSend={send}>
        <Radios id="decision" label={text.ask} choices={choices} problem={problemOf(problems, 'decision')} />
        <Button isBusy={isBusy}>{text.decide}</Button>
      </Form>
    </Page>
  );
}

function Compared({ pair }: { readonly pair: PairOnPage }) {
  const columns = [text.fact, text.later, text.earlier, text.agrees].map((heading) => ({ heading }));
  const rows = pair.facts.map((fact) => ({
    id: fact.label,
    cells: [
      fact.label,
      fact.service ?? text.silent,
      fact.otherService ?? text.silent,
      fact.agreement === 'DIFFERENT' ? <strong>{text.agreement.DIFFERENT}</strong> : text.agreement[fact.agreement],
    ],
  }));
  return (
    <>
      <Table caption={text.compared} columns={columns} rows={rows} />
      <p className="govuk-body">
        <Link className="govuk-link" to={`/services/${pair.service.id}`}>
          {text.later}: {pair.service.name}
        </Link>
        <br />
        <Link className="govuk-link" to={`/services/${pair.otherService.id}`}>
          {text.earlier}: {pair.otherService.name}
        </Link>
      </p>
    </>
  );
}
