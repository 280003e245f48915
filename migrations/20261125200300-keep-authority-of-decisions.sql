-- On what authority a decision, an acceptance or a signature was given for an individual (rule R23).

alter table decision
  add column decided_as text constraint decision_decided_as_check check (decided_as in ('INDIVIDUAL', 'MANDATE', 'REPRESENTATIVE')),
  add column representation_id uuid,
  add constraint decision_representation_fk
    foreign key (authority_id, representation_id) references representation (authority_id, id),
  add constraint decision_authority_check check ((decided_as = 'REPRESENTATIVE') = (representation_id is not null));
alter table acceptance
  add column decided_as text constraint acceptance_decided_as_check check (decided_as in ('INDIVIDUAL', 'MANDATE', 'REPRESENTATIVE')),
  add column representation_id uuid,
  add constraint acceptance_representation_fk
    foreign key (authority_id, representation_id) references representation (authority_id, id),
  add constraint acceptance_authority_check check ((decided_as = 'REPRESENTATIVE') = (representation_id is not null));
alter table signature
  add column decided_as text constraint signature_decided_as_check check (decided_as in ('INDIVIDUAL', 'MANDATE', 'REPRESENTATIVE')),
  add column representation_id uuid,
  add constraint signature_representation_fk
    foreign key (authority_id, representation_id) references representation (authority_id, id),
  add constraint signature_authority_check check ((decided_as = 'REPRESENTATIVE') = (representation_id is not null));
comment on column decision.decided_as is 'By the individual, by whoever they let bind them, or by a representative; null of decisions older than this.';
comment on column decision.representation_id is 'Authority on which a representative decided; null for others.';
comment on column acceptance.decided_as is 'By the individual, by whoever they let bind them, or by a representative; null for the provider.';
comment on column acceptance.representation_id is 'Authority on which a representative accepted; null for others.';
comment on column signature.decided_as is 'By the individual, by whoever they let bind them, or by a representative; null for the other parties.';
comment on column signature.representation_id is 'Authority on which a representative signed; null for others.';
