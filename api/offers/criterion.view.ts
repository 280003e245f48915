import { serviceView } from '../directory/service.view.ts';
import { sql } from '../platform/read/sql.ts';
import { column, extendView } from '../platform/read/view.ts';

extendView(serviceView, {
  columns: {
    statedCriteria: column(
      (t) => sql`(
      select coalesce(jsonb_agg(jsonb_build_object('attribute', c.attribute, 'operator', c.operator, 'accepted', c.accepted,
        'unit', c.unit, 'isHard', c.is_hard, 'ruleText', c.rule_text, 'question', c.question, 'source', c.source)
        order by c.position), '[]') from access_criterion c where c.service_id = ${t}.id)`,
    ),
  },
  needs: { criteria: ['minimumAge', 'maximumAge', 'areas', 'description', 'statedCriteria'] },
});
