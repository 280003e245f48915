-- Agreements negotiated in turns: versions of terms that never change, acceptances and signatures bound to one of them.

create table agreement (
  authority_id uuid not null,
  id uuid not null constraint agreement_id_key unique,
  individual_id uuid not null,
  provider_id uuid not null constraint agreement_provider_fk references organisation (id),
  reference text not null constraint agreement_reference_key unique,
  individual_alias text not null,
  outcome_id uuid not null,
  option_id uuid not null,
  service_id uuid constraint agreement_service_fk references service (id),
  budget_id uuid,
  state text not null constraint agreement_state_check
    check (state in ('PROPOSED', 'COUNTERED', 'AGREED', 'SIGNED', 'DECLINED', 'WITHDRAWN')),
  latest_number integer not null constraint agreement_latest_number_check check (latest_number >= 1),
  latest_author text not null constraint agreement_latest_author_check check (latest_author in ('INDIVIDUAL', 'PROVIDER')),
  waiting_for text[] not null constraint agreement_waiting_for_check
    check (waiting_for <@ array['INDIVIDUAL', 'PROVIDER', 'BUDGET_HOLDER']),
  reply_by timestamptz,
  starts_on date not null,
  ends_on date,
  moved_at timestamptz not null,
  ended_reason text,
  constraint agreement_pk primary key (authority_id, id),
  constraint agreement_parties_key unique (authority_id, id, individual_id, provider_id),
  constraint agreement_individual_fk foreign key (authority_id, individual_id) references individual (authority_id, id),
  constraint agreement_outcome_fk foreign key (authority_id, outcome_id) references outcome (authority_id, id),
  constraint agreement_option_fk foreign key (authority_id, option_id) references option (authority_id, id),
  constraint agreement_budget_fk foreign key (authority_id, budget_id) references budget (authority_id, id)
);
create unique index agreement_live_option_key on agreement (option_id, provider_id) where state not in ('DECLINED', 'WITHDRAWN');
create index agreement_individual_index on agreement (individual_id, moved_at desc, id);
create index agreement_provider_index on agreement (provider_id, moved_at desc, id);
create index agreement_authority_index on agreement (authority_id, moved_at desc, id);
create index agreement_waiting_index on agreement using gin (waiting_for);
create index agreement_outcome_index on agreement (outcome_id);
comment on table agreement is 'What an individual, a provider and whoever holds the budget agree, from the first proposal to the end.';
comment on column agreement.authority_id is 'Authority that commissions.';
comment on column agreement.id is 'Identifier.';
comment on column agreement.individual_id is 'Individual who receives the support and decides.';
comment on column agreement.provider_id is 'Provider or community group that gives it.';
comment on column agreement.reference is 'What people quote, such as AG-2026-000123.';
comment on column agreement.individual_alias is 'Name that the provider sees until something is agreed (rule R44).';
comment on column agreement.outcome_id is 'Outcome it serves.';
comment on column agreement.option_id is 'Option that was chosen.';
comment on column agreement.service_id is 'Service of the directory.';
comment on column agreement.budget_id is 'Budget that pays; null when nothing is paid from one.';
comment on column agreement.state is 'The last step that a person took. What follows from dates is derived, never stored (rule R47).';
comment on column agreement.latest_number is 'Number of the latest terms.';
comment on column agreement.latest_author is 'Side that wrote the latest terms; the other side answers.';
comment on column agreement.waiting_for is 'Parties that have to act next, as it followed from the last step; terms that have lapsed wait for nobody.';
comment on column agreement.reply_by is 'When the open terms lapse; null when they do not.';
comment on column agreement.starts_on is 'First day of the latest terms.';
comment on column agreement.ends_on is 'Last day of the latest terms; null when they run on.';
comment on column agreement.moved_at is 'When the last step was taken.';
comment on column agreement.ended_reason is 'Why it was declined or withdrawn; null otherwise.';

