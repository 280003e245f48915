import { Input, TextArea } from '../../components/Input.tsx';
import { problemOf } from '../../forms/fields.ts';
import type { FieldProblem } from '../../forms/use-act.ts';
import { words } from '../../words/en.ts';

const text = words.listings.suggest;

/** How somebody knows what they tell us, and how to ask them. */
export function CoveringFields({ problems }: { readonly problems: readonly FieldProblem[] }) {
  return (
    <>
      <TextArea id="why" label={text.why} hint={text.whyHint} rows={3} problem={problemOf(problems, 'why')} />
      <Input id="contact" label={text.contact} hint={text.contactHint} problem={problemOf(problems, 'contact')} />
    </>
  );
}
