import { ButtonLink } from '../../components/Button.tsx';
import { Page } from '../../components/Page.tsx';
import { words } from '../../words/en.ts';

const text = words.invitations.sent;

/** An invitation that was just written; the link is null when a letter carries it. */
export interface Sent {
  readonly name: string;
  readonly link: string | null;
}

/** Says that an invitation is on its way, or shows the link to hand over, this once. */
export function SentPage({ sent, back }: { readonly sent: Sent; readonly back: string }) {
  return (
    <Page title={text.title} step="sent">
      {sent.link === null ? (
        <p className="govuk-body-l">{text.letter(sent.name)}</p>
      ) : (
        <>
          <p className="govuk-body-l">{text.link(sent.name)}</p>
          <label className="govuk-label govuk-label--s" htmlFor="link">
            {text.label}
          </label>
          <input className="govuk-input" id="link" type="text" readOnly value={sent.link} />
          <p className="govuk-body govuk-!-margin-top-4">{text.keep}</p>
        </>
      )}
      <ButtonLink to={back} kind="SECONDARY">
        {text.back}
      </ButtonLink>
    </Page>
  );
}