create table terms (
  authority_id uuid not null,
  id uuid not null constraint terms_id_key unique,
  agreement_id uuid not null,
  individual_id uuid not null,
  provider_id uuid not null,
  number integer not null constraint terms_number_check check (number >= 1),
  author text not null constraint terms_author_check check (author in ('INDIVIDUAL', 'PROVIDER')),
  author_id uuid not null,
  author_name text not null,
  message text,
  support text not null,
  place text not null,
  visits jsonb not null,
  unit text not null constraint terms_unit_check check (unit in ('HOUR', 'VISIT', 'SESSION', 'DAY', 'WEEK')),
  rate_pence bigint not null constraint terms_rate_check check (rate_pence >= 0),
  starts_on date not null,
  ends_on date,
  notice_days integer not null constraint terms_notice_check check (notice_days between 0 and 365),
  cancellation text not null,
  if_worker_cannot_come text not null,
  reasons jsonb not null default '[]',
  weekly_cost_pence bigint not null constraint terms_weekly_cost_check check (weekly_cost_pence >= 0),
  total_cost_pence bigint not null constraint terms_total_cost_check check (total_cost_pence >= 0),
  hash text not null constraint terms_hash_check check (hash ~ '^[0-9a-f]{64}$'),
  proposed_at timestamptz not null,
  constraint terms_pk primary key (authority_id, id),
  constraint terms_number_key unique (agreement_id, number),
  constraint terms_agreement_key unique (authority_id, agreement_id, id),
  constraint terms_agreement_fk foreign key (authority_id, agreement_id, individual_id, provider_id)
    references agreement (authority_id, id, individual_id, provider_id),
  constraint terms_days_check check (ends_on is null or ends_on >= starts_on)
);
create trigger terms_immutable before update or delete on terms for each row execute function refuse_change();
comment on table terms is 'One version of an agreement''s terms; never changed, only followed by the next (rule R40).';
comment on column terms.authority_id is 'Authority of the agreement.';
comment on column terms.id is 'Identifier.';
comment on column terms.agreement_id is 'Agreement they belong to.';
comment on column terms.individual_id is 'Individual of the agreement.';
comment on column terms.provider_id is 'Provider of the agreement.';
comment on column terms.number is 'Version, from 1.';
comment on column terms.author is 'Side that wrote them.';
comment on column terms.author_id is 'Person who wrote them.';
comment on column terms.author_name is 'Name to show for the author.';
comment on column terms.message is 'What the author says to the other side.';
comment on column terms.support is 'What support is given.';
comment on column terms.place is 'Where.';
comment on column terms.visits is 'Weekly visits: [{weekday, startsAt, endsAt}].';
comment on column terms.unit is 'What the rate is for.';
comment on column terms.rate_pence is 'Price of one unit, in pence.';
comment on column terms.starts_on is 'First day.';
comment on column terms.ends_on is 'Last day; null when they run on.';
comment on column terms.notice_days is 'Days of notice, for both sides.';
comment on column terms.cancellation is 'What happens when a visit is cancelled.';
comment on column terms.if_worker_cannot_come is 'What happens when the worker cannot come.';
comment on column terms.reasons is 'Why terms were changed: [{term, reason}].';
comment on column terms.weekly_cost_pence is 'Cost of a full week, in pence.';
comment on column terms.total_cost_pence is 'Cost by the calendar from the start to the end of the terms, the budget, or a year, whichever comes first (rule R2).';
comment on column terms.hash is 'SHA-256 of the canonical terms (RFC 8785), in hexadecimal; acceptances and signatures carry it.';
comment on column terms.proposed_at is 'When they were put forward.';

create table acceptance (
  authority_id uuid not null,
  agreement_id uuid not null,
  individual_id uuid not null,
  provider_id uuid not null,
  terms_id uuid not null,
  party text not null constraint acceptance_party_check check (party in ('INDIVIDUAL', 'PROVIDER')),
  accepted_by uuid not null,
  accepted_at timestamptz not null,
  constraint acceptance_pk primary key (authority_id, agreement_id, terms_id, party),
  constraint acceptance_agreement_fk foreign key (authority_id, agreement_id, individual_id, provider_id)
    references agreement (authority_id, id, individual_id, provider_id),
  constraint acceptance_terms_fk foreign key (authority_id, agreement_id, terms_id)
    references terms (authority_id, agreement_id, id)
);
create trigger acceptance_immutable before update or delete on acceptance for each row execute function refuse_change();
comment on table acceptance is 'That one party accepted one exact version of the terms.';
comment on column acceptance.authority_id is 'Authority of the agreement.';
comment on column acceptance.agreement_id is 'Agreement.';
comment on column acceptance.individual_id is 'Individual of the agreement.';
comment on column acceptance.provider_id is 'Provider of the agreement.';
comment on column acceptance.terms_id is 'Version that was accepted.';
comment on column acceptance.party is 'Party that accepted.';
comment on column acceptance.accepted_by is 'Person who accepted for the party.';
comment on column acceptance.accepted_at is 'When.';

