import { Tag } from '../../components/Tag.tsx';
import { words } from '../../words/en.ts';

interface FreshnessProps {
  readonly freshness: { readonly mark: string | null; readonly sentence: string };
}

/** When an entry was last checked, by whom, and what follows: the sentences are the API's. */
export function Freshness({ freshness: { mark, sentence } }: FreshnessProps) {
  return (
    <section aria-label={words.freshness.title}>
      <p className="govuk-body">
        {mark !== null && (
          <>
            <Tag colour="yellow">{mark}</Tag>{' '}
          </>
        )}
        {sentence}
      </p>
    </section>
  );
}
