import * as v from 'valibot';

import { words } from '../words/en.ts';
import { dateOf, textOf } from './fields.ts';
import { optionalDate, optionalNumber, readShape, required, type Read } from './shape.ts';

const text = words.form.outcome;

const domains = Object.keys(words.home.outcomes.domains) as (keyof typeof words.home.outcomes.domains)[];

const OutcomeForm = v.object({
  statement: required(text.needStatement),
  domain: v.picklist(domains, text.needDomain),
  baseline: optionalNumber(text.baseline),
  target: optionalNumber(text.target),
  byWhen: optionalDate(text.byWhen),
});

/** What the outcome form holds once it has the right shape. */
export type OutcomeForm = v.InferOutput<typeof OutcomeForm>;

/** Reads the form that says what somebody wants to happen. */
export function readOutcomeForm(form: FormData): Read<OutcomeForm> {
  return readShape(OutcomeForm, {
    statement: textOf(form, 'statement'),
    domain: textOf(form, 'domain'),
    baseline: textOf(form, 'baseline'),
    target: textOf(form, 'target'),
    byWhen: dateOf(form, 'byWhen'),
  });
}
