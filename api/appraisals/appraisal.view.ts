import { RecordPart } from '../common/record-part.ts';
import { serviceView } from '../directory/service.view.ts';
import type { Criterion, SaidOfService } from '../offers/criterion.rules.ts';
import { statedCriteria } from '../offers/criterion.view.ts';
import { outcomeView } from '../outcomes/outcome.view.ts';
import type { OutcomeState } from '../outcomes/outcome.rules.ts';
import { personView } from '../people/person.view.ts';
import type { Belonging } from '../people/individual.policy.ts';
import { sql } from '../platform/read/sql.ts';
import { column, defineView, extendView, many, one } from '../platform/read/view.ts';
import { type AppraisalState, MOST_OPTIONS } from './appraisal.rules.ts';
import type { OptionKind } from './option.rules.ts';

/** What the resolvers of an appraisal find on its row. */
export interface AppraisalRow extends Belonging {
  readonly id: string;
  readonly state: AppraisalState;
  readonly outcomeState: OutcomeState;
  readonly addedCount: number;
}

/** What the resolvers of an option find on its row. */
export interface OptionRow extends Belonging {
  readonly id: string;
  readonly kind: OptionKind;
  readonly addedById: string;
  readonly appraisalState: AppraisalState;
  /** Null when the service is no longer listed. */
  readonly criteriaSaid: (SaidOfService & { readonly stated: readonly Criterion[] }) | null;
}

/** How an option is read; `weeklyCost` is in pence, null when not known. */
export const optionView = defineView<OptionRow>('Option', {
  table: 'option',
  typename: (t) => sql`case when ${t}.service_id is null then 'OwnOption' else 'ListedOption' end`,
  columns: {
    id: 'id',
    authorityId: 'authority_id',
    individualId: 'individual_id',
    addedById: 'added_by',
    name: 'name',
    kind: 'kind',
    summary: 'summary',
    weeklyCost: column('weekly_cost_pence', 'integer'),
    costGrounds: 'cost_grounds',
    when: 'happens_when',
    gettingThere: 'getting_there',
    distanceMiles: column('distance_miles', 'number'),
    couldStart: 'could_start',
    thingsToThinkAbout: 'things_to_think_about',
    ifItFallsThrough: 'if_it_falls_through',
    isNoChange: column((t) => sql`(${t}.kind = 'CARRY_ON_AS_NOW')`, 'boolean'),
    isChosen: column((t) => sql`exists (select from decision d where d.option_id = ${t}.id)`, 'boolean'),
    criteriaSaid: column(
      (t) => sql`(
        select jsonb_build_object('minimumAge', s.minimum_age, 'maximumAge', s.maximum_age, 'areas', s.areas,
          'description', s.description, 'stated', ${statedCriteria(sql`s`)}) from service s where s.id = ${t}.service_id)`,
    ),
    appraisalState: (t) => sql`(select a.state from appraisal a where a.id = ${t}.appraisal_id)`,
  },
  needs: {
    criteria: ['individualId', 'criteriaSaid'],
    viewerCanRemove: ['authorityId', 'individualId', 'addedById', 'kind', 'appraisalState'],
  },
  one: {
    service: one(() => serviceView, 'service_id'),
    addedBy: one(
      () => personView,
      (t, option) => sql`${t}.id = ${option}.added_by and ${option}.kind <> 'CARRY_ON_AS_NOW'`,
    ),
  },
});

/** How a decision is read. */
export const decisionView = defineView('Decision', {
  table: 'decision',
  key: 'appraisalId',
  columns: {
    appraisalId: 'appraisal_id',
    reasons: 'reasons',
    isFirstPreference: 'is_first_preference',
    supportGiven: 'support_given',
    decidedAt: column('decided_at', 'instant'),
  },
  one: {
    chosen: one(() => optionView, 'option_id'),
    decidedBy: one(() => personView, 'decided_by'),
  },
});

/** How an appraisal is read; the options stand in a neutral order that nobody can pay for (rule R17). */
export const appraisalView = defineView<AppraisalRow>('Appraisal', {
  table: 'appraisal',
  personal: { part: RecordPart.CHOICES, of: 'individualId' },
  columns: {
    id: 'id',
    authorityId: 'authority_id',
    individualId: 'individual_id',
    state: 'state',
    version: column('version', 'integer'),
    createdAt: column('created_at', 'instant'),
    outcomeState: (t) => sql`(select o.state from outcome o where o.id = ${t}.outcome_id)`,
    addedCount: (t) =>
      sql`(select count(*) from option o where o.appraisal_id = ${t}.id and o.kind <> 'CARRY_ON_AS_NOW')`,
  },
  needs: {
    viewerCanAddOption: ['authorityId', 'individualId', 'state', 'outcomeState', 'addedCount'],
    viewerCanChoose: ['authorityId', 'individualId', 'state', 'outcomeState'],
  },
  one: {
    outcome: one(() => outcomeView, 'outcome_id'),
    decision: one(() => decisionView, { appraisal_id: 'id' }),
  },
  many: {
    options: many(() => optionView, {
      on: 'appraisal_id',
      orderBy: [
        ['isNoChange', 'asc'],
        ['distanceMiles', 'asc', 'nullable'],
        ['name', 'asc'],
      ],
      limit: MOST_OPTIONS + 1,
    }),
  },
});

extendView(outcomeView, {
  needs: { viewerCanAppraise: ['authorityId', 'individualId', 'state'] },
  one: { appraisal: one(() => appraisalView, { outcome_id: 'id' }, { orderBy: [['createdAt', 'desc']] }) },
});
