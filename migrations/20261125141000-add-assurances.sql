-- Who made sure that an entry is still correct, when an entry counts as old, and letters that ask its contact.

alter table service add column assured_by text constraint service_assured_by_check
  check (assured_by in ('PUBLISHER', 'CONTACT', 'ORGANISATION', 'EDITOR', 'CALL'));
alter table service add column assured_by_id uuid constraint service_assured_by_id_fk references organisation (id);
update service set assured_by = 'PUBLISHER' where assured_on is not null;
alter table service add constraint service_assured_check check (assured_by is null or assured_on is not null);
comment on column service.assured_by is 'How it was last checked: by its publisher, its contact, the organisation that runs it, an editor, or a call; null when not known.';
comment on column service.assured_by_id is 'Organisation or authority for which somebody last checked it; null for a publisher and a contact.';

create table assurance (
  id uuid primary key,
  service_id uuid not null constraint assurance_service_fk references service (id) on delete cascade,
  organisation_id uuid not null constraint assurance_organisation_fk references organisation (id),
  origin text not null constraint assurance_origin_check
    check (origin in ('PUBLISHER', 'CONTACT', 'ORGANISATION', 'EDITOR', 'CALL')),
  result text not null constraint assurance_result_check check (result in ('STILL_CORRECT', 'NOT_RIGHT', 'NOT_REACHED')),
  assured_on date not null,
  assured_at timestamptz not null,
  person_id uuid constraint assurance_person_fk references person (id),
  acting_id uuid constraint assurance_acting_fk references organisation (id),
  letter_id uuid,
  method text constraint assurance_method_check check (method in ('PHONE', 'VIDEO', 'EMAIL', 'VISIT', 'OTHER')),
  answered_by text constraint assurance_answered_by_check check (length(answered_by) between 1 and 200),
  words text constraint assurance_words_check check (length(words) between 1 and 2000),
  constraint assurance_person_known_check check ((origin in ('ORGANISATION', 'EDITOR', 'CALL')) = (person_id is not null)),
  constraint assurance_acting_check check ((person_id is null) = (acting_id is null)),
  constraint assurance_letter_check check ((origin = 'CONTACT') = (letter_id is not null)),
  constraint assurance_call_check check ((origin = 'CALL') = (method is not null)),
  constraint assurance_answered_check check (answered_by is null or origin = 'CALL'),
  constraint assurance_reached_check check (result <> 'NOT_REACHED' or origin = 'CALL'),
  constraint assurance_reason_check check (result <> 'NOT_RIGHT' or words is not null)
);
create index assurance_service_index on assurance (service_id, assured_at, id);
create index assurance_organisation_index on assurance (organisation_id);
create unique index assurance_publisher_key on assurance (service_id, assured_on) where origin = 'PUBLISHER';
create unique index assurance_letter_key on assurance (letter_id) where letter_id is not null;
comment on table assurance is 'That somebody looked at an entry, or tried to, and what they said of it. Never changed.';
comment on column assurance.id is 'Identifier.';
comment on column assurance.service_id is 'Service whose entry it is.';
comment on column assurance.organisation_id is 'Organisation that ran the service then.';
comment on column assurance.origin is 'PUBLISHER in a feed; CONTACT by the link in a letter; ORGANISATION by a member of who runs it; EDITOR by an editor; CALL by an editor who asked them.';
comment on column assurance.result is 'STILL_CORRECT, NOT_RIGHT, or NOT_REACHED when nobody could be asked.';
comment on column assurance.assured_on is 'Day for which it holds.';
comment on column assurance.assured_at is 'When it was written down.';
comment on column assurance.person_id is 'Who was signed in; null for a feed and for a contact.';
comment on column assurance.acting_id is 'Organisation or authority for which that person acted.';
comment on column assurance.letter_id is 'Letter whose link was followed; null for the rest.';
comment on column assurance.method is 'How they were asked; null unless it was a call.';
comment on column assurance.answered_by is 'What the one who answered does there, never a name; null unless it was a call that was answered.';
comment on column assurance.words is 'What is not right, or a note; read by editors, and by who runs the entry unless it is a call.';

