import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import type { AgreementOnPage } from './agreement.fields.ts';
import { AgreementQuery } from './agreement.query.ts';

/** Fetches the agreement that the address names, for any page about it. */
export function AgreementGate({ children }: { readonly children: (agreement: AgreementOnPage) => ReactNode }) {
  const { agreementId = '' } = useParams();
  const [result, again] = useQuery({ query: AgreementQuery, variables: { agreementId } });
  return (
    <Gate result={result} onRetry={() => again({ requestPolicy: 'network-only' })}>
      {({ agreement }) => (agreement === null ? <NotFound /> : children(agreement))}
    </Gate>
  );
}
