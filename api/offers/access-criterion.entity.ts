import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CriterionAttribute, CriterionOperator, CriterionSource } from './criterion.rules.ts';

@Entity({ name: 'access_criterion' })
export class AccessCriterion {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'service_id', type: 'uuid' })
  serviceId: string;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'text' })
  attribute: CriterionAttribute;

  @Column({ type: 'text' })
  operator: CriterionOperator;

  @Column({ type: 'text', array: true })
  accepted: string[];

  @Column({ type: 'text', nullable: true })
  unit: string | null;

  @Column({ name: 'is_hard', type: 'boolean' })
  isHard: boolean;

  @Column({ name: 'rule_text', type: 'text' })
  ruleText: string;

  @Column({ type: 'text' })
  question: string;

  @Column({ type: 'text' })
  source: Exclude<CriterionSource, 'FEED'>;

  @Column({ name: 'stated_at', type: 'timestamptz' })
  statedAt: Date;
}
