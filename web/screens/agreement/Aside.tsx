import { words } from '../../words/en.ts';
import { moment } from '../../words/format.ts';
import type { AgreementOnPage } from './agreement.fields.ts';

const text = words.agreement;

/** Beside an agreement: the turns so far, who has to sign, and which version this is. */
export function Aside({ agreement }: { readonly agreement: AgreementOnPage }) {
  const { openTerms, parties } = agreement;
  return (
    <>
      <h2 className="govuk-heading-m">{text.turns}</h2>
      <ol className="kith-turns govuk-body">
        {agreement.events.edges.map(({ node }) => (
          <li key={node.id}>
            <strong>{node.sentence}</strong>
            <span>{moment(node.at)}</span>
          </li>
        ))}
      </ol>
      <section className="kith-card">
        <h2 className="govuk-heading-s">{text.whoSigns}</h2>
        <ul className="govuk-list">
          {parties.map((party) => (
            <li key={party.id}>{standingOf(party)}</li>
          ))}
        </ul>
      </section>
      <p className="govuk-body-s kith-fingerprint">
        {text.reference(agreement.reference)}
        <br />
        {text.version(openTerms.number, openTerms.fingerprint)}
      </p>
    </>
  );
}

function standingOf(party: AgreementOnPage['parties'][number]): string {
  if (party.signature !== null) return text.signed(party.name, moment(party.signature.signedAt));
  return party.hasAccepted ? text.accepted(party.name) : text.notYet(party.name);
}
