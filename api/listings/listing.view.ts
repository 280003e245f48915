import { serviceView } from '../directory/service.view.ts';
import { type Sql, sql, trusted } from '../platform/read/sql.ts';
import { extendView } from '../platform/read/view.ts';

const placed = (t: Sql, more: string) =>
  sql`exists (select from service_at_location placed ${trusted(more)} where placed.service_id = ${t}.id)`;

extendView(serviceView, {
  columns: {
    hasSchedules: (t) => sql`exists (select from schedule kept where kept.service_id = ${t}.id)`,
    hasCosts: (t) => sql`exists (select from cost_option kept where kept.service_id = ${t}.id)`,
    hasPlace: (t) => sql`(cardinality(${t}.areas) > 0 or ${placed(t, '')})`,
    hasAccessFacts: (t) => placed(t, 'join accessibility fact on fact.location_id = placed.location_id'),
  },
  needs: {
    missingFacts: [
      ...['description', 'phone', 'email', 'feesDescription', 'minimumAge', 'maximumAge'],
      ...['hasSchedules', 'hasCosts', 'hasPlace', 'hasAccessFacts'],
    ],
  },
});
