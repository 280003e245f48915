import { Link } from 'react-router';

import { Table } from '../../components/Table.tsx';
import { Tag } from '../../components/Tag.tsx';
import { words } from '../../words/en.ts';
import { pounds, shortDay } from '../../words/format.ts';
import type { AgreementLine } from './agreement.fields.ts';
import { answerDue } from './agreement-headings.ts';

interface AgreementTableProps {
  readonly caption: string;
  readonly agreements: readonly AgreementLine[];
}

/** Agreements, each with whose turn it is, since when and by when. */
export function AgreementTable({ caption, agreements }: AgreementTableProps) {
  const { columns } = words.home.work;
  return (
    <Table
      caption={caption}
      columns={[
        { heading: columns.person },
        { heading: columns.arrangement },
        { heading: columns.status },
        { heading: columns.next },
        { heading: columns.week, isNumeric: true },
      ]}
      rows={agreements.map((agreement) => ({
        id: agreement.id,
        cells: [
          <Link className="govuk-link" to={`/agreements/${agreement.id}`} key="person">
            {agreement.individualLabel} <span className="govuk-visually-hidden">({agreement.reference})</span>
          </Link>,
          arrangementOf(agreement),
          agreement.waitingForMe ? <Tag key="status">{agreement.statusSentence}</Tag> : agreement.statusSentence,
          nextOf(agreement),
          pounds(agreement.openTerms.weeklyCost),
        ],
      }))}
    />
  );
}

function arrangementOf(agreement: AgreementLine): string {
  return agreement.service?.name ?? agreement.provider.name;
}

/** By when a reply is due, or since when it stands so. */
function nextOf(agreement: AgreementLine): string {
  const due = answerDue(agreement);
  return due === null ? words.home.work.since(shortDay(agreement.since)) : words.home.work.replyDue(shortDay(due));
}
