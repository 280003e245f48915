import { useParams } from 'react-router';

import { ButtonLink } from '../../components/Button.tsx';
import { Page } from '../../components/Page.tsx';
import { words } from '../../words/en.ts';

/** Not choosing yet is an answer too: nothing is lost, and someone independent can be found. */
export function TalkPage() {
  const { outcomeId = '' } = useParams();
  const text = words.choose;
  return (
    <Page title={text.notSureTitle} back={{ to: `/outcomes/${outcomeId}/choose`, label: words.back.plain }}>
      <p className="govuk-body">{text.notSureText}</p>
      <ButtonLink to={`/find?text=${text.notSureSearch}&near=`}>{text.notSureFind}</ButtonLink>
    </Page>
  );
}