create table freshness_policy (
  authority_id uuid constraint freshness_policy_pk primary key
    constraint freshness_policy_authority_fk references organisation (id),
  fresh_months integer not null constraint freshness_policy_fresh_check check (fresh_months between 1 and 36),
  stale_months integer not null constraint freshness_policy_stale_check check (stale_months between 2 and 48),
  hidden_months integer not null constraint freshness_policy_hidden_check check (hidden_months between 3 and 60),
  set_by uuid not null constraint freshness_policy_set_by_fk references person (id),
  set_at timestamptz not null,
  constraint freshness_policy_order_check check (fresh_months < stale_months and stale_months < hidden_months)
);
comment on table freshness_policy is 'After how many months without a check an entry counts as old for those who choose under an authority. Without a row the defaults hold.';
comment on column freshness_policy.authority_id is 'Authority whose policy it is.';
comment on column freshness_policy.fresh_months is 'Months after a check in which an entry is fresh; then a check is due.';
comment on column freshness_policy.stale_months is 'Months after which it is marked as old.';
comment on column freshness_policy.hidden_months is 'Months after which it can be found but not be added to options.';
comment on column freshness_policy.set_by is 'Editor who set it last.';
comment on column freshness_policy.set_at is 'When.';

create table letter (
  id uuid primary key,
  service_id uuid not null constraint letter_service_fk references service (id) on delete cascade,
  organisation_id uuid not null constraint letter_organisation_fk references organisation (id),
  kind text not null constraint letter_kind_check check (kind in ('FIRST', 'SECOND', 'ASKED')),
  period_on date not null,
  address text not null constraint letter_address_check check (address ~ '^[^@\s]+@[^@\s]+$' and length(address) <= 320),
  written_on date not null,
  written_at timestamptz not null,
  expires_on date not null,
  state text not null default 'WAITING' constraint letter_state_check
    check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED')),
  sent_at timestamptz,
  tries integer not null default 0 constraint letter_tries_check check (tries between 0 and 10),
  failure text constraint letter_failure_check check (length(failure) between 1 and 300),
  answered_at timestamptz,
  constraint letter_expiry_check check (expires_on > written_on),
  constraint letter_sent_check check ((state = 'SENT') = (sent_at is not null))
);
create unique index letter_period_key on letter (service_id, period_on, kind) where kind <> 'ASKED';
create unique index letter_asked_key on letter (service_id, written_on) where kind = 'ASKED';
create unique index letter_answered_key on letter (service_id, period_on) where answered_at is not null;
create index letter_waiting_index on letter (written_at) where state in ('WAITING', 'SENDING');
alter table assurance add constraint assurance_letter_fk foreign key (letter_id) references letter (id);
create index letter_service_index on letter (service_id, written_at, id);
comment on table letter is 'An e-mail that asks an entry''s public contact whether it is still correct. Its link is worked out from its id with a key that is not kept here.';
comment on column letter.id is 'Identifier.';
comment on column letter.service_id is 'Service whose entry it is about.';
comment on column letter.organisation_id is 'Organisation that ran it then.';
comment on column letter.kind is 'FIRST when a check is due, SECOND a while later, ASKED when an editor sends one.';
comment on column letter.period_on is 'Day of the check before it: from there to the next check is one period.';
comment on column letter.address is 'Public e-mail address of the service or of who runs it.';
comment on column letter.written_on is 'Day on which it was written.';
comment on column letter.written_at is 'When it was written.';
comment on column letter.expires_on is 'Last day on which its link works.';
comment on column letter.state is 'WAITING to be sent, SENDING while a process tries, SENT, or FAILED when nothing more is tried.';
comment on column letter.sent_at is 'When the mail server took it; null until then.';
comment on column letter.tries is 'How often it was tried.';
comment on column letter.failure is 'Code with which the mail server last refused it; null when it never did.';
comment on column letter.answered_at is 'When its link was used; null until then. One letter of a period is answered, once.';
