import { useQuery } from 'urql';

import { Gate } from '../../components/Gate.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { TaskList, type Task } from '../../components/TaskList.tsx';
import { words } from '../../words/en.ts';
import { OrganisationLinks } from '../members/OrganisationLinks.tsx';
import { DeskQuery, type Desk } from './desk.query.ts';

const text = words.desk;

/** The desk of those who keep the directory right: each list, and how much waits in it. */
export function DeskPage() {
  const [result, again] = useQuery({ query: DeskQuery, requestPolicy: 'cache-and-network' });
  return (
    <Gate result={result} onRetry={again}>
      {({ viewer }) => {
        const desk = viewer?.directoryDesk ?? null;
        if (desk === null) return <NotFound />;
        return (
          <Page title={text.title}>
            <p className="govuk-body-l">{text.lead}</p>
            <TaskList tasks={listsOf(desk)} />
            <OrganisationLinks />
          </Page>
        );
      }}
    </Gate>
  );
}

function listsOf(desk: Desk): readonly Task[] {
  const { suggestions, claims, conflicts } = words.listings.desk;
  return [
    list('suggestions', suggestions, desk.suggestions.totalCount),
    list('claims', claims, desk.claims.totalCount),
    list('conflicts', conflicts, desk.conflicts.totalCount),
    list('not-right', text.notRight, desk.notRight.totalCount),
    list('stale', words.freshness.desk, desk.stale.totalCount),
    list('quarantine', text.quarantine, desk.quarantine.totalCount),
    list('duplicates', text.duplicates, desk.links.totalCount),
    list('unlisted', text.unlisted, desk.unlisted.totalCount),
    list('gaps', words.search.gaps, desk.gaps.totalCount),
    page('runs', text.runs),
    page('feeds', text.feeds),
    page('policy', words.freshness.policy),
  ];
}

/** One list of the desk, which is read at `/desk/<id>`. */
function list(id: string, { title, hint }: { readonly title: string; readonly hint: string }, count: number): Task {
  const status = count === 0 ? text.nothing : text.waiting(count);
  return { id, to: `/desk/${id}`, name: title, hint, status, isMine: count > 0 };
}

/** One list of the desk in which nothing waits: it is there to be read. */
function page(id: string, { title, hint }: { readonly title: string; readonly hint: string }): Task {
  return { id, to: `/desk/${id}`, name: title, hint, status: text.toRead, isMine: false };
}
