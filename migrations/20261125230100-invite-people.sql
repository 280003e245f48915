-- Inviting somebody into an organisation or into a circle, by a link that works once and for fourteen days.

create table invitation (
  id uuid primary key,
  link_id uuid not null constraint invitation_link_key unique,
  organisation_id uuid constraint invitation_organisation_fk references organisation (id),
  role text,
  approval_limit_pence bigint constraint invitation_limit_check check (approval_limit_pence is null or (approval_limit_pence > 0 and role = 'APPROVER')),
  authority_id uuid,
  individual_id uuid,
  relation text constraint invitation_relation_check check (length(relation) between 1 and 100),
  may_see text[] not null default '{}' constraint invitation_may_see_check
    check (may_see <@ array['APPOINTMENTS', 'PLAN', 'BUDGET', 'AGREEMENTS']),
  may_do text constraint invitation_may_do_check check (may_do in ('VIEW', 'SUGGEST')),
  ends_on date,
  about_name text not null,
  invitee_name text not null constraint invitation_invitee_name_check check (length(invitee_name) between 1 and 200),
  email text constraint invitation_email_check check (length(email) between 3 and 320),
  invited_by_id uuid not null constraint invitation_invited_by_fk references person (id),
  invited_by_name text not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null default 'OPEN' constraint invitation_state_check
    check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
  decided_at timestamptz,
  accepted_by_id uuid constraint invitation_accepted_by_fk references person (id),
  place_id uuid,
  letter_state text constraint invitation_letter_state_check check (letter_state in ('WAITING', 'SENDING', 'SENT', 'FAILED')),
  letter_tries integer not null default 0 constraint invitation_letter_tries_check check (letter_tries >= 0),
  constraint invitation_individual_fk foreign key (authority_id, individual_id) references individual (authority_id, id),
  constraint invitation_into_check check (case when organisation_id is not null
    then role is not null and individual_id is null and authority_id is null and relation is null and may_do is null and may_see = '{}'
    else role is null and individual_id is not null and authority_id is not null and relation is not null and may_do is not null end),
  constraint invitation_life_check check (expires_at > invited_at),
  constraint invitation_decided_check check ((state = 'OPEN') = (decided_at is null)),
  constraint invitation_accepted_check
    check ((state = 'ACCEPTED') = (accepted_by_id is not null) and (state = 'ACCEPTED') = (place_id is not null)),
  constraint invitation_other_check check (accepted_by_id <> invited_by_id),
  constraint invitation_letter_check check (letter_state is null or email is not null)
);
create index invitation_organisation_index on invitation (organisation_id, invited_at) where organisation_id is not null;
create index invitation_individual_index on invitation (individual_id, invited_at) where individual_id is not null;
create index invitation_inviter_index on invitation (invited_by_id, invited_at);
create index invitation_letter_index on invitation (invited_at, id) where letter_state in ('WAITING', 'SENDING');
comment on table invitation is 'That somebody is invited into an organisation or a circle; they belong to it once they accept.';
comment on column invitation.id is 'Identifier.';
comment on column invitation.link_id is 'What the link is made of, with a signature that is not kept; another link for every letter, so that older ones stop.';
comment on column invitation.organisation_id is 'Organisation they would act for; null for a circle.';
comment on column invitation.role is 'What they would do there.';
comment on column invitation.approval_limit_pence is 'Most that they could approve, as the cost of a year in pence; null for no limit.';
comment on column invitation.authority_id is 'Authority of the individual; null for an organisation.';
comment on column invitation.individual_id is 'Individual whose circle they would stand in; null for an organisation.';
comment on column invitation.relation is 'What they are to the individual.';
comment on column invitation.may_see is 'Parts of the individual''s affairs they would see.';
comment on column invitation.may_do is 'Whether they would look or suggest. The power to bind is given later, to somebody who is known.';
comment on column invitation.ends_on is 'Last day of what they would be given; null for no end.';
comment on column invitation.about_name is 'Name of the organisation, or what the individual likes to be called, when it was written.';
comment on column invitation.invitee_name is 'Who is invited, as the inviter calls them.';
comment on column invitation.email is 'Where the letter goes; null when the inviter hands the link over.';
comment on column invitation.invited_by_id is 'Who invites.';
comment on column invitation.invited_by_name is 'Their name when they invited.';
comment on column invitation.invited_at is 'When, or when it was last sent again.';
comment on column invitation.expires_at is 'From when on the link no longer works.';
comment on column invitation.state is 'Whether it was answered or taken back.';
comment on column invitation.decided_at is 'When; null while nobody has.';
comment on column invitation.accepted_by_id is 'Who accepted, never the inviter.';
comment on column invitation.place_id is 'Membership or place in the circle that came of it.';
comment on column invitation.letter_state is 'How far its letter has come; null when there is none.';
comment on column invitation.letter_tries is 'How often the letter was tried.';
