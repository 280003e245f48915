import { pounds } from '../words/format.ts';
import { words } from '../words/en.ts';

/** An amount of money; "Not known" when there is none. */
export function Money({ value }: { readonly value: { readonly amount: string } | null }) {
  return <>{value === null ? words.unknown : pounds(value)}</>;
}
