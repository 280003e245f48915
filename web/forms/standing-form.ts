import * as v from 'valibot';

import { words } from '../words/en.ts';
import { dateOf, textOf } from './fields.ts';
import { date, optionalDate, readShape, required, type Read } from './shape.ts';

const text = words.standing;

const orNull = v.pipe(
  v.string(),
  v.transform((value) => (value === '' ? null : value)),
);
const yesOrNo = v.pipe(
  v.picklist(['yes', 'no'], text.record.need.answer),
  v.transform((value) => value === 'yes'),
);
const keysOf = <const T extends Readonly<Record<string, string>>>(names: T, message: string) =>
  v.picklist(Object.keys(names) as (keyof T & string)[], message);

const RepresentationForm = v.object({
  personId: required(text.record.need.person),
  kind: keysOf(text.kinds, text.record.need.kind),
  scope: orNull,
  actsAlone: yesOrNo,
  hasPermission: yesOrNo,
  evidence: orNull,
  startsOn: date(text.record.startsOn),
  endsOn: optionalDate(text.record.endsOn),
});

/** Reads the form of who may decide. */
export function readRepresentationForm(form: FormData): Read<v.InferOutput<typeof RepresentationForm>> {
  const texts = ['personId', 'kind', 'scope', 'actsAlone', 'hasPermission', 'evidence'];
  const days = ['startsOn', 'endsOn'].map((name) => [name, dateOf(form, name)] as const);
  return readShape(RepresentationForm, { ...textsOf(form, texts), ...Object.fromEntries(days) });
}

const CapacityForm = v.object({
  aboutId: orNull,
  decisionKind: keysOf(text.decisions, text.assess.need.kind),
  decision: required(text.assess.need.decision),
  supportGiven: required(text.assess.need.support),
  understands: v.boolean(),
  retains: v.boolean(),
  weighs: v.boolean(),
  communicates: v.boolean(),
  grounds: required(text.assess.need.grounds),
  finding: keysOf(text.capacity.findings, text.assess.need.finding),
  impairment: orNull,
  assessor: required(text.assess.need.assessor),
  assessedOn: date(text.assess.assessedOn),
});

/** Reads the form of what was found about one decision. */
export function readCapacityForm(form: FormData): Read<v.InferOutput<typeof CapacityForm>> {
  const can = form.getAll('can');
  const four = Object.keys(text.assess.four).map((name) => [name, can.includes(name)] as const);
  const texts = ['aboutId', 'decisionKind', 'decision', 'supportGiven', 'grounds', 'finding', 'impairment', 'assessor'];
  const assessedOn = dateOf(form, 'assessedOn');
  return readShape(CapacityForm, { ...textsOf(form, texts), ...Object.fromEntries(four), assessedOn });
}

const CourtOrderForm = v.object({
  personId: required(text.order.need.person),
  evidence: required(text.order.need.evidence),
  orderedOn: date(text.order.orderedOn),
});

/** Reads the form of a court order. */
export function readCourtOrderForm(form: FormData): Read<v.InferOutput<typeof CourtOrderForm>> {
  return readShape(CourtOrderForm, {
    ...textsOf(form, ['personId', 'evidence']),
    orderedOn: dateOf(form, 'orderedOn'),
  });
}

const BirthDateForm = v.object({ bornOn: date(text.child.bornOn) });

/** Reads the form of a day of birth. */
export function readBirthDateForm(form: FormData): Read<v.InferOutput<typeof BirthDateForm>> {
  return readShape(BirthDateForm, { bornOn: dateOf(form, 'bornOn') });
}

/** How many options, and people asked, the form has room for. */
export const ROOM = { options: [0, 1, 2, 3], people: [0, 1, 2, 3] } as const;

const BestInterestsForm = v.object({
  wishes: v.string(),
  options: v.array(v.object({ option: v.string(), benefits: v.string(), disbenefits: v.string() })),
  consulted: v.array(v.object({ who: v.string(), said: v.string() })),
  leastRestrictive: v.string(),
  chosenOption: v.number(),
  reasons: v.string(),
  decidedBy: v.string(),
  decidedOn: date(text.weigh.decidedOn),
});

/** Reads the form of how a decision was made; what is empty is left to the server to ask for. */
export function readBestInterestsForm(form: FormData): Read<v.InferOutput<typeof BestInterestsForm>> {
  const chosen = textOf(form, 'chosenOption');
  return readShape(BestInterestsForm, {
    ...textsOf(form, ['wishes', 'leastRestrictive', 'reasons', 'decidedBy']),
    options: ROOM.options.map((place) => {
      const [option, benefits, disbenefits] = ['option', 'benefits', 'disbenefits'].map((name) =>
        textOf(form, `${name}-${String(place)}`),
      );
      return { option, benefits, disbenefits };
    }),
    consulted: ROOM.people.map((place) => ({
      who: textOf(form, `who-${String(place)}`),
      said: textOf(form, `said-${String(place)}`),
    })),
    chosenOption: chosen === '' ? -1 : Number(chosen),
    decidedOn: dateOf(form, 'decidedOn'),
  });
}

function textsOf(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, textOf(form, name)]));
}
