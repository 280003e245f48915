import { Link } from 'react-router';

import { Tag } from '../../components/Tag.tsx';
import { words } from '../../words/en.ts';
import { day, miles } from '../../words/format.ts';
import type { Result } from './find.query.ts';
import { accessOf, agesOf, costsOf, whenOf } from './service-facts.ts';

interface ResultCardProps {
  readonly result: Result;
  readonly outcomeId: string;
}

/** One result: every card has the same facts in the same order, and says what is not known. */
export function ResultCard({ result, outcomeId }: ResultCardProps) {
  const { node: service, distanceMiles, unknowns } = result;
  const text = words.find;
  const ages = agesOf(service);
  return (
    <li>
      <p className="govuk-body-s govuk-!-margin-bottom-1">
        {text.kind[service.kind]}. {distanceMiles === null ? text.distanceUnknown : miles(distanceMiles)}
      </p>
      <h3 className="govuk-heading-m">
        <Link className="govuk-link" to={`/services/${service.id}${outcomeId === '' ? '' : `?outcome=${outcomeId}`}`}>
          {service.name}
        </Link>
      </h3>
      {service.description !== null && <p className="govuk-body">{shorten(service.description)}</p>}
      <dl className="kith-facts govuk-body">
        <Fact name={text.runBy} lines={[service.organisation.name]} />
        <Fact name={text.when} lines={whenOf(service)} />
        <Fact name={text.where} lines={placesOf(service)} />
        <Fact name={text.cost} lines={costsOf(service)} />
        <Fact name={words.search.places} lines={capacitiesOf(service)} />
        <Fact name={text.couldStart} lines={[service.couldStart ?? words.unknown]} />
        {ages !== null && <Fact name={text.ages} lines={[ages]} />}
        <Fact name={text.access} lines={accessOf(service)} />
      </dl>
      {unknowns.length > 0 && (
        <ul className="kith-unknowns govuk-body">
          {unknowns.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <p className="govuk-body-s govuk-!-margin-top-2 govuk-!-margin-bottom-0">
        {service.freshness.mark !== null && <Tag colour="yellow">{service.freshness.mark}</Tag>}{' '}
        {service.status === 'ACTIVE' ? '' : `${text.status[service.status]}. `}
        {service.assuredOn === null ? text.notChecked : `${text.checked(day(service.assuredOn))}.`}
      </p>
    </li>
  );
}

function Fact({ name, lines }: { readonly name: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{lines.slice(0, 3).join('; ')}</dd>
    </>
  );
}

function placesOf({ locations }: Result['node']): readonly string[] {
  const places = locations.map(({ name, address }) =>
    [name, address?.city, address?.postcode].filter((part) => part !== null && part !== undefined).join(', '),
  );
  return [...new Set(places.filter((place) => place !== ''))];
}

function capacitiesOf({ offers }: Result['node']): readonly string[] {
  return offers.flatMap(({ isCurrent, capacity }) => (isCurrent && capacity !== null ? [capacity.summary] : []));
}

const longest = 220;

function shorten(description: string): string {
  if (description.length <= longest) return description;
  return `${description.slice(0, description.lastIndexOf(' ', longest))} …`;
}
