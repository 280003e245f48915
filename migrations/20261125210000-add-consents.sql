-- What individuals allow: who may know what of them, for what, from when until when, and how they said so.

create table consent (
  authority_id uuid not null,
  id uuid not null,
  individual_id uuid not null,
  purpose text not null constraint consent_purpose_check
    check (purpose in ('ARRANGE_SUPPORT', 'GIVE_SUPPORT', 'PAY', 'ADVISE', 'REVIEW', 'INTRODUCE')),
  classes text[] not null constraint consent_classes_check check (cardinality(classes) between 1 and 8 and classes <@
    array['IDENTITY', 'CONTACT', 'COMMUNICATION', 'ABOUT_ME', 'PLAN', 'HEALTH', 'MONEY', 'AGREEMENTS']),
  recipient_kind text not null constraint consent_recipient_kind_check
    check (recipient_kind in ('ORGANISATION', 'PERSON', 'PROVIDERS_ASKED')),
  recipient_organisation_id uuid constraint consent_recipient_organisation_fk references organisation (id),
  recipient_person_id uuid constraint consent_recipient_person_fk references person (id),
  recipient text not null generated always as
    (coalesce(recipient_organisation_id::text, recipient_person_id::text, 'PROVIDERS_ASKED')) stored,
  agreement_id uuid constraint consent_agreement_key unique,
  starts_on date not null,
  ends_on date,
  given_by uuid not null constraint consent_given_by_fk references person (id),
  given_as text not null constraint consent_given_as_check check (given_as in ('INDIVIDUAL', 'CIRCLE', 'REPRESENTATIVE')),
  how text not null constraint consent_how_check
    check (how in ('HERE', 'SPOKEN', 'WRITTEN', 'SIGNED', 'GESTURE', 'COMMUNICATION_AID', 'BY_ACCEPTING')),
  witness text constraint consent_witness_check check (length(witness) between 1 and 200),
  evidence text constraint consent_evidence_check check (length(evidence) between 1 and 2000),
  recorded_by uuid not null constraint consent_recorded_by_fk references person (id),
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid constraint consent_withdrawn_by_fk references person (id),
  constraint consent_pk primary key (authority_id, id),
  constraint consent_individual_fk foreign key (authority_id, individual_id) references individual (authority_id, id),
  constraint consent_agreement_fk foreign key (authority_id, agreement_id) references agreement (authority_id, id),
  constraint consent_recipient_check check (case recipient_kind
    when 'ORGANISATION' then recipient_organisation_id is not null and recipient_person_id is null
    when 'PERSON' then recipient_person_id is not null and recipient_organisation_id is null
    else recipient_organisation_id is null and recipient_person_id is null end),
  constraint consent_days_check check (ends_on is null or ends_on >= starts_on),
  constraint consent_own_check check ((given_as = 'INDIVIDUAL') = (given_by = individual_id)),
  constraint consent_self_check check (recipient_person_id is null or recipient_person_id not in (individual_id, given_by)),
  constraint consent_here_check check (how not in ('HERE', 'BY_ACCEPTING') or given_by = recorded_by),
  constraint consent_evidence_of_how_check check (how in ('HERE', 'BY_ACCEPTING') or evidence is not null),
  constraint consent_witness_of_how_check check (how not in ('GESTURE', 'COMMUNICATION_AID') or witness is not null),
  constraint consent_by_accepting_check check ((how = 'BY_ACCEPTING') = (agreement_id is not null)),
  constraint consent_withdrawn_check check ((withdrawn_at is null) = (withdrawn_by is null)),
  constraint consent_once_key exclude using gist
    (individual_id with =, recipient with =, purpose with =, daterange(starts_on, ends_on, '[]') with &&)
    where (withdrawn_at is null and agreement_id is null)
);
create index consent_individual_index on consent (individual_id, recorded_at desc, id);
create index consent_organisation_index on consent (recipient_organisation_id) where withdrawn_at is null;
create index consent_person_index on consent (recipient_person_id) where withdrawn_at is null;
comment on table consent is 'That an individual, or somebody with authority, allows somebody to know certain things for one purpose. Silence is never one (rule R25).';
comment on column consent.authority_id is 'Authority of the individual.';
comment on column consent.id is 'Identifier.';
comment on column consent.individual_id is 'Individual whose affairs it is about.';
comment on column consent.purpose is 'What it may be used for.';
comment on column consent.classes is 'Kinds of data that it opens.';
comment on column consent.recipient_kind is 'Whether an organisation, a person, or every provider that is being asked may know.';
comment on column consent.recipient_organisation_id is 'Organisation that may know; null unless it is one.';
comment on column consent.recipient_person_id is 'Person who may know; null unless it is one.';
comment on column consent.recipient is 'Who may know as one word, so that no two overlap.';
comment on column consent.agreement_id is 'Agreement by whose acceptance it was given: it counts while that one is agreed; null when it was given by itself.';
comment on column consent.starts_on is 'First day on which it counts.';
comment on column consent.ends_on is 'Last day on which it counts; null when it counts until it is withdrawn.';
comment on column consent.given_by is 'Person who gave it.';
comment on column consent.given_as is 'By what authority: as the individual, as somebody whom the individual lets decide, or as a representative.';
comment on column consent.how is 'How it was given.';
comment on column consent.witness is 'Who else saw it given; null when nobody did.';
comment on column consent.evidence is 'What was said or done, in words; null when it was given here by the giver.';
comment on column consent.recorded_by is 'Person who wrote it down.';
comment on column consent.recorded_at is 'When it was written down.';
comment on column consent.withdrawn_at is 'When it was withdrawn; null while it was not. Nothing is open from that moment on.';
comment on column consent.withdrawn_by is 'Person who withdrew it or wrote down that it was withdrawn; null while it was not.';

-- Whoever accepted terms on the individual's side allowed by it that the provider knows them; from now on that is written down.
-- The owner is bound by the policies of these tables as everybody is, and has none.
alter table agreement no force row level security;
alter table acceptance no force row level security;
insert into consent (authority_id, id, individual_id, purpose, classes, recipient_kind, recipient_organisation_id, agreement_id,
    starts_on, given_by, given_as, how, recorded_by, recorded_at)
select distinct on (a.id) a.authority_id, gen_random_uuid(), a.individual_id, 'GIVE_SUPPORT', array['IDENTITY'], 'ORGANISATION', a.provider_id, a.id,
    (x.accepted_at at time zone 'Europe/London')::date, x.accepted_by, case when x.accepted_by = a.individual_id then 'INDIVIDUAL' else 'CIRCLE' end,
    'BY_ACCEPTING', x.accepted_by, x.accepted_at
from agreement a join acceptance x on x.authority_id = a.authority_id and x.agreement_id = a.id and x.party = 'INDIVIDUAL'
where a.state in ('AGREED', 'SIGNED')
order by a.id, x.accepted_at desc;
alter table agreement force row level security;
alter table acceptance force row level security;