create table signature (
  authority_id uuid not null,
  agreement_id uuid not null,
  individual_id uuid not null,
  provider_id uuid not null,
  terms_id uuid not null,
  party text not null constraint signature_party_check check (party in ('INDIVIDUAL', 'PROVIDER', 'BUDGET_HOLDER')),
  signed_by uuid not null,
  signed_name text not null constraint signature_name_check check (length(signed_name) between 1 and 200),
  method text not null constraint signature_method_check check (method in ('TYPED', 'WITNESSED', 'REPRESENTATIVE')),
  statement text not null,
  terms_hash text not null,
  signed_at timestamptz not null,
  constraint signature_pk primary key (authority_id, agreement_id, party),
  constraint signature_agreement_fk foreign key (authority_id, agreement_id, individual_id, provider_id)
    references agreement (authority_id, id, individual_id, provider_id),
  constraint signature_terms_fk foreign key (authority_id, agreement_id, terms_id)
    references terms (authority_id, agreement_id, id)
);
create trigger signature_immutable before update or delete on signature for each row execute function refuse_change();
comment on table signature is 'That one party signed the agreed version, with the evidence (rule R45).';
comment on column signature.authority_id is 'Authority of the agreement.';
comment on column signature.agreement_id is 'Agreement.';
comment on column signature.individual_id is 'Individual of the agreement.';
comment on column signature.provider_id is 'Provider of the agreement.';
comment on column signature.terms_id is 'Version that was signed.';
comment on column signature.party is 'Party that signed.';
comment on column signature.signed_by is 'Person who signed for the party.';
comment on column signature.signed_name is 'Name as it was typed or witnessed.';
comment on column signature.method is 'How it was signed.';
comment on column signature.statement is 'Sentence that the signer agreed to.';
comment on column signature.terms_hash is 'Hash of the exact terms.';
comment on column signature.signed_at is 'When.';

create table commitment (
  authority_id uuid not null,
  agreement_id uuid not null,
  individual_id uuid not null,
  budget_id uuid not null,
  terms_id uuid not null,
  amount_pence bigint not null constraint commitment_amount_check check (amount_pence >= 0),
  constraint commitment_pk primary key (authority_id, agreement_id),
  constraint commitment_budget_fk foreign key (authority_id, budget_id) references budget (authority_id, id),
  constraint commitment_terms_fk foreign key (authority_id, agreement_id, terms_id)
    references terms (authority_id, agreement_id, id)
);
create index commitment_budget_index on commitment (budget_id);
comment on table commitment is 'Money of a budget that an accepted version of an agreement''s terms speaks for (rules R8 and R9).';
comment on column commitment.authority_id is 'Authority of the budget.';
comment on column commitment.agreement_id is 'Agreement it is for.';
comment on column commitment.individual_id is 'Individual whose budget it is.';
comment on column commitment.budget_id is 'Budget it comes from.';
comment on column commitment.terms_id is 'Version whose cost it is.';
comment on column commitment.amount_pence is 'Cost within the budget''s period, in pence.';

-- The budget's promised amount is always the sum of its commitments, and its check refuses what does not fit, whatever
-- races: the update locks the budget's row until the transaction ends. It runs as the functions' owner because a provider's
-- step may release money of a budget that the provider must not see.
create function access.keep_promised() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    update budget set promised_pence = promised_pence - old.amount_pence where id = old.budget_id;
  end if;
  if tg_op <> 'DELETE' then
    update budget set promised_pence = promised_pence + new.amount_pence where id = new.budget_id;
  end if;
  return null;
end $$;
create trigger commitment_promised after insert or update or delete on commitment
  for each row execute function access.keep_promised();

-- Declining or withdrawing gives the money back (rule R9).
create function access.release_commitment() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from commitment where authority_id = new.authority_id and agreement_id = new.id;
  return null;
end $$;
create trigger agreement_release after update of state on agreement
  for each row when (new.state in ('DECLINED', 'WITHDRAWN') and old.state is distinct from new.state)
  execute function access.release_commitment();

-- A newer version puts an end to acceptances of the older ones (rule R40), and so to the money they spoke for.
create trigger agreement_release_older after update of latest_number on agreement
  for each row when (old.latest_number is distinct from new.latest_number)
  execute function access.release_commitment();
