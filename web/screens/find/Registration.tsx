import { Details } from '../../components/Details.tsx';
import { words } from '../../words/en.ts';

interface RegistrationProps {
  readonly registrations: readonly { readonly id: string; readonly summary: string; readonly isNewest: boolean }[];
}

const text = words.freshness;

/** What registers say of an entry and of who runs it, each with its source and its day; what was said before is folded away. */
export function Registration({ registrations }: RegistrationProps) {
  const newest = registrations.filter(({ isNewest }) => isNewest);
  const earlier = registrations.filter(({ isNewest }) => !isNewest);
  if (registrations.length === 0) return <>{text.notRegistered}</>;
  return (
    <>
      {newest.map(({ id, summary }) => (
        <p className="govuk-body" key={id}>
          {summary}
        </p>
      ))}
      {earlier.length > 0 && (
        <Details summary={text.earlier}>
          {earlier.map(({ id, summary }) => (
            <p className="govuk-body" key={id}>
              {summary}
            </p>
          ))}
        </Details>
      )}
    </>
  );
}
