import { isHelping, nameOf, type Helped } from '../viewer/helped.ts';
import { words } from '../words/en.ts';

/** Tells a helper, on every page about somebody, whose page it is and what they may do there. */
export function Helping({ individual }: { readonly individual: Helped }) {
  if (!isHelping(individual)) return null;
  return (
    <section className="kith-helping" aria-label={words.helping.label}>
      <p className="govuk-body">{words.helping[individual.viewerMayDo](nameOf(individual))}</p>
    </section>
  );
}
