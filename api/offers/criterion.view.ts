import { serviceView } from '../directory/service.view.ts';
import { type Sql, sql } from '../platform/read/sql.ts';
import { column, extendView } from '../platform/read/view.ts';

/** What a service states of itself, in order, as JSON of its rows. */
export function statedCriteria(t: Sql): Sql {
  return sql`(
    select coalesce(jsonb_agg(jsonb_build_object('attribute', c.attribute, 'operator', c.operator, 'accepted', c.accepted,
      'unit', c.unit, 'isHard', c.is_hard, 'ruleText', c.rule_text, 'question', c.question, 'source', c.source)
      order by c.position), '[]') from access_criterion c where c.service_id = ${t}.id)`;
}

extendView(serviceView, {
  columns: { regulatedActivity: 'regulated_activity', statedCriteria: column(statedCriteria) },
  needs: { criteria: ['minimumAge', 'maximumAge', 'areas', 'description', 'statedCriteria'] },
});
