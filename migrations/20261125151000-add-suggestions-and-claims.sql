-- What anybody suggests about an entry, and who says that an organisation is theirs; an editor of the directory decides both.

create table suggestion (
  id uuid primary key,
  kind text not null constraint suggestion_kind_check check (kind in ('CHANGE', 'CLOSURE', 'LISTING')),
  organisation_id uuid constraint suggestion_organisation_fk references organisation (id),
  service_id uuid constraint suggestion_service_fk references service (id) on delete cascade,
  organisation_name text constraint suggestion_organisation_name_check check (length(organisation_name) between 1 and 300),
  words jsonb not null constraint suggestion_words_check check (jsonb_typeof(words) = 'object' and words <> '{}'),
  stood jsonb not null constraint suggestion_stood_check check (jsonb_typeof(stood) = 'object'),
  why text not null constraint suggestion_why_check check (length(why) between 1 and 2000),
  made_at timestamptz not null,
  state text not null default 'OPEN' constraint suggestion_state_check check (state in ('OPEN', 'ACCEPTED', 'DECLINED')),
  accepted_fields text[] not null default '{}',
  reason text constraint suggestion_reason_check check (length(reason) between 1 and 2000),
  decided_by uuid constraint suggestion_decided_by_fk references person (id),
  decided_at timestamptz,
  constraint suggestion_about_check check (case when kind = 'LISTING'
    then organisation_name is not null and (state = 'ACCEPTED') = (service_id is not null)
    else organisation_name is null and service_id is not null and organisation_id is not null end),
  constraint suggestion_decided_check
    check ((state = 'OPEN') = (decided_at is null) and (state = 'OPEN') = (decided_by is null)),
  constraint suggestion_accepted_check check ((state = 'ACCEPTED') = (cardinality(accepted_fields) > 0)),
  constraint suggestion_declined_check check ((state = 'DECLINED') = (reason is not null))
);
create index suggestion_open_index on suggestion (made_at, id) where state = 'OPEN';
create index suggestion_service_index on suggestion (service_id);
create index suggestion_organisation_index on suggestion (organisation_id);
comment on table suggestion is 'What somebody suggests that an entry should say, or that should be listed; published only once an editor accepts it.';
comment on column suggestion.id is 'Identifier.';
comment on column suggestion.kind is 'CHANGE of an entry, its CLOSURE, or a new LISTING.';
comment on column suggestion.organisation_id is 'Organisation whose entry it is, whose members see it; for a listing null until it is accepted.';
comment on column suggestion.service_id is 'Service it is about; for a listing the one that came of it.';
comment on column suggestion.organisation_name is 'Who runs what is to be listed; null for an entry that is here.';
comment on column suggestion.words is 'What each field should say.';
comment on column suggestion.stood is 'What those fields said when it was suggested.';
comment on column suggestion.why is 'Why, in the words of whoever suggests it.';
comment on column suggestion.made_at is 'When.';
comment on column suggestion.state is 'Whether an editor has decided.';
comment on column suggestion.accepted_fields is 'Fields that were accepted.';
comment on column suggestion.reason is 'Why it was declined.';
comment on column suggestion.decided_by is 'Editor who decided; null while nobody has.';
comment on column suggestion.decided_at is 'When; null while nobody has.';

create table suggestion_source (
  suggestion_id uuid primary key constraint suggestion_source_suggestion_fk references suggestion (id) on delete cascade,
  person_id uuid constraint suggestion_source_person_fk references person (id),
  contact text constraint suggestion_source_contact_check check (length(contact) between 1 and 300),
  caller text,
  made_at timestamptz not null
);
create index suggestion_source_person_index on suggestion_source (person_id, made_at) where person_id is not null;
create index suggestion_source_caller_index on suggestion_source (caller, made_at) where caller is not null;
comment on table suggestion_source is 'Who made a suggestion, as far as they said; for editors alone, never for whom it is about.';
comment on column suggestion_source.suggestion_id is 'Suggestion.';
comment on column suggestion_source.person_id is 'Who made it; null when nobody was signed in.';
comment on column suggestion_source.contact is 'How to ask them, in their own words; null when they did not say.';
comment on column suggestion_source.caller is 'Mark of the address it came from, which tells no address; kept until it is decided, to keep floods out.';
comment on column suggestion_source.made_at is 'When.';

alter table own_edit add column suggestion_id uuid constraint own_edit_suggestion_fk references suggestion (id);
comment on column own_edit.suggestion_id is 'Suggestion that it came from; null when the writer thought of it.';

create table claim (
  id uuid primary key,
  organisation_id uuid not null constraint claim_organisation_fk references organisation (id),
  person_id uuid not null constraint claim_person_fk references person (id),
  claimant_name text not null,
  role_words text not null constraint claim_role_words_check check (length(role_words) between 1 and 300),
  evidence text not null constraint claim_evidence_check check (length(evidence) between 1 and 2000),
  made_at timestamptz not null,
  state text not null default 'OPEN' constraint claim_state_check check (state in ('OPEN', 'VERIFIED', 'DECLINED')),
  reason text constraint claim_reason_check check (length(reason) between 1 and 2000),
  decided_by uuid constraint claim_decided_by_fk references person (id),
  decided_at timestamptz,
  constraint claim_decided_check check ((state = 'OPEN') = (decided_at is null) and (state = 'OPEN') = (decided_by is null)),
  constraint claim_declined_check check ((state = 'DECLINED') = (reason is not null)),
  constraint claim_other_check check (decided_by <> person_id)
);
create unique index claim_open_key on claim (organisation_id, person_id) where state = 'OPEN';
create index claim_open_index on claim (made_at, id) where state = 'OPEN';
create index claim_person_index on claim (person_id);
comment on table claim is 'That a person says an organisation is theirs to keep; an editor verifies it, and they become its manager.';
comment on column claim.id is 'Identifier.';
comment on column claim.organisation_id is 'Organisation that is claimed.';
comment on column claim.person_id is 'Who claims it.';
comment on column claim.claimant_name is 'Their name when they claimed it.';
comment on column claim.role_words is 'What they do there, in their own words.';
comment on column claim.evidence is 'How an editor can know, in their own words.';
comment on column claim.made_at is 'When.';
comment on column claim.state is 'Whether an editor has decided.';
comment on column claim.reason is 'Why it was declined.';
comment on column claim.decided_by is 'Editor who decided, never the claimant; null while nobody has.';
comment on column claim.decided_at is 'When; null while nobody has.';
