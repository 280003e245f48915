import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';

import { Button } from '../../components/Button.tsx';
import { Details } from '../../components/Details.tsx';
import { Form } from '../../components/Form.tsx';
import { Gate } from '../../components/Gate.tsx';
import { TextArea } from '../../components/Input.tsx';
import { Page } from '../../components/Page.tsx';
import { problemOf, textOf } from '../../forms/fields.ts';
import { useAct } from '../../forms/use-act.ts';
import { graphql } from '../../graphql.ts';
import { words } from '../../words/en.ts';
import { day } from '../../words/format.ts';
import { Facts } from '../find/ServicePage.tsx';
import { ServiceQuery } from '../find/service.query.ts';

const text = words.freshness.check;

const FollowedLinkQuery = graphql(`
  query FollowedLink($token: String!) {
    followedLink(token: $token) {
      state
      expiresOn
      service {
        id
        name
      }
    }
  }
`);

const AnswerLetter = graphql(`
  mutation AnswerLetter($input: AnswerLetterInput!) {
    answerLetter(input: $input) {
      service {
        id
      }
      userErrors {
        message
        field
      }
    }
  }
`);

/** Where the link of a letter leads: what the entry says, and two buttons. Opening it changes nothing. */
export function CheckPage() {
  const { token = '' } = useParams();
  const [result, again] = useQuery({ query: FollowedLinkQuery, variables: { token } });
  const [answer, setAnswer] = useState<string | null>(null);
  return (
    <Gate result={result} onRetry={again}>
      {({ followedLink: link }) => {
        const service = link?.service ?? null;
        if (link === null || service === null) return <Said title={text.noTitle} sentence={text.no} />;
        if (answer !== null) return <Said title={text.thanks} sentence={answer} serviceId={service.id} />;
        if (link.state !== 'OPEN')
          return <Said title={service.name} sentence={text[link.state]} serviceId={service.id} />;
        return (
          <Page title={text.title} caption={service.name}>
            <p className="govuk-body-l">{text.lead}</p>
            <Entry serviceId={service.id} />
            <Answer token={token} onDone={setAnswer} />
            <p className="govuk-body-s">{text.until(day(link.expiresOn))}</p>
          </Page>
        );
      }}
    </Gate>
  );
}

function Entry({ serviceId }: { readonly serviceId: string }) {
  const [{ data }] = useQuery({ query: ServiceQuery, variables: { serviceId } });
  if (data?.service === undefined || data.service === null) return null;
  return <Facts service={data.service} />;
}

interface AnswerProps {
  readonly token: string;
  readonly onDone: (thanks: string) => void;
}

function Answer({ token, onDone }: AnswerProps) {
  const yes = useAct(AnswerLetter);
  const wrong = useAct(AnswerLetter);
  const sayYes = async () => {
    if ((await yes.act({ token, isStillCorrect: true })) !== null) onDone(text.thanksYes);
  };
  const sayWrong = async (form: FormData) => {
    const done = await wrong.act({ token, isStillCorrect: false, words: textOf(form, 'words') });
    if (done !== null) onDone(text.thanksWrong);
  };
  return (
    <div className="kith-form-narrow">
      <Form problems={yes.problems} attempt={yes.attempt} onSend={sayYes}>
        <Button isBusy={yes.isBusy}>{text.yes}</Button>
      </Form>
      <Details summary={text.wrong} isOpen={wrong.problems.length > 0}>
        <Form problems={wrong.problems} attempt={wrong.attempt} onSend={sayWrong}>
          <TextArea
            id="words"
            label={text.what}
            hint={text.whatHint}
            rows={4}
            problem={problemOf(wrong.problems, 'words')}
          />
          <Button kind="SECONDARY" isBusy={wrong.isBusy}>
            {text.send}
          </Button>
        </Form>
      </Details>
    </div>
  );
}

interface SaidProps {
  readonly title: string;
  readonly sentence: string;
  readonly serviceId?: string;
}

function Said({ title, sentence, serviceId }: SaidProps) {
  return (
    <Page title={title} step={sentence}>
      <p className="govuk-body-l">{sentence}</p>
      {serviceId !== undefined && (
        <p className="govuk-body">
          <Link className="govuk-link" to={`/services/${serviceId}`}>
            {text.see}
          </Link>
        </p>
      )}
    </Page>
  );
}
