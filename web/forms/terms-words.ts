import { words } from '../words/en.ts';
import { day, pounds } from '../words/format.ts';
import { termNames, type TermName, type TermsDraft } from './terms-form.ts';

const { term, terms: text, unit, weekday } = words.form;

/** One term in words, for reading over before it is sent. */
export interface TermInWords {
  readonly term: TermName;
  readonly label: string;
  readonly value: string;
}

/** Terms in words, in the order they are read. */
export function termsInWords(terms: TermsDraft): readonly TermInWords[] {
  return termNames.map((name) => ({ term: name, label: term[name], value: valueOf(name, terms) }));
}

/** The terms whose words differ between two drafts; what counts as a change is settled by the API when it is sent. */
export function differentTerms(
  before: TermsDraft,
  after: TermsDraft,
): readonly (TermInWords & { readonly was: string })[] {
  const was = termsInWords(before);
  return termsInWords(after).flatMap((line, position) => {
    const old = was[position]?.value ?? '';
    return old === line.value ? [] : [{ ...line, was: old }];
  });
}

function valueOf(name: TermName, terms: TermsDraft): string {
  switch (name) {
    case 'SUPPORT':
      return terms.support;
    case 'PLACE':
      return terms.place;
    case 'WHEN':
      return terms.visits
        .map((visit) => text.visitLine(weekday[visit.weekday], visit.startsAt, visit.endsAt))
        .join('; ');
    case 'PRICE':
      return `${pounds({ amount: withPence(terms.rate) })} ${unit[terms.unit]}`;
    case 'START':
      return day(terms.startsOn);
    case 'END':
      return terms.endsOn === null ? text.openEnd : day(terms.endsOn);
    case 'NOTICE':
      return text.days(String(terms.noticeDays));
    case 'CANCELLATION':
      return terms.cancellation;
    case 'WORKER_ABSENCE':
      return terms.ifWorkerCannotCome;
  }
}

function withPence(rate: string): string {
  const [whole = '', pence = ''] = rate.split('.');
  return `${whole}.${pence.padEnd(2, '0')}`;
}
