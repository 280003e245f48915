import { isHelping, nameOf, type Helped } from '../viewer/helped.ts';
import { words } from '../words/en.ts';

/** Tells whoever is on a page about somebody else whose page it is, what they may do there, and how the person communicates. */
export function Helping({ individual }: { readonly individual: Helped }) {
  const flags = individual.viewerRelation === 'SELF' ? [] : (individual.communication?.flags ?? []);
  if (!isHelping(individual) && flags.length === 0) return null;
  return (
    <section className="kith-helping" aria-label={words.helping.label}>
      {isHelping(individual) && (
        <p className="govuk-body">{words.helping[individual.viewerMayDo](nameOf(individual))}</p>
      )}
      {flags.length > 0 && (
        <p className="govuk-body">
          <strong>{words.aboutMe.communication.flags(nameOf(individual))}:</strong> {flags.join(' ')}
        </p>
      )}
    </section>
  );
}
