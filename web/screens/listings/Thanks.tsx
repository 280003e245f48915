import { Page } from '../../components/Page.tsx';
import { words } from '../../words/en.ts';

const text = words.listings.suggest;

/** Says that a suggestion came, and that somebody looks at it before anything changes. */
export function Thanks({ back }: { readonly back: { readonly to: string; readonly label: string } }) {
  return (
    <Page title={text.thanks} back={back} step="sent">
      <p className="govuk-body">{text.thanksText}</p>
    </Page>
  );
}
