import { useQuery } from 'urql';

import { Tag } from '../../components/Tag.tsx';
import { graphql, type ResultOf } from '../../graphql.ts';
import { myself, useViewer } from '../../viewer/viewer.ts';
import { words } from '../../words/en.ts';

const text = words.offers.who;

const WhoFor = graphql(`
  query WhoFor($outcomeId: ID!) {
    outcome(id: $outcomeId) {
      id
      individual {
        id
        alias
        viewerRelation
        person {
          id
          preferredName
        }
      }
    }
  }
`);

const CriteriaQuery = graphql(`
  query ServiceCriteria($serviceId: ID!, $individualId: ID) {
    service(id: $serviceId) {
      id
      criteria(individualId: $individualId) {
        ruleText
        question
        source
        answer
        factsUsed
      }
    }
  }
`);

type Rule = NonNullable<ResultOf<typeof CriteriaQuery>['service']>['criteria'][number];

interface WhoCanUseProps {
  readonly serviceId: string;
  /** Empty when nobody's outcome is looked for. */
  readonly outcomeId: string;
}

/** Who can use a service, held against whoever it is looked for; a rule that is not met is told, never a reason to hide. */
export function WhoCanUse({ serviceId, outcomeId }: WhoCanUseProps) {
  const viewer = useViewer();
  const me = viewer === null ? null : myself(viewer);
  const isForOther = viewer !== null && outcomeId !== '';
  const [asked] = useQuery({ query: WhoFor, variables: { outcomeId }, pause: !isForOther });
  const whose = asked.data?.outcome?.individual ?? me;
  const [{ data }] = useQuery({
    query: CriteriaQuery,
    variables: { serviceId, individualId: whose?.id ?? null },
    pause: isForOther && asked.data === undefined,
  });
  const rules = data?.service?.criteria;
  if (rules === undefined) return null;
  return (
    <section aria-labelledby="who-can-use">
      <h2 className="govuk-heading-m" id="who-can-use">
        {headingOf(whose)}
      </h2>
      {rules.length === 0 ? <p className="govuk-body">{text.none}</p> : <Rules rules={rules} />}
    </section>
  );
}

interface Whose {
  readonly alias: string;
  readonly viewerRelation: string | null;
  readonly person: { readonly preferredName: string } | null;
}

function headingOf(whose: Whose | null): string {
  if (whose === null) return text.heading;
  return whose.viewerRelation === 'SELF' ? text.forYou : text.forPerson(whose.person?.preferredName ?? whose.alias);
}

function Rules({ rules }: { readonly rules: readonly Rule[] }) {
  return (
    <ul className="govuk-list govuk-list--spaced">
      {rules.map((rule) => (
        <li key={`${rule.source} ${rule.ruleText}`}>
          {rule.ruleText} <span className="govuk-hint govuk-!-margin-bottom-0">({text.source[rule.source]})</span>
          <Answer rule={rule} />
        </li>
      ))}
    </ul>
  );
}

const answers = { MET: text.met, NOT_MET: text.notMet, UNKNOWN: text.unknown } as const;

function Answer({ rule }: { readonly rule: Rule }) {
  if (rule.answer === null) return <div className="govuk-hint govuk-!-margin-bottom-0">{text.ask(rule.question)}</div>;
  return (
    <div>
      {rule.answer === 'MET' ? answers.MET : <Tag colour="grey">{answers[rule.answer]}</Tag>}{' '}
      {rule.answer === 'MET' ? '' : text.ask(rule.question)}
      {rule.factsUsed.length > 0 && (
        <div className="govuk-hint govuk-!-margin-bottom-0">{text.used(rule.factsUsed.join(', '))}</div>
      )}
    </div>
  );
}
