import { Checkboxes, Radios } from '../../components/Choices.tsx';
import { DateInput } from '../../components/DateInput.tsx';
import { Details } from '../../components/Details.tsx';
import { Input, Select } from '../../components/Input.tsx';
import { problemOf } from '../../forms/fields.ts';
import { otherBands } from '../../forms/offer-form.ts';
import type { FieldProblem } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';
import type { OfferToChange } from './offers.query.ts';

const text = words.offers.form;

interface OfferFieldsProps {
  /** Null for a new price. */
  readonly offer: OfferToChange | null;
  readonly problems: readonly FieldProblem[];
}

/** What a price says: first what nobody can leave out, the rest folded away. */
export function OfferFields({ offer, problems }: OfferFieldsProps) {
  const problem = (id: string) => problemOf(problems, `offer-${id}`);
  return (
    <>
      <Radios
        id="offer-unit"
        label={text.unit}
        choices={choicesOf(text.units)}
        value={offer?.unit}
        problem={problem('unit')}
      />
      <Price band="WEEKDAY" label={text.weekday} hint={text.weekdayHint} offer={offer} problem={problem('WEEKDAY')} />
      <Details summary={text.others} isOpen={(offer?.rates.length ?? 0) > 1}>
        <p className="govuk-hint">{text.othersHint}</p>
        {otherBands.map((band) => (
          <Price band={band} label={words.offers.band[band]} offer={offer} problem={problem(band)} key={band} />
        ))}
      </Details>
      <Radios
        id="offer-showsPrice"
        label={text.shows}
        hint={text.showsHint}
        choices={choicesOf(text.showsKind)}
        value={offer?.showsPrice}
        problem={problem('showsPrice')}
      />
      <Details summary={text.range} isOpen={offer?.showsPrice === 'RANGE' || problem('range') !== undefined}>
        <Sum id="rangeFrom" label={text.rangeFrom} value={offer?.priceRange?.from} problem={problem('rangeFrom')} />
        <Sum id="rangeTo" label={text.rangeTo} value={offer?.priceRange?.to} problem={problem('rangeTo')} />
      </Details>
      <Funding offer={offer} problem={problem('funding')} />
      <Conditions offer={offer} problems={problems} />
      <Days offer={offer} problems={problems} />
    </>
  );
}

interface FundingProps {
  readonly offer: OfferToChange | null;
  readonly problem: string | undefined;
}

function Funding({ offer, problem }: FundingProps) {
  const choices = choicesOf(words.offers.fundingKind);
  return (
    <Checkboxes id="offer-funding" label={text.funding} choices={choices} values={offer?.funding} problem={problem} />
  );
}

function Conditions({ offer, problems }: OfferFieldsProps) {
  const problem = (id: string) => problemOf(problems, `offer-${id}`);
  const numbers = [
    ['minimumMinutes', text.minimum, offer?.minimumMinutes],
    ['workers', text.workers, offer?.workers],
    ['noticeDays', text.notice, offer?.noticeDays],
  ] as const;
  return (
    <>
      {numbers.map(([id, label, value]) => (
        <Input
          id={`offer-${id}`}
          label={label}
          width={4}
          isNumeric
          value={value === null || value === undefined ? undefined : String(value)}
          problem={problem(id)}
          key={id}
        />
      ))}
      <Sum id="travel" label={text.travel} hint={text.travelHint} value={offer?.travel} problem={problem('travel')} />
      <Select
        id="offer-vat"
        label={text.vat}
        choices={[{ value: '', label: text.vatUnsaid }, ...choicesOf(words.offers.vatKind)]}
        value={offer?.vat ?? ''}
      />
      <Input
        id="offer-areas"
        label={text.areas}
        hint={text.areasHint}
        value={offer?.areas.join(', ')}
        problem={problem('areas')}
      />
    </>
  );
}

function Days({ offer, problems }: OfferFieldsProps) {
  const problem = (id: string) => problemOf(problems, `offer-${id}`);
  return (
    <>
      <DateInput
        id="offer-couldStartOn"
        label={text.couldStart}
        value={offer?.couldStartOn}
        problem={problem('couldStartOn')}
      />
      <DateInput id="offer-startsOn" label={text.from} hint={text.fromHint} problem={problem('startsOn')} />
      <DateInput
        id="offer-endsOn"
        label={text.until}
        hint={text.untilHint}
        value={offer?.endsOn}
        problem={problem('endsOn')}
      />
    </>
  );
}

interface PriceProps {
  readonly band: OfferToChange['rates'][number]['band'];
  readonly label: string;
  readonly hint?: string;
  readonly offer: OfferToChange | null;
  readonly problem: string | undefined;
}

/** The price of one part of the week, as it stands or as it was last said. */
function Price({ band, offer, ...field }: PriceProps) {
  const said = offer?.rates.filter((rate) => rate.band === band) ?? [];
  const standing = band === 'WEEKDAY' ? (offer?.rate ?? undefined) : said[0]?.rate;
  return <Sum id={band} value={standing} {...field} />;
}

interface SumProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: { readonly amount: string } | null | undefined;
  readonly problem: string | undefined;
}

function Sum({ id, value, ...field }: SumProps) {
  return <Input id={`offer-${id}`} width={5} prefix="£" isNumeric value={value?.amount} {...field} />;
}

function choicesOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
