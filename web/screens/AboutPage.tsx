import { Page } from '../components/Page.tsx';
import { words } from '../words/en.ts';

/** A page about Kith itself. */
export function AboutPage({ of }: { readonly of: 'accessibility' | 'privacy' }) {
  const { title, paragraphs } = words.page[of];
  return (
    <Page title={title}>
      {paragraphs.map((paragraph) => (
        <p className="govuk-body" key={paragraph}>
          {paragraph}
        </p>
      ))}
    </Page>
  );
}
