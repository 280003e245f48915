import { In, Not } from 'typeorm';
import { isId } from '../common/id.ts';
import type { Transaction } from '../platform/transaction.ts';
import { Agreement } from './agreement.entity.ts';

/** An option with what an agreement needs to know of it. */
export interface ChosenOption {
  readonly authorityId: string;
  readonly individualId: string;
  readonly individualAlias: string;
  readonly optionId: string;
  readonly outcomeId: string;
  readonly serviceId: string | null;
  /** The organisation of its service; null when it was written by hand. */
  readonly providerId: string | null;
  readonly isChosen: boolean;
}

/** The option, its appraisal locked so that it is proposed once; null when there is none or the viewer may not see it. */
export async function findChosenOption(tx: Transaction, optionId: string): Promise<ChosenOption | null> {
  if (!isId(optionId)) return null;
  const rows: ChosenOption[] = await tx.manager.query(
    `select o.authority_id as "authorityId", o.individual_id as "individualId", i.alias as "individualAlias",
            o.id as "optionId", a.outcome_id as "outcomeId", o.service_id as "serviceId",
            s.organisation_id as "providerId", d.option_id is not null as "isChosen"
     from option o
       join appraisal a on a.authority_id = o.authority_id and a.id = o.appraisal_id
       join individual i on i.authority_id = o.authority_id and i.id = o.individual_id
       left join service s on s.id = o.service_id
       left join decision d on d.authority_id = o.authority_id and d.appraisal_id = o.appraisal_id and d.option_id = o.id
     where o.id = $1
     for update of a`,
    [optionId],
  );
  return rows[0] ?? null;
}

/** Whether an agreement for the option with that provider is being negotiated or stands. */
export function hasLiveAgreement(tx: Transaction, optionId: string, providerId: string): Promise<boolean> {
  return tx.manager.existsBy(Agreement, { optionId, providerId, state: Not(In(['DECLINED', 'WITHDRAWN'])) });
}
